/** What people do within a history of payment, and what is posted and given to whom because of it. */
import { createNews } from '../../news.ts';
import { dismissAnswer, matchAnswer, remittanceIn, reopenAnswer } from '../../remittance/index.ts';
import { findClaim } from '../../store/claims.ts';
import { findInboundFile } from '../../store/inbound-files.ts';
import { findRemittance, listPostedRemittances } from '../../store/remittances.ts';
import type { Store } from '../../store/store.ts';
import { findUnmatchedAnswer } from '../../store/unmatched-answers.ts';
import type { Remittance } from '../../transactions/remittance-835/index.ts';
import { postAllTheSame, reopenRemittance, setRemittanceAside } from '../decide-remittance.ts';
import { CHARGE, type PostingPractice } from '../testing-posting.ts';
import type { Word } from './money-kept.ts';
import type { Act } from './scenario.ts';

const MOST = 1_000;

/** Nothing, where there is nothing to do it with, or something forbids it. */
export async function doAct(
  practice: PostingPractice,
  store: Store,
  { kind, which }: Act,
  claimIds: readonly string[],
): Promise<void> {
  const { runtime, scope } = practice;
  const { practiceId } = scope;
  const { signal: stopping } = new AbortController();
  const context = { store, runtime, news: createNews(), practiceId, stopping, deviceId: 'biller' };
  const chosen = <T>(from: readonly T[]): T | undefined => from[which % Math.max(from.length, 1)];
  const by = { deviceId: 'biller', reason: 'as drawn' };
  const waiting = async () => (await practice.remittances()).filter(({ deposit }) => deposit === null);
  if (kind === 'post-all-the-same' || kind === 'set-aside' || kind === 'reopen') {
    const setAside = kind === 'set-aside' ? [] : await practice.setAside();
    const id = chosen([...(kind === 'reopen' ? [] : await waiting()), ...setAside])?.id;
    if (id === undefined) return;
    if (kind === 'reopen') await reopenRemittance(context, id, by.deviceId);
    else await (kind === 'set-aside' ? setRemittanceAside : postAllTheSame)(context, id, by);
    return;
  }
  const answers = await practice.answers();
  const id = chosen(answers.filter(({ state }) => (state === 'waiting') !== (kind === 'take-back')))?.id;
  if (id === undefined) return;
  if (kind === 'take-back') await reopenAnswer(context, id);
  else if (kind === 'dismiss') await dismissAnswer(context, id, 'as drawn');
  else await matchAnswer(context, id, chosen(claimIds) ?? '');
}

export interface Told {
  /** Every account of a payment that is posted, under its key. */
  readonly accounts: readonly {
    readonly key: string;
    readonly remittance: Remittance;
    /** A person posted it all the same. */
    readonly isDecided: boolean;
  }[];
  /** By payment: what of it is no claim's. */
  readonly unmatched: ReadonlyMap<string, number>;
  /** By claim: what it was given by hand, as its number was not named. */
  readonly given: ReadonlyMap<string, readonly Word[]>;
  /** Numbers of claims to which something that takes back was given. */
  readonly takenBackByHand: readonly string[];
}

export async function toldOf(practice: PostingPractice): Promise<Told> {
  const accounts: Told['accounts'][number][] = [];
  for (const stored of await listPostedRemittances(practice.scope, '', MOST)) {
    const file = await findInboundFile(practice.scope, stored.fileId);
    const remittance = file && remittanceIn(file.bytes, stored);
    const isDecided = (await findRemittance(practice.scope, stored.id))?.summary.decision?.kind === 'posted';
    if (remittance) accounts.push({ key: stored.paymentKey, remittance, isDecided });
  }
  const unmatched = new Map<string, number>();
  const given = new Map<string, Word[]>();
  const takenBackByHand: string[] = [];
  for (const { id, paymentKey, claimId, amount } of await practice.answers()) {
    if (claimId === null) unmatched.set(paymentKey ?? '', (unmatched.get(paymentKey ?? '') ?? 0) + amount);
    const fact = (await findUnmatchedAnswer(practice.scope, id))?.fact;
    if (claimId === null || fact?.type !== 'payment') continue;
    const { claimStatusCode: statusCode, paid, paymentDate } = fact.payment;
    const word = {
      statusCode,
      paid,
      share: 0,
      contractual: CHARGE - paid,
      refused: 0,
      before: 0,
      paymentDate,
    };
    given.set(claimId, [...(given.get(claimId) ?? []), word]);
    if (amount < 0)
      takenBackByHand.push((await findClaim(practice.scope, claimId))?.summary.patientControlNumber ?? '');
  }
  return { accounts, unmatched, given, takenBackByHand };
}
