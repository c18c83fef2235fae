/** The names that publishers give their files tell from when an edition holds. */
import { expect, test } from 'vitest';
import { hcpcsEdition, icd10Edition, pairEdition, unitEdition } from './edition-dates.ts';

test.each([
  [icd10Edition, ['icd10cm_order_2027.txt'], '2026-10-01'],
  [icd10Edition, ['2027-code-descriptions-tabular-order.zip', 'icd10cm_order_2027.txt'], '2026-10-01'],
  [
    icd10Edition,
    ['april-1-2026-code-descriptions-tabular-order.zip', 'icd10cm_order_2026.txt'],
    '2026-04-01',
  ],
  [icd10Edition, ['codes.txt'], undefined],
  [hcpcsEdition, ['HCPC2026_OCT_ANWEB.txt'], '2026-10-01'],
  [hcpcsEdition, ['july-2026-alpha-numeric-hcpcs-file.zip'], '2026-07-01'],
  [hcpcsEdition, ['HCPC2026_XXX.txt'], undefined],
  [pairEdition, ['ccipra-v323r0-f1.txt'], '2026-10-01'],
  [pairEdition, ['medicare-ncci-2026q3-practitioner-ptp-edits-ccipra-v322r0-f1.zip'], '2026-07-01'],
  [pairEdition, ['pairs.txt'], undefined],
  [unitEdition, ['MCR_MUE_PractitionerServices_Eff_10-01-2026.csv'], '2026-10-01'],
  [unitEdition, ['medicare-ncci-2026-q4-practitioner-services-mue-table.zip'], '2026-10-01'],
  [unitEdition, ['MCR_MUE_PractitionerServices_Eff_13-01-2026.csv'], undefined],
])('%o of %j is %s', (editionOf, names, expected) => {
  expect(editionOf(names)).toBe(expected);
});
