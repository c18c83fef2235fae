/** Writes down what a person did about a claim, as far as the claim allows it. */
import { actionsFor, type ClaimAction, standingOf } from '@claimside/shared/advice';
import type { ClaimAct, ClaimDetail } from '@claimside/shared/api';
import {
  type ClaimEvent,
  type ClaimFact,
  describeEvent,
  isOpenCapitated,
  isRevocable,
  isWrittenDown,
  patientBalance,
  paymentId,
  standingEvents,
} from '@claimside/shared/lifecycle';
import { err, ok, type Result, sumCents } from '@claimside/shared/values';
import { recordAudit } from '../../access/index.ts';
import { appendFacts, findFact } from '../../store/claim-events.ts';
import type { Scope } from '../../store/store.ts';
import type { AppDeps } from '../deps.ts';
import { askedOnStatement } from '../papers/parts.ts';
import { claimDetail } from './detail.ts';
import { eventsOf, leftOf, placesOf } from './written-on.ts';

export type ActRefusal =
  | { readonly code: 'not-found' | 'amount-too-large' | 'idempotency-key-reused' }
  /** `why` is a sentence for a person. */
  | { readonly code: 'can-not-do'; readonly why: string };

const ACTION: Readonly<Record<Exclude<ClaimAct['type'], 'act-taken-back'>, ClaimAction>> = {
  'written-off': 'write-off',
  'patient-billed': 'bill-patient',
  'patient-paid': 'take-payment',
  overpaid: 'overpaid',
  refunded: 'refund',
  'correction-given-up': 'keep-decision',
  'underpayment-accepted': 'accept-allowed',
  'no-further-insurance': 'no-further-insurance',
  'further-insurance': 'further-insurance',
  appealed: 'appeal',
  'appeal-answered': 'appeal-answered',
  closed: 'close',
  reopened: 'reopen',
};

/** Gives the claim as it stands then. A statement asks for all visits of the patient, and is written down on each. The same key and act again change nothing more. */
export async function recordAct(
  { store, runtime, news }: Pick<AppDeps, 'store' | 'runtime' | 'news'>,
  by: { readonly practiceId: string; readonly deviceId: string },
  claimId: string,
  key: string,
  act: ClaimAct,
): Promise<Result<ClaimDetail, ActRefusal>> {
  const touched = new Set([claimId]);
  const outcome = await store.transaction(async (db): Promise<Result<ClaimDetail, ActRefusal>> => {
    const scope = { db, practiceId: by.practiceId };
    const claim = await claimDetail(scope, claimId, runtime.now());
    if (!claim) return err({ code: 'not-found' });
    const dedupeKey = `act:${key}`;
    const before = await knownFact(scope, claim, dedupeKey);
    if (before) return isSame(before, act) ? ok(claim) : err({ code: 'idempotency-key-reused' });
    const refusal = whyNot(claim, act);
    if (refusal) return err(refusal);
    const source = { kind: 'person', deviceId: by.deviceId } as const;
    const fact = factOf(claim, act);
    for (const [place, part] of placesOf(claim, fact)) {
      await appendFacts(scope, place, [{ at: runtime.now(), source, fact: part, dedupeKey }]);
      touched.add(place);
    }
    await recordAudit(runtime, scope, by.deviceId, `claim-${act.type}`, claimId);
    if (act.type === 'patient-billed')
      for (const [other, amount] of await askedOnStatement(scope, claimId)) {
        if (other === claimId) continue;
        const billed = { at: runtime.now(), source, fact: { ...act, amount }, dedupeKey };
        await appendFacts(scope, other, [billed]);
        await recordAudit(runtime, scope, by.deviceId, `claim-${act.type}`, other);
        touched.add(other);
      }
    return ok((await claimDetail(scope, claimId, runtime.now())) ?? claim);
  });
  if (outcome.ok)
    for (const each of touched) news.publish(by.practiceId, { type: 'claim-changed', claimId: each });
  return outcome;
}

function whyNot(claim: ClaimDetail, act: ClaimAct): ActRefusal | undefined {
  const isFollowed = claim.submissions.at(-1)?.id !== claim.id;
  if (isFollowed)
    return { code: 'can-not-do', why: 'Another claim was sent because of it. Go on with that one.' };
  if (act.type === 'act-taken-back')
    return revoked(claim, act) ? undefined : { code: 'can-not-do', why: NOT_REVOCABLE };
  const choice = actionsFor(standingOf({ ...claim, isFollowed })).find(
    ({ action }) => action === ACTION[act.type],
  );
  // What was written down wrongly can be taken back as long as it stands.
  if (!choice?.isOffered && !isTakenBack(act)) return { code: 'can-not-do', why: choice?.words ?? '' };
  if (
    isCapitation(act) &&
    !isTakenBack(act) &&
    !isOpenCapitated([...claim.carried, ...claim.events], claim.money)
  )
    return { code: 'can-not-do', why: NOT_CAPITATED };
  // No more is let stand than was seen, and no less.
  if (act.type === 'underpayment-accepted')
    return act.amount === claim.underpaidBy ? undefined : { code: 'can-not-do', why: ACCEPTED_WHOLE };
  return isWithin(claim, act) ? undefined : { code: 'amount-too-large' };
}

