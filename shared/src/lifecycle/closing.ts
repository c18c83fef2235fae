/** Whether a claim is off the lists because a person closed it: until something new is said of it, or a person opens it again. */
import type { UtcInstant } from '../values/index.ts';
import type { ClaimEvent, ClaimFact, ClaimFactType } from './events.ts';
import { decides } from './payments.ts';

/** Besides payments: what asks for a person who did not expect it. */
const NEWS: readonly ClaimFactType[] = [
  'file-rejected',
  'clearinghouse-pended',
  'clearinghouse-rejected',
  'payer-rejected',
  'unclear',
];

/** Each closing since the last news is taken back by one opening. `account`: also those of the claims that it follows. */
export function isClosed(events: readonly ClaimEvent[], account: readonly ClaimEvent[]): boolean {
  const since = lastNews(account);
  const each = (type: ClaimFactType) =>
    new Set(events.flatMap(({ id, at, fact }) => (fact.type === type && at >= since ? id : []))).size;
  return each('closed') > each('reopened');
}

/** When the last of what was said was first learnt: what only comes again is no news. */
function lastNews(events: readonly ClaimEvent[]): UtcInstant | '' {
  const first = new Map<string, UtcInstant>();
  for (const { at, fact } of events) {
    const news = newsIn(fact);
    if (news === undefined) continue;
    const before = first.get(news);
    if (before === undefined || at < before) first.set(news, at);
  }
  return [...first.values()].sort().at(-1) ?? '';
}

function newsIn(fact: ClaimFact): string | undefined {
  if (fact.type !== 'payment') return NEWS.includes(fact.type) ? fact.type : undefined;
  return decides(fact.payment) ? `${fact.payment.paymentKey}|${fact.payment.contentHash}` : undefined;
}
