/** What the STC segments about one claim come to (277CA, 277). Category and action count together; on conflict the worse. */
import type { Status } from './status.ts';

/** From bad to good: the first that any STC gives is the claim's. */
const VERDICTS = [
  'rejected',
  'asks',
  'unclear',
  'unpaid',
  'pending',
  'finished',
  'accepted',
  'received',
] as const;
export type Verdict = (typeof VERDICTS)[number];

export interface Judgement {
  readonly verdict: Verdict;
  /** `A7:562:85` and so on. */
  readonly codes: readonly string[];
  /** The sender's own words, or ours for the category where there are none. */
  readonly message: string;
}

const CATEGORIES: readonly (readonly [pattern: RegExp, verdict: Verdict, words: string])[] = [
  [/^A0$/, 'received', 'Forwarded to another body.'],
  [/^A1$/, 'received', 'Received, not yet accepted.'],
  [/^A2$/, 'accepted', 'Accepted.'],
  [/^A5$/, 'accepted', 'Accepted and split into several claims.'],
  [/^A3$/, 'rejected', 'Returned as unprocessable.'],
  [/^A4$/, 'unclear', 'The claim was not found.'],
  [/^A6$/, 'rejected', 'Rejected: data is missing.'],
  [/^A7$/, 'rejected', 'Rejected: data is not valid.'],
  [/^A8$/, 'rejected', 'Rejected: fields contradict one another.'],
  [/^D0$/, 'unclear', 'The payer does not find the claim that it was asked about.'],
  [/^E\d$/, 'unclear', 'The payer could not answer what it was asked.'],
  [/^P\d$/, 'pending', 'Pending.'],
  [/^R\d+$/, 'asks', 'More information is asked for.'],
  // F2 denied, F3N not forwarded, F4 nothing is to be paid: no acceptance that anybody should wait on.
  [
    /^(F2|F3N|F4)$/,
    'unpaid',
    'The payer says the claim is finished without payment; the remittance tells why.',
  ],
  [/^F/, 'finished', 'The payer has decided; the remittance tells how.'],
];

/** `lines` are the STCs of single service lines: there, anything but a plain acceptance rejects the claim. */
export function judgeStatuses(statuses: readonly Status[], lines: readonly Status[] = []): Judgement {
  const judged = [...statuses.map(judgeOne), ...lines.map(judgeLine).filter((line) => line !== undefined)];
  const verdict = VERDICTS.find((each) => judged.some((one) => one.verdict === each)) ?? 'unclear';
  const relevant = judged.filter((one) => one.verdict === verdict);
  const said = unique(relevant.flatMap((one) => (one.said === undefined ? [] : [one.said])));
  const ours = unique(relevant.flatMap((one) => one.words));
  // A person who has to judge gets both.
  const words =
    verdict === 'unclear' || verdict === 'unpaid' ? [...ours, ...said] : said.length > 0 ? said : ours;
  const conflict = relevant.some((one) => one.conflict)
    ? ['The answer says both accepted and rejected; it is taken as rejected.']
    : [];
  return {
    verdict,
    codes: unique(relevant.flatMap((one) => one.codes)),
    message:
      [...words, ...conflict].join(' ') ||
      (judged.length === 0
        ? 'The answer holds no status.'
        : 'The answer holds a status that is not known here.'),
  };
}

interface JudgedStatus {
  readonly verdict: Verdict;
  readonly codes: readonly string[];
  readonly words: readonly string[];
  readonly said: string | undefined;
  readonly conflict: boolean;
}

function judgeOne(status: Status): JudgedStatus {
  const matches = status.codes.map(({ category }) => CATEGORIES.find(([pattern]) => pattern.test(category)));
  const byCategory = VERDICTS.find((each) => matches.some((match) => match?.[1] === each)) ?? 'unclear';
  const verdict = status.action === 'U' ? 'rejected' : byCategory;
  const conflict =
    (status.action === 'U' && (byCategory === 'accepted' || byCategory === 'received')) ||
    (status.action === 'WQ' && byCategory === 'rejected');
  return {
    verdict,
    codes: status.codes.map(({ category, status: code, entity }) =>
      [category, code, entity].filter((part) => part !== undefined && part !== '').join(':'),
    ),
    words: matches.flatMap((match) => (match && match[1] === byCategory ? [match[2]] : [])),
    said: status.message?.trim() || undefined,
    conflict,
  };
}

function judgeLine(status: Status): JudgedStatus | undefined {
  const judged = judgeOne(status);
  if (judged.verdict === 'rejected') return judged;
  const plainAcceptance = judged.verdict === 'accepted' || judged.verdict === 'received';
  const batchAnswer = status.codes.every(({ category }) => category.startsWith('A'));
  if (plainAcceptance && status.action === 'WQ') return undefined;
  return batchAnswer ? { ...judged, verdict: 'rejected' } : judged;
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}
