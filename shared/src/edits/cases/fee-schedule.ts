/** Cases of families/fee-schedule.ts. */
import { type EditCase, editCase } from './case.ts';

const CHARGE = 'serviceLines.0.chargeAmount';
const priced = (price?: number) => ({
  procedures: { '99214': { code: '99214', ...(price !== undefined && { price }) } },
});

export const feeScheduleCases: readonly EditCase[] = [
  editCase(
    'price-missing',
    'warning',
    CHARGE,
    { [CHARGE]: undefined },
    { [CHARGE]: undefined },
    { context: priced(), rightContext: priced(18_500) },
  ),
  editCase(
    'charge-not-as-scheduled',
    'warning',
    CHARGE,
    { [CHARGE]: 15_000 },
    { [CHARGE]: 18_500 },
    { context: priced(18_500) },
  ),
];
