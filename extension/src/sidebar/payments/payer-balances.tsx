/** What payers took back, carried forward or paid beside claims: what is not settled yet first. */
import { providerAdjustmentWords } from '@claimside/shared/advice';
import type { PayerBalance } from '@claimside/shared/api';
import { cents, formatMoney } from '@claimside/shared/values';
import { useState } from 'preact/hooks';
import { Button, Failed, Loading, More, Notice } from '../../ui/parts/index.ts';
import { useBalanceEntries, usePayerBalances } from '../../ui/server/index.ts';

export function PayerBalances({ onRemittance }: { onRemittance(id: string): void }) {
  const pages = usePayerBalances();
  const [first] = pages.data?.pages ?? [];
  if (pages.error && !first) return <Failed error={pages.error} onRetry={() => void pages.refetch()} />;
  if (!first) return <Loading what="what is between payers and the practice" />;
  if (first.all === 0)
    return (
      <Notice title="Nothing is between payers and the practice: no takeback, no balance carried forward." />
    );
  const settled = first.all - first.unsettled;
  return (
    <>
      <p class="small dim">
        {first.unsettled.toLocaleString('en-US')} not settled
        {settled > 0 && `, then ${settled.toLocaleString('en-US')} settled`}.
      </p>
      <ul class="claim-rows">
        {pages.data?.pages
          .flatMap(({ balances }) => balances)
          .map((balance) => (
            <Balance key={balance.id} balance={balance} onRemittance={onRemittance} />
          ))}
      </ul>
      <More pages={pages} what="balances" />
    </>
  );
}

function Balance({ balance, onRemittance }: { balance: PayerBalance; onRemittance(id: string): void }) {
  const { id, payerName, reason, reference, amount, entries, entryCount } = balance;
  const [isWhole, setWhole] = useState(false);
  return (
    <li class="claim-row">
      <span class="claim-row-line">
        <strong>{payerName}</strong>
        <span class="number">{formatMoney(cents(Math.abs(amount)))}</span>
      </span>
      <span class="small">
        {providerAdjustmentWords(reason, amount) ?? 'adjustment'} <span class="dim mono">{reason}</span>
        {reference !== null && (
          <>
            {' '}
            <span class="mono file-name">{reference}</span>
          </>
        )}{' '}
        · {amount === 0 ? 'settled' : amount > 0 ? 'taken from payments' : 'added to payments'}
      </span>
      {isWhole ? (
        <AllEntries id={id} onRemittance={onRemittance} />
      ) : (
        <Entries entries={entries} onRemittance={onRemittance} />
      )}
      {entryCount > entries.length && !isWhole && (
        <span>
          <Button class="small" onClick={() => setWhole(true)}>
            All {entryCount.toLocaleString('en-US')} payments of it
          </Button>
        </span>
      )}
    </li>
  );
}

function AllEntries({ id, onRemittance }: { id: string; onRemittance(id: string): void }) {
  const pages = useBalanceEntries(id);
  if (pages.error && !pages.data) return <Failed error={pages.error} onRetry={() => void pages.refetch()} />;
  if (!pages.data) return <Loading what="its payments" />;
  return (
    <>
      <Entries entries={pages.data.pages.flatMap(({ entries }) => entries)} onRemittance={onRemittance} />
      <More pages={pages} what="payments" />
    </>
  );
}

function Entries(props: { entries: PayerBalance['entries']; onRemittance(id: string): void }) {
  return (
    <ul class="adjustments small">
      {props.entries.map(({ remittanceId, checkNumber, paymentDate, amount }, index) => (
        <li key={index}>
          {paymentDate} <span class="mono">{checkNumber}</span>{' '}
          <span class="number">{formatMoney(cents(amount))}</span>{' '}
          {remittanceId !== null && (
            <button type="button" class="link" onClick={() => props.onRemittance(remittanceId)}>
              Open the payment
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}
