/** Says why claims don't go out at the moment, what is about to come, and what else needs a person: a queued claim alone would look well. */

import type { ConnectionStatus } from '@claimside/shared/api';
import { Banner, When } from '../ui/parts/index.ts';
import { useExchange } from '../ui/server/index.ts';

export function ExchangeTrouble() {
  const exchange = useExchange().data;
  if (!exchange) return null;
  return (
    <>
      <Trouble status={exchange} />
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
function OtherConnection({ status }: { status: ConnectionStatus }) {
  return (
    <>
      <Trouble status={status} />
      {status.notices.map((notice) => (
        <Banner key={notice} tone="warning">
          {notice}
        </Banner>
      ))}
    </>
  );
}

function Trouble({ status: { state, message, nextTryAt } }: { status: ConnectionStatus }) {
  if (state === 'ok') return null;
  return (
    <Banner tone={toneOf(state)}>
      {message}
      {nextTryAt && (
        <>
          {' '}
          Next try at <When instant={nextTryAt} now={Date.now()} />.
        </>
      )}
    </Banner>
  );
}

/** What mends itself, or a person wanted, is no fault. */
const toneOf = (state: ConnectionStatus['state']) =>
  state === 'unreachable' || state === 'paused' ? 'warning' : 'bad';
