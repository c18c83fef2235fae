/** What a claim asks of a person: what happened, where, what to do, and the raw codes folded away. */
import { actionsFor, standingOf, whyOf } from '@claimside/shared/advice';
import type { ClaimDetail } from '@claimside/shared/api';
import {
  type AwaitedAnswer,
  type ClaimStatus,
  decisionsIn,
  isAllUnanswered,
  patientBalance,
  patientCredit,
  paymentId,
  REJECTED_STATUSES,
  SILENCE_WORDS,
  STATUS_INFO,
  sentOnIn,
} from '@claimside/shared/lifecycle';
import { type Cents, formatMoney } from '@claimside/shared/values';
import { ageOf, When } from '../../ui/parts/index.ts';
import { useNow } from '../../ui/use-now.ts';
import { CodesReceived } from './codes-received.tsx';
import { PapersOfShare } from './papers.tsx';
import { Places } from './places.tsx';
import { RefusedBefore } from './refused-before.tsx';
import {
  correctionWords,
  isAppealBeside,
  patientBilledOn,
  stillTooMuch,
  toDo,
  toSendOrWait,
  waitsFor,
  whereOf,
} from './why.ts';

/** There what the reasons ask for says more than the status does. */
const DECIDED: ReadonlySet<ClaimStatus> = new Set(['denied', 'partly-paid']);

/** Of a denial after which nobody owes anything. */
const SETTLED = 'Nothing is open, and the patient owes nothing: there is nothing to do.';

/** `onGo`: to a place of the claim, where it is open to be corrected. */
export function WhatNext({ claim, onGo }: { claim: ClaimDetail; onGo?(path: string): void }) {
  const { next, tone, needsPerson } = STATUS_INFO[claim.status];
  const now = useNow();
  // An answer that can't be understood says more than that it came late.
  const silence = claim.status === 'unknown' ? null : claim.silence;
  const isBeside = isAppealBeside(claim);
  if ((silence && isAllUnanswered(claim.status, silence)) || (claim.appeal && !isBeside))
    return <Waits claim={claim} />;
  if (!needsPerson) return <Settled claim={claim} words={sentOnWords(claim) ?? waitsFor(claim) ?? next} />;
  const { said = '', advice = [], codes = [] } = whyOf(claim) ?? {};
  const { status, money } = claim;
  const isRefusedBefore = DECIDED.has(status) && claim.payersBefore.some(({ refused }) => refused > 0);
  // What else was decided rests on that: it is said first.
  const isTakenBack = claim.payersBefore.some((before) => before.isTakenBack);
  // What is open waits for another insurance to be billed: that is said below.
  const isNextsAlone = claim.isNextToBill && money.open <= claim.leftAtNext;
  const isLeftAtNext = claim.isNextToBill || silence?.awaited === 'next-payer-decision';
  const billedOn = patientBilledOn([...claim.carried, ...claim.events]);
  // It goes in place of the first once more, and not as new.
  const isCorrectionRefused = claim.correction === 'asked' && REJECTED_STATUSES.includes(status);
  const isSettled = status === 'denied' && money.open === 0 && patientBalance(money) === 0;
  return (
    <div class={`next tone-${tone}`}>
      {isTakenBack && <RefusedBefore claim={claim} />}
      <OfCopy claim={claim} />
      {claim.correction !== 'asked' && <OfCorrection claim={claim} />}
      {said && <p>{said}</p>}
      {advice
        .filter((one) => !(isRefusedBefore && one.id === 'earlier-payers'))
        .filter((one) => !(isLeftAtNext && one.id === 'patient-share'))
        .map((one) => (
          <section key={`${one.payerBefore ?? ''} ${one.id ?? ''}`} class="advice">
            <p class="what">
              {one.what}
              {one.amount > 0 && <span class="number"> {formatMoney(one.amount)}</span>}
            </p>
            {one.payerBefore !== undefined && (
              <p class="dim">Said by {one.payerBefore}, which decided before.</p>
            )}
            <Places places={whereOf(one, claim.claim)} onGo={onGo} />
            {!isSettled && toDo(one, claim) !== undefined && (
              <p class="do">
                {billedOn !== undefined && one.id === 'patient-share' ? (
                  <>
                    Billed to the patient <When instant={billedOn} now={now} />: waiting for the money.
                  </>
                ) : (
                  toDo(one, claim)
                )}
              </p>
            )}
          </section>
        ))}
      <Underpaid by={claim.underpaidBy} />
      {!onGo && <PapersOfShare claim={claim} />}
      {isSettled ? (
        <p class="do">{SETTLED}</p>
      ) : (
        !(claim.overpayment && status === 'unknown') &&
        !isRefusedBefore &&
        !isNextsAlone &&
        (!DECIDED.has(status) || advice.every((one) => toDo(one, claim) === undefined)) && (
          <p class="do">
            {toSendOrWait(claim) ?? (isCorrectionRefused ? 'Correct it and send it again.' : next)}
          </p>
        )
      )}
      {!isTakenBack && !isBeside && <RefusedBefore claim={claim} />}
      {claim.correction === 'asked' && <OfCorrection claim={claim} />}
      {isBeside && <OfAppeal claim={claim} />}
      <StillTooMuch claim={claim} />
      {silence && <Silent awaited={silence.awaited} claim={claim} />}
      <LeftAtNext claim={claim} />
      <CodesReceived codes={codes} />
    </div>
  );
}

