/** What happened to a claim, newest last, each step with its time and where it was learnt. */
import { type ClaimEvent, describeEvent } from '@claimside/shared/lifecycle';
import { Icon, TONE_ICONS, When } from '../../ui/parts/index.ts';
import { useExchange } from '../../ui/server/index.ts';
import { useNow } from '../use-now.ts';

export function Timeline({ events }: { events: readonly ClaimEvent[] }) {
  const now = useNow();
  const clearinghouse = useExchange().data?.clearinghouse || 'the clearinghouse';
  return (
    <ol class="timeline">
      {events.map((event) => {
        const { title, detail, tone } = describeEvent(event, clearinghouse);
        return (
          <li key={event.id} class="step">
            <span class={`step-mark tone-${tone}`}>
              <Icon name={tone === 'neutral' || tone === 'progress' ? 'check' : TONE_ICONS[tone]} />
            </span>
            <p class="step-title">
              {upperFirst(title)}{' '}
              <span class="dim small">
                <When instant={event.at} now={now} />
              </span>
            </p>
            {detail && <p class="small dim step-detail">{detail}</p>}
            {event.source.kind === 'inbound-file' && (
              <p class="small dim step-detail mono">{event.source.fileName}</p>
            )}
          </li>
        );
      })}
    </ol>
  );
}

const upperFirst = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
