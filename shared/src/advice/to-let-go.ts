/** What of a claim's open money nobody is going to decide any more: that much is proposed to be written off. */
import { type ClaimEvent, type ClaimMoney, patientBalance, sentOnIn } from '../lifecycle/index.ts';
import { type Cents, cents } from '../values/index.ts';

export interface ToLetGo {
  /** Of what is open at the payer. */
  readonly payer: Cents;
  /** What the patient owes. */
  readonly patient: Cents;
  /** What is left out, as somebody has still to decide on it. */
  readonly waiting: readonly { readonly amount: Cents; readonly whom: 'next-payer' | 'appeal' }[];
}

export function toLetGo(claim: {
  readonly money: ClaimMoney;
  readonly events: readonly ClaimEvent[];
  /** What was decided on copies of it. */
  readonly carried: readonly ClaimEvent[];
  readonly totalCharge: Cents;
  readonly appeal: object | null;
  readonly isNoFurther: boolean;
  readonly isNextToBill: boolean;
  readonly leftAtNext: Cents;
}): ToLetGo {
  const open = Math.max(claim.money.open, 0);
  const next = claim.isNoFurther ? null : sentOnIn([...claim.carried, ...claim.events], claim.totalCharge);
  const sentOn = Math.min(next?.share ?? (claim.isNextToBill ? claim.leftAtNext : 0), open);
  const appealed = claim.appeal === null ? 0 : open - sentOn;
  const waiting = [
    { amount: cents(sentOn), whom: 'next-payer' as const },
    { amount: cents(appealed), whom: 'appeal' as const },
  ];
  return {
    payer: cents(open - sentOn - appealed),
    patient: cents(Math.max(patientBalance(claim.money), 0)),
    waiting: waiting.filter(({ amount }) => amount > 0),
  };
}