/** The payer has decided, and what waits is no longer its own. */
function sentOnWords({ status, payerName, carried, events, totalCharge }: ClaimDetail): string | undefined {
  const sentOn = status === 'with-payer' ? sentOnIn([...carried, ...events], totalCharge) : null;
  return sentOn
    ? `${payerName} has decided and sent it on: waiting for the next insurance to decide on ${formatMoney(sentOn.share)}.`
    : undefined;
}

/** A claim that waits for nobody, though its money may be another than it should be. */
function Settled({ claim, words }: { claim: ClaimDetail; words: string }) {
  const credit = patientCredit(claim.status, claim.money);
  const { underpaidBy } = claim;
  // Nothing is done about that before the claim is on its way.
  const isRefusedBefore = claim.status !== 'queued' && claim.payersBefore.some(({ refused }) => refused > 0);
  if (credit === 0 && underpaidBy === 0 && !isRefusedBefore) return <p class="dim">{words}</p>;
  return (
    <div class="next tone-warning">
      {isRefusedBefore && <p class="dim">{words}</p>}
      {isRefusedBefore && <RefusedBefore claim={claim} />}
      <Underpaid by={underpaidBy} />
      {credit > 0 && (
        <section class="advice">
          <p class="what">
            The patient has paid more than the share. <span class="number">{formatMoney(credit)}</span>
          </p>
          <p class="do">Pay it back, then take that much of the patient’s payment back in the timeline.</p>
        </section>
      )}
    </div>
  );
}

function StillTooMuch({ claim }: { claim: ClaimDetail }) {
  const words = stillTooMuch(claim);
  if (words === undefined || !claim.overpayment) return null;
  return (
    <section class="advice">
      <p class="what">
        Payers paid more than the charge. <span class="number">{formatMoney(claim.overpayment.amount)}</span>
      </p>
      <p class="do">{words}</p>
    </section>
  );
}

/** What the patient would owe if it were certain that no insurance pays it; only where that can be written down. */
function LeftAtNext({ claim }: { claim: ClaimDetail }) {
  const { leftAtNext, isNextToBill } = claim;
  const choices = actionsFor(standingOf({ ...claim, isFollowed: false }));
  if (!choices.some(({ action, isOffered }) => action === 'no-further-insurance' && isOffered)) return null;
  return (
    <section class="advice">
      <p class="what">
        What was left to the patient waits for another insurance.{' '}
        <span class="number">{formatMoney(leftAtNext)}</span>
      </p>
      {isNextToBill && (
        <p class="do">
          {choices.some(({ action, isOffered }) => action === 'bill-next' && isOffered)
            ? 'Bill the next insurance on the claim'
            : 'Bill another insurance instead'}
          : nothing is the patient’s before it has decided.
        </p>
      )}
      <p class="do">
        Once it is certain that none pays it, write that down with “No other insurance pays”: then the patient
        owes it.
      </p>
    </section>
  );
}

