/** What happened to a claim, newest last, each step with its time and where it was learnt. */
import type { ClaimDetail } from '@claimside/shared/api';
import { type ClaimEvent, describeEvent, isRevocable, standingActs } from '@claimside/shared/lifecycle';
import { Icon, Tag, TONE_ICONS, When } from '../../ui/parts/index.ts';
import { useSession } from '../../ui/server/index.ts';
import { useNow } from '../../ui/use-now.ts';
import { TakeBack } from '../unmatched/take-back.tsx';
import { RevokeAct, TakeActBack } from './acts/index.ts';
import { ReleasePayment } from './release-payment.tsx';
import { stepsOf } from './steps.ts';

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
  const now = useNow();
  const role = useSession().data?.role;
  const mayAct = role === 'biller' || role === 'admin';
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
      {steps.map(({ key, at, title, detail, tone, files, events: said, isTakenBack }) => (
        <li key={key} class={`step ${isTakenBack ? 'taken-back' : ''}`}>
          <span class={`step-mark tone-${tone}`}>
            <Icon name={tone === 'neutral' || tone === 'progress' ? 'check' : TONE_ICONS[tone]} />
          </span>
          <p class="step-title">
            {isTakenBack ? <s>{title}</s> : title} {isTakenBack && <Tag tone="neutral">Taken back</Tag>}{' '}
            <span class="dim small">
              <When instant={at} now={now} />
            </span>
          </p>
          {detail && <p class="small dim step-detail">{detail}</p>}
          {files.map((file) => (
            <p key={file} class="small dim step-detail mono">
              {file}
            </p>
          ))}
          {mayAct &&
            answers
              .filter(({ eventId }) => said.includes(eventId))
              .map(({ answerId }) => (
                <div key={answerId} class="step-detail">
                  <TakeBack answerId={answerId} what={title} onTakenBack={onTakenBack} />
                </div>
              ))}
          {mayAct &&
            said.map((eventId) => {
              const act = acts?.get(eventId);
              return (
                act && (
                  <div key={eventId} class="step-detail">
                    <TakeActBack claimId={claim.id} act={act} what={title} onTakenBack={onTakenBack} />
                  </div>
                )
              );
            })}
          {mayAct &&
            isLast &&
            !isTakenBack &&
            events
              .filter((event) => said.includes(event.id) && isToRevoke(event, claim))
              .map(({ id, fact }) => (
                <div key={id} class="step-detail">
                  <RevokeAct
                    claimId={claim.id}
                    eventId={id}
                    fact={fact}
                    what={title}
                    onTakenBack={onTakenBack}
                  />
                </div>
              ))}
          {mayAct &&
            !isTakenBack &&
            byNumber(said).map(({ id }) => (
              <div key={id} class="step-detail">
                <ReleasePayment claimId={claim.id} eventId={id} what={title} onTakenBack={onTakenBack} />
              </div>
            ))}
        </li>
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
