/** Says why claims don't go out at the moment, what is about to come, and what else needs a person: a queued claim alone would look well. */
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
      {exchange.watches.map(({ name, message }) => (
        <Banner key={name} tone="warning">
          {message}
        </Banner>
      ))}
    </>
  );
}
