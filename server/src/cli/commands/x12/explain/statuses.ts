/** What the statuses (STC) of an answer come to, in a biller's words, with the codes behind them. */
import { type Advice, adviseStatus } from '@claimside/shared/advice';
import { formatMoney, type IsoDate } from '@claimside/shared/values';
import { judgeStatuses, type Status, type Verdict } from '../../../../transactions/status-277ca/index.ts';

const VERDICT: Readonly<Record<Verdict, string>> = {
  rejected: 'Rejected',
  asks: 'More is asked for',
  unclear: 'Not clear',
  unpaid: 'Finished without payment',
  pending: 'Pending',
  finished: 'Decided',
  accepted: 'Accepted',
  received: 'Received, not yet accepted',
};

/** Verdicts that somebody has to do something about. */
const NEEDS_ADVICE: readonly Verdict[] = ['rejected', 'asks', 'unclear', 'unpaid'];

/**
 * The verdict of all of them, then what was paid and when as they say it, then what to do. `lines` are those of single service lines.
 * Nothing for no status.
 */
export function verdictLines(
  indent: string,
  statuses: readonly Status[],
  lines: readonly Status[] = [],
): string[] {
  if (statuses.length === 0 && lines.length === 0) return [];
  const { verdict, codes, message } = judgeStatuses(statuses, lines);
  const advice = NEEDS_ADVICE.includes(verdict) ? adviseStatus(codes) : [];
  const withWords = advice.filter(({ id }) => id !== undefined);
  return [
    `${indent}${VERDICT[verdict]}${dated(' on', statuses[0]?.date)}${behind(VERDICT[verdict], message)} [${codes.join(', ')}]`,
    ...statuses.flatMap((status) => decision(indent, status)),
    ...(withWords.length > 0 ? withWords : advice).map((each) => `${indent}  ${adviceText(each)}`),
  ];
}

/** What a message says that begins with the word before it is not said twice. */
const behind = (word: string, message: string) =>
  message.startsWith(word) ? message.slice(word.length) : `: ${message}`;

const adviceText = ({ what, advice, codes }: Advice) => `${what} ${advice} [${codes.join(', ')}]`;

/** What a payer says of money; it is posted from the remittance alone. */
function decision(indent: string, status: Status): string[] {
  const { paidAmount, decisionDate, paymentMethod, paymentDate, checkNumber } = status;
  const said = [
    paidAmount === undefined ? '' : `${formatMoney(paidAmount)} paid`,
    dated('decided', decisionDate),
    paymentMethod === undefined ? '' : `by ${paymentMethod}`,
    dated('of', paymentDate),
    checkNumber === undefined ? '' : `number ${checkNumber}`,
  ].filter(Boolean);
  return said.length === 0 ? [] : [`${indent}  The payer says: ${said.join(', ')}.`];
}

/** `, service 2026-11-16 to 2026-11-18`; nothing without a day. */
export function dated(what: string, day: IsoDate | undefined, end?: IsoDate): string {
  if (day === undefined) return '';
  return `${what} ${day}${end === undefined ? '' : ` to ${end}`}`;
}

interface Party {
  readonly organizationName?: string;
  readonly name?: string;
  readonly lastName?: string;
  readonly firstName?: string;
  readonly middleName?: string;
  readonly suffix?: string;
}

export function nameOfParty(party: Party | undefined): string {
  const { organizationName, name, firstName, middleName, lastName, suffix } = party ?? {};
  const person = [firstName, middleName, lastName, suffix].filter(Boolean).join(' ');
  return organizationName || name || person || 'nobody named';
}

/** `the clearinghouse OFFICE ALLY (330897513)`. */
export function speaker(party: (Party & { readonly entity?: string; readonly id?: string }) | undefined) {
  const role = party?.entity === 'AY' ? 'the clearinghouse' : 'the payer';
  return `${role} ${nameOfParty(party)}${party?.id === undefined ? '' : ` (${party.id})`}`;
}
