/** What payers took back, carried forward or paid beside claims: what is not settled yet first. */
import { providerAdjustmentWords } from '@claimside/shared/advice';
import { cents, formatMoney } from '@claimside/shared/values';
import { Failed, Loading, Notice } from '../../ui/parts/index.ts';
import { usePayerBalances } from '../../ui/server/index.ts';

export function PayerBalances({ onRemittance }: { onRemittance(id: string): void }) {
  const balances = usePayerBalances();
  if (balances.error && !balances.data)
    return <Failed error={balances.error} onRetry={() => void balances.refetch()} />;
  if (!balances.data) return <Loading what="what is between payers and the practice" />;
  if (balances.data.length === 0)
    return (
      <Notice title="Nothing is between payers and the practice: no takeback, no balance carried forward." />
    );
  return (
    <ul class="claim-rows">
      {balances.data.map(({ payerId, payerName, reason, reference, amount, entries }) => (
        <li key={`${payerId} ${reason} ${reference}`} class="claim-row">
          <span class="claim-row-line">
            <strong>{payerName}</strong>
            <span class="number">{formatMoney(cents(Math.abs(amount)))}</span>
          </span>
          <span class="small">
            {providerAdjustmentWords(reason) ?? 'adjustment'} <span class="dim mono">{reason}</span>
            {reference !== null && (
              <>
                {' '}
                <span class="mono">{reference}</span>
              </>
            )}{' '}
            · {amount === 0 ? 'settled' : amount > 0 ? 'taken from payments' : 'added to payments'}
          </span>
          <ul class="adjustments small">
            {entries.map((entry) => (
              <li key={`${entry.checkNumber} ${entry.paymentDate} ${entry.amount}`}>
                {entry.paymentDate} <span class="mono">{entry.checkNumber}</span>{' '}
                <span class="number">{formatMoney(cents(entry.amount))}</span>{' '}
                {entry.remittanceId !== null && (
                  <button
                    type="button"
                    class="link"
                    onClick={() => entry.remittanceId !== null && onRemittance(entry.remittanceId)}
                  >
                    Open the payment
                  </button>
                )}
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}
