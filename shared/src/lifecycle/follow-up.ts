/** A claim that was sent because of what became of an earlier one: together they are one account, whose last claim counts. */

/**
 * `resend`: as new, after a rejection. `replacement`, `void`: of a claim that the payer has decided on (CLM05-3 7, 8).
 * `next-payer`: the same services to the next insurance, with the decision of the one before. `instead`: to another insurance in place of one
 * that refused it, as it was not its to pay, or not first.
 */
export const FOLLOW_UPS = ['resend', 'replacement', 'void', 'next-payer', 'instead'] as const;
export type FollowUp = (typeof FOLLOW_UPS)[number];
