/** Says why claims don't go out at the moment, and what to do: a queued claim alone would look well. */
import { Banner } from '../ui/parts/index.ts';
import { useExchange } from '../ui/server/index.ts';

export function ExchangeTrouble() {
  const exchange = useExchange().data;
  if (!exchange || exchange.state === 'ok') return null;
  return <Banner tone={exchange.state === 'unreachable' ? 'warning' : 'bad'}>{exchange.message}</Banner>;
}
