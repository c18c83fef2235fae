/** What happened to a claim, newest last, each step with its time and where it was learnt. */
import type { ClaimDetail } from '@claimside/shared/api';
import {
  type ClaimEvent,
  describeEvent,
  isRevocable,
  standingActs,
  stepsOf,
} from '@claimside/shared/lifecycle';
import { TakeBack } from '../unmatched/take-back.tsx';
import { RevokeAct, TakeActBack } from './acts/index.ts';
import { ReleasePayment } from './release-payment.tsx';
import { StepItem } from './step-item.tsx';

/**
 * What a person decided of its answers, and wrote down of money, can be taken back; a payment that names its number can be taken off it.
 * `onTakenBack`: the button that was pressed is gone.
 */
export function Timeline(props: {
  claim: Pick<
    ClaimDetail,
    'id' | 'events' | 'answers' | 'clearinghouse' | 'followedBy' | 'writtenBefore' | 'correction'
  >;
  onTakenBack(): void;
}) {
  const { claim, onTakenBack } = props;
  const { answers, writtenBefore } = claim;
  // Money is worked on at the claim that goes on with it.
  const isLast = claim.followedBy === null;
  const events = isLast ? withEarlier(claim) : claim.events;
  const acts = isLast ? standingActs(events) : undefined;
  const numbers = new Map(
    writtenBefore.map(({ event, patientControlNumber }) => [event.id, patientControlNumber]),
  );
  const clearinghouse = claim.clearinghouse || 'the clearinghouse';
  const steps = stepsOf(events, (event) => {
    const words = describeEvent(event, clearinghouse);
    const number = numbers.get(event.id);
    return number ? { ...words, detail: `${words.detail} · on claim ${number}` } : words;
  });
  const byNumber = (said: readonly string[]) =>
    events.filter(
      ({ id, fact, source }) =>
        said.includes(id) &&
        fact.type === 'payment' &&
        source.kind === 'inbound-file' &&
        !answers.some(({ eventId }) => eventId === id),
    );
  return (
    <ol class="timeline">
      {steps.map(({ events: said, ...step }) => (
        <StepItem key={step.key} step={step}>
          {answers
            .filter(({ eventId }) => said.includes(eventId))
            .map(({ answerId }) => (
              <div key={answerId} class="step-detail">
                <TakeBack answerId={answerId} what={step.title} onTakenBack={onTakenBack} />
              </div>
            ))}
          {said.map((eventId) => {
            const act = acts?.get(eventId);
            return (
              act && (
                <div key={eventId} class="step-detail">
                  <TakeActBack claimId={claim.id} act={act} what={step.title} onTakenBack={onTakenBack} />
                </div>
              )
            );
          })}
          {isLast &&
            !step.isTakenBack &&
            events
              .filter((event) => said.includes(event.id) && isToRevoke(event, claim))
              .map(({ id, fact }) => (
                <div key={id} class="step-detail">
                  <RevokeAct
                    claimId={claim.id}
                    eventId={id}
                    fact={fact}
                    what={step.title}
                    onTakenBack={onTakenBack}
                  />
                </div>
              ))}
          {!step.isTakenBack &&
            byNumber(said).map(({ id }) => (
              <div key={id} class="step-detail">
                <ReleasePayment claimId={claim.id} eventId={id} what={step.title} onTakenBack={onTakenBack} />
              </div>
            ))}
        </StepItem>
      ))}
    </ol>
  );
}

/** What was given up is answered by what the payer has decided since. */
const isToRevoke = ({ fact }: ClaimEvent, { correction }: Pick<ClaimDetail, 'correction'>): boolean =>
  isRevocable(fact) && (fact.type !== 'correction-given-up' || correction === 'given-up');

/** What was written down of money on the claims that it goes on with stands between its own steps, by its time. */
function withEarlier({ writtenBefore, events }: Pick<ClaimDetail, 'writtenBefore' | 'events'>): ClaimEvent[] {
  const all = [...writtenBefore.map(({ event }) => event), ...events];
  return all.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}
