/** Payments that waited because the practice's data did not name whom they pay: posted once they do. */
import { isDeepStrictEqual } from 'node:util';
import type { PracticeSettings } from '@claimside/shared/api';
import { payeeNumbers, payeeOf } from '../remittance/index.ts';
import { findRemittance } from '../store/remittances.ts';
import {
  concludeRemittance,
  listHeldRemittances,
  listRemittancesOfPayment,
} from '../store/remittances-write.ts';
import type { Scope } from '../store/store.ts';
import { inTransaction, publishClaims, publishExchange, type ReadingContext, reading } from './context.ts';
import { readHeld } from './held.ts';
import { settleFileOf, supersedeWrong, toldBefore } from './interpret/beside.ts';
import { postWhole } from './interpret/post-remittance.ts';

type Context = Pick<ReadingContext, 'store' | 'runtime' | 'news' | 'practiceId'>;
type IsConcerned = (remittance: Parameters<typeof payeeOf>[0]) => boolean;

/**
 * Call once the practice's data have changed; gives how many payments were posted. What else is in the way of one holds it as if it
 * came now, and what a person took up again waits for that person.
 */
export async function postPayeesKnown(
  context: Context,
  before: PracticeSettings | null,
  now: PracticeSettings,
): Promise<number> {
  if (!before || isDeepStrictEqual(payeeNumbers(before), payeeNumbers(now))) return 0;
  const isConcerned: IsConcerned = (remittance) =>
    payeeOf(remittance, before) !== 'ours' && payeeOf(remittance, now) === 'ours';
  const changed = new Set<string>();
  let posted = 0;
  for (const id of await listHeldRemittances(reading(context))) {
    const claims = await inTransaction(context, (scope) => judge(scope, context, id, isConcerned));
    for (const claimId of claims ?? []) changed.add(claimId);
    if (claims) posted += 1;
  }
  publishClaims(context, [...changed]);
  publishExchange(context);
  context.news.publish(context.practiceId, { type: 'remittance-added' });
  return posted;
}

/** Claims for which something is new; undefined where nothing of it was posted. */
async function judge(
  scope: Scope,
  { runtime }: Context,
  id: string,
  isConcerned: IsConcerned,
): Promise<readonly string[] | undefined> {
  const stored = await findRemittance(scope, id);
  // Somebody may have decided meanwhile.
  if (!stored || stored.posted || stored.summary.decision) return undefined;
  const { told, obstacle } = await readHeld(scope, stored);
  if (!told || !isConcerned(told.remittance)) return undefined;
  const { file, remittance } = told;
  const { paymentKey: key } = stored;
  const outcome =
    obstacle ??
    (await toldBefore(scope, remittance)) ??
    (await postWhole(scope, file, runtime, remittance, key));
  const { state, reason } = outcome;
  const isPosted = 'changed' in outcome;
  await concludeRemittance(scope, id, { state, reason, posted: isPosted });
  if (isPosted) {
    const received = await listRemittancesOfPayment(scope, key);
    await supersedeWrong(
      scope,
      remittance,
      received.filter((each) => each.id !== id),
    );
  }
  await settleFileOf(scope, stored, reason);
  return isPosted ? outcome.changed : undefined;
}