const ACCEPTED_WHOLE =
  'It is accepted as a whole: just as much as the payer allowed less than its contract says. Look at the claim, where that may be another amount by now.';

const NOT_CAPITATED =
  'What is open on it was not refused as paid by a capitation (CO 24). Look at the claim: a denial is worked, or written off with another reason.';

const isCapitation = (act: ClaimAct): boolean =>
  act.type === 'written-off' && act.of === 'payer' && act.reason === 'capitation';

const NOT_REVOCABLE = 'It was taken back already, or something was decided since: it counts no more.';

/** As long as it counts: a correction is answered by what its payer decides since. */
function revoked(
  claim: ClaimDetail,
  { eventId }: Extract<ClaimAct, { type: 'act-taken-back' }>,
): ClaimEvent | undefined {
  const event = standingEvents(eventsOf(claim)).find(({ id }) => id === eventId);
  const isOver = event?.fact.type === 'correction-given-up' && claim.correction !== 'given-up';
  return event && isRevocable(event.fact) && !isOver ? event : undefined;
}

const isTakenBack = (act: ClaimAct): boolean => 'amount' in act && act.amount < 0;

function isWithin(claim: ClaimDetail, act: ClaimAct): boolean {
  const { money } = claim;
  const fact = factOf(claim, act);
  if (isWrittenDown(fact) && fact.amount < 0) return -fact.amount <= leftOf(claim, fact);
  if (act.type === 'refunded') return isOverpaid(claim, act);
  if (act.type === 'patient-paid') return act.amount <= money.charge - money.patientPaid;
  if (act.type !== 'written-off') return true;
  return act.amount <= (act.of === 'payer' ? money.open : patientBalance(money));
}

/** A payment that stands goes back as a whole; else no more than there is too much. */
const isOverpaid = (
  { overpayment }: ClaimDetail,
  { of, amount }: Extract<ClaimAct, { type: 'refunded' }>,
): boolean =>
  of
    ? overpayment?.payments.some((each) => paymentId(each) === paymentId(of) && each.paid === amount) === true
    : amount <= (overpayment?.amount ?? 0);

/** Of this key, on whichever claims of the account its parts were written down. */
async function knownFact(
  scope: Scope,
  { id, writtenBefore }: ClaimDetail,
  dedupeKey: string,
): Promise<ClaimFact | undefined> {
  const facts: ClaimFact[] = [];
  for (const claimId of new Set([...writtenBefore.map((each) => each.claimId), id])) {
    const fact = await findFact(scope, claimId, dedupeKey);
    if (fact) facts.push(fact);
  }
  const [first] = facts;
  if (!first || !isWrittenDown(first)) return first;
  return { ...first, amount: sumCents(facts.flatMap((fact) => (isWrittenDown(fact) ? fact.amount : []))) };
}

function factOf(claim: ClaimDetail, act: ClaimAct): ClaimFact {
  const { money } = claim;
  if (act.type === 'patient-billed') return { ...act, amount: patientBalance(money) };
  if (act.type === 'written-off') return withoutEmpty(act);
  if (act.type === 'appeal-answered') return withoutEmpty(act);
  if (act.type === 'overpaid') return withoutEmpty(act);
  if (act.type === 'no-further-insurance') return withoutEmpty(act);
  if (act.type === 'underpayment-accepted') return withoutEmpty(act);
  if (act.type === 'act-taken-back') {
    const event = revoked(claim, act);
    return { ...act, what: event ? describeEvent(event, claim.clearinghouse).title : '' };
  }
  return act;
}

function withoutEmpty<Act extends { readonly note?: string | undefined }>({ note, ...rest }: Act) {
  return note === undefined ? rest : { ...rest, note };
}

/** What was billed to the patient, and what is taken back, is the server's to say. */
function isSame(fact: ClaimFact, act: ClaimAct): boolean {
  if (fact.type === 'patient-billed') return act.type === 'patient-billed';
  if (fact.type === 'act-taken-back') return act.type === fact.type && act.eventId === fact.eventId;
  const inOrder = (value: object) =>
    JSON.stringify(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
  return inOrder(fact) === inOrder(act);
}
