/** Says why claims don't go out at the moment: a queued claim alone would look well. What else needs a person, or is about to come, is one line to open. */

import type { ConnectionStatus, ExchangeStatus } from '@claimside/shared/api';
import { Banner, When } from '../ui/parts/index.ts';
import { useExchange } from '../ui/server/index.ts';
import { type Told, ToldInOneLine } from './told-in-one-line.tsx';

export function ExchangeTrouble() {
  const exchange = useExchange().data;
  if (!exchange) return null;
  const { others, watches, notices } = exchange;
  return (
    <>
      <Trouble status={exchange} />
      {/* Of the way that all claims go: nothing is sent yet. */}
      {notices.map((notice) => (
        <Banner key={notice} tone="warning">
          {notice}
        </Banner>
      ))}
      {/* Their sentences begin with their names. */}
      {others.map((other) => (
        <Trouble key={other.id} status={other} />
      ))}
      {watches
        .filter(({ isGrave }) => isGrave)
        .map(({ name, message }) => (
          <Banner key={name} tone="warning">
            {message}
          </Banner>
        ))}
      <ToldInOneLine things={lessGrave(exchange)} />
    </>
  );
}

/** The gravest first. */
function lessGrave({ watches, others }: ExchangeStatus): Told[] {
  const found = watches
    .filter(({ isGrave }) => !isGrave)
    .map(({ name, connectionId, title, message }) => ({ id: `${name} ${connectionId}`, title, message }));
  const coming = others.flatMap(({ clearinghouse, notices }) =>
    notices.map((message) => ({ id: message, title: clearinghouse, message })),
  );
  return [...found, ...coming];
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
