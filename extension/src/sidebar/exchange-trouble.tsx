/** Says why claims don't go out at the moment, what to do, and what is about to come: a queued claim alone would look well. */
import { Banner } from '../ui/parts/index.ts';
import { useExchange } from '../ui/server/index.ts';

export function ExchangeTrouble() {
  const exchange = useExchange().data;
  if (!exchange) return null;
  return (
    <>
      {exchange.state !== 'ok' && (
        <Banner tone={exchange.state === 'unreachable' ? 'warning' : 'bad'}>{exchange.message}</Banner>
      )}
      {exchange.notices.map((notice) => (
        <Banner key={notice} tone="warning">
          {notice}
        </Banner>
      ))}
    </>
  );
}
