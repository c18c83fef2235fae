/** What happened to a claim, newest last, each step with its time and where it was learnt. */
import type { ClaimDetail } from '@claimside/shared/api';
import { type ClaimEvent, describeEvent } from '@claimside/shared/lifecycle';
import { Icon, Tag, TONE_ICONS, When } from '../../ui/parts/index.ts';
import { useExchange, useSession } from '../../ui/server/index.ts';
import { TakeBack } from '../unmatched/take-back.tsx';
import { useNow } from '../use-now.ts';
import { stepsOf } from './steps.ts';

/** `answers`: of these events the answers that they came by can be taken back. */
export function Timeline(props: { events: readonly ClaimEvent[]; answers: ClaimDetail['answers'] }) {
  const { events, answers } = props;
  const now = useNow();
  const role = useSession().data?.role;
  const mayAct = role === 'biller' || role === 'admin';
  const clearinghouse = useExchange().data?.clearinghouse || 'the clearinghouse';
  const steps = stepsOf(events, (event) => describeEvent(event, clearinghouse));
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
                  <TakeBack answerId={answerId} what={title} />
                </div>
              ))}
        </li>
      ))}
    </ol>
  );
}
