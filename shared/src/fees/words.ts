/** What a claim costs at the clearinghouse, in a sentence for who is about to send it. */
import { cents, formatMoney } from '../values/index.ts';
import type { CostOfClaim } from './month.ts';

/** Null where there is nothing to say: it costs nothing, and changes nothing. */
export function wordsForCost({ fee, paper, before, after, nonPar, all }: CostOfClaim): string | null {
  const sentences: string[] = [];
  if (paper > 0) sentences.push(`It leaves on paper: ${formatMoney(paper)}.`);
  if (fee > 0)
    sentences.push(
      all === 1
        ? "It is this provider's first claim this month, and goes to a payer that takes no part:"
        : `It makes ${nonPar} of ${all} claims of this provider this month go to payers that take no part:`,
      `the month's fee of ${formatMoney(fee)} becomes due.`,
    );
  else if (fee < 0)
    sentences.push(
      'It goes to a payer that takes part, and brings the month below the share for which the fee is due.',
    );
  else if (after === 'possible' && before === 'not-due')
    sentences.push(
      "Whether its payer takes part does not stand on the payer list: the month's fee may become due.",
    );
  return sentences.length === 0 ? null : sentences.join(' ');
}

/** The same in a few words, over all readings that may hold. Null as above. */
export function headlineOf(costs: readonly CostOfClaim[]): string | null {
  const told = costs.filter((cost) => wordsForCost(cost) !== null);
  if (told.length === 0) return null;
  const amounts = costs.map(({ fee, paper }) => fee + paper);
  const most = Math.max(...amounts);
  if (most > 0)
    return `This claim ${Math.min(...amounts) === most ? 'costs' : 'may cost'} ${formatMoney(cents(most))} at Office Ally`;
  return told.some(({ after }) => after === 'possible')
    ? "This claim may bring the month's fee at Office Ally"
    : "This claim may spare the month's fee at Office Ally";
}
