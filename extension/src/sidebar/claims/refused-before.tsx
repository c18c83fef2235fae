/** What a payer refused that was billed before the last one: why, how it is asked for, and what can't be done from here. */
import { inWords, whyRefused } from '@claimside/shared/advice';
import type { ClaimDetail } from '@claimside/shared/api';
import { formatMoney } from '@claimside/shared/values';

export type PayerBefore = ClaimDetail['payersBefore'][number];

export function RefusedBefore({ claim }: { claim: ClaimDetail }) {
  return (
    <>
      {claim.payersBefore
        .filter(({ refused }) => refused > 0)
        .map((before) => (
          <section key={before.patientControlNumber} class="advice">
            <p class="what">
              {before.isTakenBack
                ? `${before.payerName} took its payment back${before.decidedOn ? ` on ${before.decidedOn}` : ''}.`
                : `${before.payerName} refused this part.`}{' '}
              <span class="number">{formatMoney(before.refused)}</span>
            </p>
            {whyRefused(before.payments, before)
              .map(inWords)
              .map((reason) => (
                <p key={reason}>{reason}</p>
              ))}
            <p class="do">{wayOut(before, claim.payerName)}</p>
          </section>
        ))}
    </>
  );
}

function wayOut(before: PayerBefore, next: string): string {
  const { payerName, payerClaimControlNumber: number, isTakenBack } = before;
  if (isTakenBack)
    return `Ask ${payerName} why; a corrected payment usually follows. “Appeal” writes to it where it was wrong. What it decides anew goes to ${next}: replace the claim there, which may pay more or take back what it paid.`;
  const under = number === null ? '' : ` with its number ${number}`;
  return `“Appeal” writes to ${payerName}. A corrected claim can’t be sent to it from here once ${next} was billed: send it in the payer’s portal or on paper, as a replacement${under}. Once ${payerName} has decided anew, replace the claim at ${next} with that decision. What nobody pays is written off.`;
}
