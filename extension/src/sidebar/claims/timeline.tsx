/** What happened to a claim, newest last, each step with its time and where it was learnt. */
import { type ClaimEvent, describeEvent } from '@claimside/shared/lifecycle';
import { Icon, TONE_ICONS, When } from '../../ui/parts/index.ts';
import { useExchange } from '../../ui/server/index.ts';
import { useNow } from '../use-now.ts';
import { stepsOf } from './steps.ts';

export function Timeline({ events }: { events: readonly ClaimEvent[] }) {
  const now = useNow();
  const clearinghouse = useExchange().data?.clearinghouse || 'the clearinghouse';
  const steps = stepsOf(events, (event) => describeEvent(event, clearinghouse));
  return (
    <ol class="timeline">
      {steps.map(({ key, at, title, detail, tone, files }) => (
        <li key={key} class="step">
          <span class={`step-mark tone-${tone}`}>
            <Icon name={tone === 'neutral' || tone === 'progress' ? 'check' : TONE_ICONS[tone]} />
          </span>
          <p class="step-title">
            {title}{' '}
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
        </li>
      ))}
    </ol>
  );
}
