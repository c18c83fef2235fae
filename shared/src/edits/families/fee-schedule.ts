/** Edits by the practice's own fee schedule. It may be behind the day's prices: they warn only, and are silent where none is kept. */
import { cents, formatMoney } from '../../values/index.ts';
import type { Edit } from '../edit.ts';
import { eachLine, linePath } from '../walk.ts';

const SOURCE = "The practice's fee schedule";

export const feeScheduleEdits: readonly Edit[] = [
  {
    id: 'price-missing',
    severity: 'warning',
    snip: 7,
    fields: ['serviceLines.*.chargeAmount'],
    source: SOURCE,
    summary: 'A procedure whose charge is open has a price in the fee schedule.',
    check: eachLine(({ procedureCode, chargeAmount }, index, _draft, { procedures }, report) => {
      if (!procedures || !procedureCode || chargeAmount !== undefined) return;
      if (procedures[procedureCode]?.price === undefined)
        report(
          linePath(index, 'chargeAmount'),
          `The fee schedule has no price for ${procedureCode}.`,
          'Type the charge here; an admin adds the price in Options, Fee schedule.',
        );
    }),
  },
  {
    id: 'charge-not-as-scheduled',
    severity: 'warning',
    snip: 7,
    fields: ['serviceLines.*.chargeAmount'],
    source: SOURCE,
    summary: 'A charge is the price of the fee schedule times the units.',
    check: eachLine((line, index, { frequency }, { procedures }, report) => {
      const { procedureCode, chargeAmount, units, unitOfMeasure } = line;
      // A correction repeats what was charged on the day.
      if (!procedures || !procedureCode || !chargeAmount || !units || unitOfMeasure || frequency !== '1')
        return;
      const price = procedures[procedureCode]?.price;
      if (price === undefined || !Number.isSafeInteger(chargeAmount)) return;
      const asked = Math.round(price * units);
      if (asked === chargeAmount) return;
      const unit = units === 1 ? '1 unit' : `${units} units`;
      report(
        linePath(index, 'chargeAmount'),
        `The charge is ${formatMoney(cents(chargeAmount))}; by the fee schedule ${procedureCode} is ${formatMoney(cents(asked))} for ${unit}.`,
        'Charge every insurance the same: correct the charge, or have an admin change the price.',
      );
    }),
  },
];
