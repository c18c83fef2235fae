/** Where a payment does not add up, in sentences. */
import type { RemittanceDetail } from '@claimside/shared/api';
import { cents, formatMoney } from '@claimside/shared/values';

type Place = RemittanceDetail['unbalanced']['places'][number];

export function Unbalanced({ unbalanced }: Pick<RemittanceDetail, 'unbalanced'>) {
  const { places, all } = unbalanced;
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
