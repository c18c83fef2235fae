/** Where a payment does not add up, in sentences, and the ways out. */
import type { RemittanceDetail } from '@claimside/shared/api';
import { cents, formatMoney } from '@claimside/shared/values';
import { Ways } from './ways.tsx';

type Place = RemittanceDetail['unbalanced']['places'][number];

export function Unbalanced({ remittance, onDecided }: { remittance: RemittanceDetail; onDecided(): void }) {
  const { places, all } = remittance.unbalanced;
  return (
    <section aria-label="What does not add up" class="same-money">
      <h2>What does not add up</h2>
      <ul class="adjustments">
        {places.map((place, index) => (
          <li key={index}>{wordsOf(place)}</li>
        ))}
        {all > places.length && (
          <li class="dim">and {(all - places.length).toLocaleString('en-US')} more places</li>
        )}
      </ul>
      {remittance.state === 'unbalanced' && (
        <>
          <p class="small">
            Ask the payer for a corrected file: it is posted when it comes. If the money is here already, type
            the payment in from its paper.
          </p>
          <Ways id={remittance.id} ways={['give-up']} onDecided={onDecided} />
        </>
      )}
    </section>
  );
}

function wordsOf({ level, patientName, line, computed, stated }: Place): string {
  const whose = patientName === null ? '' : `${patientName}${line === null ? '' : `, line ${line}`}: `;
  const [should, says] = [formatMoney(cents(computed)), formatMoney(cents(stated))];
  switch (level) {
    case 'check':
      return `Its claims and what is beside them come to ${should}, the payment is ${says}.`;
    case 'charge':
      return `${whose}the charges of its lines come to ${should}, the claim’s is ${says}.`;
    default:
      return `${whose}its charge less what is not paid comes to ${should}, but ${says} is paid.`;
  }
}
