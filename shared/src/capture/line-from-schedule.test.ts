/** The fee schedule fills what the page leaves open, and nothing that it shows. */
import { describe, expect, test } from 'vitest';
import type { Procedure } from '../api/index.ts';
import { captured, exampleCapture, examplePractice } from '../examples/index.ts';
import type { Capture } from './capture.ts';
import { draftFromCapture } from './draft-from-capture.ts';

const INJECTION: Procedure = {
  code: 'J1030',
  price: 1_250,
  modifiers: ['RT', '59'],
  placeOfService: '10',
  units: 2,
  drug: { code: '00009307301', quantity: 0.5, unit: 'ML' },
};

const line = { procedureCode: captured('J1030'), modifiers: [], diagnosisCodes: [] };

function firstLine(shown: Partial<Capture['lines'][number]> = {}, fields: Capture['fields'] = {}) {
  const { 'visit.facilityName': _, ...others } = exampleCapture.fields;
  const capture = { ...exampleCapture, fields: { ...others, ...fields }, lines: [{ ...line, ...shown }] };
  const { draft, provenance } = draftFromCapture(capture, {
    ...examplePractice,
    procedures: { J1030: INJECTION },
  });
  return { ...draft.serviceLines?.[0], provenance };
}

describe('a line of which the page shows the code alone', () => {
  test('takes modifiers, units, place, drug and the price of all units', () => {
    expect(firstLine()).toMatchObject({
      modifiers: ['RT', '59'],
      units: 2,
      placeOfService: '10',
      drug: { code: '00009307301', quantity: 1, unit: 'ML' },
      chargeAmount: 2_500,
    });
  });

  test('says of each value that the practice gave it', () => {
    const { provenance } = firstLine();
    for (const part of ['modifiers', 'units', 'placeOfService', 'drug.code', 'drug.quantity', 'chargeAmount'])
      expect(provenance[`serviceLines.0.${part}`]).toMatchObject({
        source: 'practice',
        place: "The practice's fee schedule",
      });
  });
});

test('what the page shows stays', () => {
  const drug = { code: captured('11111222233') };
  const shown = firstLine(
    { modifiers: [captured('LT')], units: captured('3'), chargeAmount: captured('99.00'), drug },
    { 'visit.placeOfService': captured('11') },
  );
  expect(shown).toMatchObject({
    modifiers: ['LT'],
    units: 3,
    drug: { code: '11111222233' },
    chargeAmount: 9_900,
  });
  expect(shown.placeOfService).toBeUndefined();
  expect(shown.drug?.quantity).toBeUndefined();
});

test('where the visit was counts before where the procedure usually is done', () => {
  expect(firstLine({}, { 'visit.facilityName': captured('Main clinic') }).placeOfService).toBeUndefined();
});
