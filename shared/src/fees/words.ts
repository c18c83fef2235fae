/** What a claim costs at the clearinghouse, in a sentence for who is about to send it. */
import { formatMoney } from '../values/index.ts';
import type { CostOfClaim } from './month.ts';

/** Null where there is nothing to say: it costs nothing, and changes nothing. */
export function wordsForCost({ fee, paper, before, after, nonPar, all }: CostOfClaim): string | null {
  const sentences: string[] = [];
  if (paper > 0) sentences.push(`It leaves on paper: ${formatMoney(paper)}.`);
  if (fee > 0)
    sentences.push(
      `It makes ${nonPar} of ${all} claims of this provider this month go to payers that take no part: the month's fee of ${formatMoney(fee)} becomes due.`,
    );
  else if (fee < 0)
    sentences.push(
      'It goes to a payer that takes part, and brings the month below the share for which the fee is due.',
    );
  else if (after === 'possible' && before === 'not-due')
    sentences.push(
      "Whether its payer takes part is not known: the month's fee may become due. Import the clearinghouse's payer list.",
    );
  return sentences.length === 0 ? null : sentences.join(' ');
}
