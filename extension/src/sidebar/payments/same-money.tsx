/** A payment that may be the money of one that was posted: both side by side, and the two ways to decide. */
import type { RemittanceDetail } from '@claimside/shared/api';
import { Compared } from './compared.tsx';
import { Ways } from './ways.tsx';

export function SameMoney(props: {
  remittance: RemittanceDetail;
  known: NonNullable<RemittanceDetail['sameMoney']>;
  onDecided(): void;
}) {
  const { remittance, known } = props;
  const isSetAside = remittance.state === 'set-aside';
  return (
    <section aria-label="The same money?" class="same-money">
      <h2>{isSetAside ? 'The same money' : 'The same money?'}</h2>
      <p class="small">{known.words}</p>
      {known.others.map((other) => (
        <Compared key={other.remittanceId} one={known.own} other={other} />
      ))}
      <Ways remittance={remittance} isCompared onDecided={props.onDecided} />
    </section>
  );
}
