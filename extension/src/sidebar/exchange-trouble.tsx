/** Says why claims don't go out at the moment, what is about to come, and what else needs a person: a queued claim alone would look well. */

import type { ConnectionStatus } from '@claimside/shared/api';
import { Banner } from '../ui/parts/index.ts';
import { useExchange } from '../ui/server/index.ts';

export function ExchangeTrouble() {
  const exchange = useExchange().data;
  if (!exchange) return null;
  return (
    <>
      {exchange.state !== 'ok' && <Banner tone={toneOf(exchange.state)}>{exchange.message}</Banner>}
      {exchange.notices.map((notice) => (
        <Banner key={notice} tone="warning">
          {notice}
        </Banner>
      ))}
      {exchange.others.map((other) => (
        <OtherConnection key={other.id} status={other} />
      ))}
      {exchange.watches.map(({ name, connectionId, message }) => (
        <Banner key={`${name} ${connectionId}`} tone="warning">
          {message}
        </Banner>
      ))}
    </>
  );
}

/** Its sentences begin with its name. */
function OtherConnection({ status: { state, message, notices } }: { status: ConnectionStatus }) {
  return (
    <>
      {state !== 'ok' && <Banner tone={toneOf(state)}>{message}</Banner>}
      {notices.map((notice) => (
        <Banner key={notice} tone="warning">
          {notice}
        </Banner>
      ))}
    </>
  );
}

/** What mends itself, or a person wanted, is no fault. */
const toneOf = (state: ConnectionStatus['state']) =>
  state === 'unreachable' || state === 'paused' ? 'warning' : 'bad';
