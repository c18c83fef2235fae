/** A payment that may be the money of one that was posted: both side by side, and the two ways to decide. */
import type { RemittanceDetail } from '@claimside/shared/api';
import { useState } from 'preact/hooks';
import { Button } from '../../ui/parts/index.ts';
import { Compared } from './compared.tsx';
import { DecideSame, type Decision, WAYS } from './decide-same.tsx';

export function SameMoney({
  remittance,
  known,
}: {
  remittance: RemittanceDetail;
  known: NonNullable<RemittanceDetail['sameMoney']>;
}) {
  const [way, setWay] = useState<Decision>();
  const isSetAside = remittance.state === 'set-aside';
  const ways = (['set-aside', 'post-all-the-same'] as const).filter(
    (each) => each !== 'set-aside' || !isSetAside,
  );
  return (
    <section aria-label="The same money?" class="same-money">
      <h2>{isSetAside ? 'The same money' : 'The same money?'}</h2>
      {remittance.reason === null && <p class="small">{known.words}</p>}
      {known.others.map((other) => (
        <Compared key={other.remittanceId} one={known.own} other={other} />
      ))}
      {way === undefined ? (
        <div class="actions">
          {ways.map((each) => (
            <Button key={each} onClick={() => setWay(each)}>
              {WAYS[each].open}
            </Button>
          ))}
        </div>
      ) : (
        <DecideSame key={way} id={remittance.id} way={way} onLeave={() => setWay(undefined)} />
      )}
    </section>
  );
}