/** The payer has decided on an earlier copy: what it says of this one is that it is a duplicate. */
function OfCopy({ claim: { claim, carried, events, totalCharge, correction } }: { claim: ClaimDetail }) {
  const told = decisionsIn(carried, totalCharge).map(paymentId);
  const stands = decisionsIn([...carried, ...events], totalCharge).map(paymentId);
  // A void is no copy, nor is a replacement of what the payer has taken back.
  if (claim.frequency === '8' || correction === 'given-up' || !told.some((id) => stands.includes(id)))
    return null;
  return (
    <p>
      The payer decided on the claim that was sent before this one. That decision counts, under the payer’s
      number of that claim: this one is a copy.
    </p>
  );
}

/** A replacement or cancellation that may lead nowhere, and what stands instead. */
function OfCorrection({ claim }: { claim: ClaimDetail }) {
  const words = correctionWords(claim);
  return words === undefined ? null : <p class="do">{words}</p>;
}

function Underpaid({ by }: { by: Cents }) {
  if (by === 0) return null;
  return (
    <section class="advice">
      <p class="what">
        The payer allowed less than its contract says. <span class="number">{formatMoney(by)}</span>
      </p>
      <p class="do">
        Compare it with the contract, then ask for the rest: appeal. Where it is to stay so, accept what was
        allowed.
      </p>
    </section>
  );
}

/** What a payer owes an answer to that was written to. */
function OfAppeal({ claim: { appeal, payersBefore } }: { claim: ClaimDetail }) {
  const now = useNow();
  if (!appeal) return null;
  const whom = payersBefore.find(({ turn }) => turn === appeal.turn)?.payerName;
  const waited = (from: string) => ageOf(from, now);
  return (
    <p>
      {appeal.grantedOn
        ? `${whom ?? 'The payer'} granted the appeal on ${appeal.grantedOn}: waiting for the payment`
        : `Appealed${whom ? ` to ${whom}` : ''} on ${appeal.sentOn}: waiting for ${whom ? 'its' : 'the payer’s'} decision`}
      , {waited(appeal.grantedOn ?? appeal.sentOn)} (usually within {appeal.usualDays} days).
    </p>
  );
}

/** What others owe an answer to: since when, how long it usually takes, and that it is late. */
function Waits({ claim }: { claim: ClaimDetail }) {
  const { silence, appeal, statusSince, payersBefore } = claim;
  const whom = payersBefore.find(({ turn }) => turn === appeal?.turn)?.payerName;
  const { next, needsPerson } = STATUS_INFO[claim.status];
  const now = useNow();
  const waited = (from: string) => ageOf(from, now);
  return (
    <div class={`next tone-${silence ? 'warning' : 'progress'}`}>
      {silence && <p class="what">{SILENCE_WORDS[silence.awaited]}</p>}
      {appeal ? <OfAppeal claim={claim} /> : <p>It has waited {waited(statusSince)}.</p>}
      {silence && (
        <p class="do">
          {silence.awaited === 'appeal-decision'
            ? 'Ask the payer what became of it, then write down what it says.'
            : toAsk(silence.awaited, claim)}
        </p>
      )}
      <OfCorrection claim={claim} />
      {/* The insurance that was billed since has an answer of its own to give. */}
      {whom && !silence && !needsPerson && <p class="dim">{waitsFor(claim) ?? next}</p>}
      {!appeal && <RefusedBefore claim={claim} />}
      <StillTooMuch claim={claim} />
      {silence && <LeftAtNext claim={claim} />}
    </div>
  );
}

/** Another's answer stays away, besides what the claim asks for itself. */
function Silent({ awaited, claim }: { awaited: AwaitedAnswer; claim: ClaimDetail }) {
  return (
    <section class="advice">
      <p class="what">{SILENCE_WORDS[awaited]}</p>
      <p class="do">{toAsk(awaited, claim)}</p>
    </section>
  );
}

/** Of several payers that were billed it is this claim's own that is silent, or the clearinghouse. */
function toAsk(awaited: AwaitedAnswer, { payerName, clearinghouse }: ClaimDetail): string {
  if (awaited === 'next-payer-decision')
    return 'Ask the next insurance whether it has the claim. If it does not, bill it yourself.';
  const whom = BY_PAYER.has(awaited) ? payerName : clearinghouse || 'the clearinghouse';
  return `Ask ${whom} why no answer came: the numbers to read out stand below. If they don’t have it, send it again.`;
}
const BY_PAYER: ReadonlySet<AwaitedAnswer> = new Set(['payer-acknowledgement', 'remittance']);
