/** Edits on what is billed twice, on one claim and on two. */
import type { Edit } from '../edit.ts';
import { type DraftLine, linePath } from '../walk.ts';

/** Repeated procedures and tests are meant to stand twice. */
const REPEATED: readonly string[] = ['76', '77', '91'];

export const duplicateEdits: readonly Edit[] = [
  {
    id: 'line-repeated',
    severity: 'warning',
    snip: 4,
    fields: ['serviceLines.*.procedureCode'],
    source: 'Payers refuse the second as a duplicate',
    summary:
      'No two lines have the same code, day, modifiers, place, provider and drug, unless a modifier says repeated (76, 77, 91).',
    check({ serviceLines: lines }, _context, report) {
      if (!lines) return;
      for (let index = 1; index < lines.length; index++) {
        const line = lines[index];
        if (!line?.procedureCode || line.modifiers?.some((modifier) => REPEATED.includes(modifier))) continue;
        const first = lines.findIndex((earlier) => isSameService(earlier, line));
        if (first < index)
          report(
            linePath(index, 'procedureCode'),
            `Same code, date and modifiers as line ${first + 1}: payers often refuse the second.`,
            'Raise the units of one line, or add the modifier that tells them apart.',
          );
      }
    },
  },
  {
    id: 'visit-billed-twice',
    severity: 'warning',
    snip: 7,
    fields: ['serviceLines'],
    source: 'Payers refuse the second as a duplicate',
    summary: 'No other claim stands for the same patient, dates, codes and charges.',
    check({ frequency }, { isBilledAlready }, report) {
      if (isBilledAlready && frequency === '1')
        report(
          'serviceLines',
          'A claim with the same patient, dates, codes and charges stands already.',
          'Open that claim; correct it, or say that this is another visit.',
        );
    },
  },
];

function isSameService(one: DraftLine, other: DraftLine): boolean {
  return (
    one.procedureCode === other.procedureCode &&
    one.serviceDate === other.serviceDate &&
    (one.serviceDateEnd || one.serviceDate) === (other.serviceDateEnd || other.serviceDate) &&
    one.placeOfService === other.placeOfService &&
    one.renderingProvider?.npi === other.renderingProvider?.npi &&
    one.drug?.code === other.drug?.code &&
    hasSameModifiers(one.modifiers, other.modifiers)
  );
}

/** In any order. */
function hasSameModifiers(one: readonly string[] = [], other: readonly string[] = []): boolean {
  return one.length === other.length && one.every((modifier) => other.includes(modifier));
}
