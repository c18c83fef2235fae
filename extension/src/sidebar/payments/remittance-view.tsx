/** One payment: whether it adds up, whether it has arrived, what is beside its claims, and the claims. */
import { providerAdjustmentWords } from '@claimside/shared/advice';
import type { RemittanceDetail } from '@claimside/shared/api';
import { cents, formatMoney } from '@claimside/shared/values';
import { useRef } from 'preact/hooks';
import { Banner, CopyButton, Failed, Icon, Loading } from '../../ui/parts/index.ts';
import { useRemittance } from '../../ui/server/index.ts';
import { ClaimsOfRemittance } from './claims-of-remittance.tsx';
import { Decided } from './decided.tsx';
import { Deposit } from './deposit.tsx';
import { paidBy, RemittanceState } from './remittance-rows.tsx';
import { SameMoney } from './same-money.tsx';
import { SaveCopy } from './save-copy.tsx';
import { Unbalanced } from './unbalanced.tsx';
import { Ways } from './ways.tsx';

export function RemittanceView(props: { id: string; onClaim(claimId: string): void }) {
  const remittance = useRemittance(props.id);
  if (remittance.data) return <Whole remittance={remittance.data} onClaim={props.onClaim} />;
  if (remittance.error) return <Failed error={remittance.error} onRetry={() => void remittance.refetch()} />;
  return <Loading what="the payment" />;
}

function Whole({ remittance, onClaim }: { remittance: RemittanceDetail; onClaim(claimId: string): void }) {
  const { providerAdjustments, sameMoney } = remittance;
  const status = useRef<HTMLParagraphElement>(null);
  // The button that was pressed may be gone, and the focus with it.
  const onDecided = () => status.current?.focus();
  const isCompared = sameMoney !== null && remittance.unbalanced.all === 0;
  return (
    <article class="claim" aria-label="Payment">
      <header class="claim-head">
        <p class="claim-status" aria-live="polite" tabIndex={-1} ref={status}>
          <RemittanceState state={remittance.state} />
        </p>
        <p>
          <strong>{formatMoney(cents(remittance.total))}</strong> from {remittance.payerName} ·{' '}
          {remittance.paymentDate} · {paidBy(remittance)}
          <CopyButton text={remittance.checkNumber} what="check number" />
        </p>
        {remittance.reason && (
          <Banner tone={remittance.state === 'set-aside' ? 'neutral' : 'warning'}>
            {isCompared ? 'Nothing of it was posted: compare both, and decide.' : remittance.reason}
          </Banner>
        )}
        {remittance.decision && <Decided decision={remittance.decision} isSame={isCompared} />}
        <BalanceLine remittance={remittance} />
        {remittance.deposit && remittance.deposit.state !== 'nothing-due' && (
          <Deposit remittance={remittance} deposit={remittance.deposit} />
        )}
      </header>
      {remittance.unbalanced.all > 0 && <Unbalanced unbalanced={remittance.unbalanced} />}
      {remittance.ways.length > 0 && !isCompared && (
        <section aria-label="What to do with it" class="same-money">
          <h2>What to do with it</h2>
          <Ways remittance={remittance} isCompared={false} onDecided={onDecided} />
        </section>
      )}
      {isCompared && <SameMoney remittance={remittance} known={sameMoney} onDecided={onDecided} />}
      {providerAdjustments.length > 0 && (
        <section aria-label="Beside the claims">
          <h2>Beside the claims</h2>
          <ul class="adjustments">
            {providerAdjustments.map(({ reason, reference, amount, claimId }) => (
              <li key={`${reason} ${reference} ${amount}`}>
                {providerAdjustmentWords(reason, amount) ?? 'adjustment'}{' '}
                <span class="dim small mono">{reason}</span>{' '}
                {reference !== null && <span class="mono">{reference}</span>}{' '}
                <span class="number">
                  {formatMoney(cents(Math.abs(amount)))} {amount < 0 ? 'more' : 'less'}
                </span>
                {claimId !== null && (
                  <button type="button" class="link" onClick={() => onClaim(claimId)}>
                    Open the claim
                  </button>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      <ClaimsOfRemittance remittance={remittance} onClaim={onClaim} />
      <p class="small">
        <span class="dim">From file</span> <span class="mono file-name">{remittance.fileName}</span>{' '}
        <SaveCopy fileId={remittance.fileId} name={remittance.fileName} />
      </p>
    </article>
  );
}

/** Green only when it is true to the cent; left out where the sum is true, and something within a claim is not. */
function BalanceLine({ remittance }: { remittance: RemittanceDetail }) {
  const { claims, providerAdjustments, payment } = remittance.balance;
  const isTrue = claims - providerAdjustments === payment;
  if (isTrue && remittance.unbalanced.all > 0) return null;
  return (
    <p class={`balance tone-${isTrue ? 'good' : 'bad'}`}>
      <Icon name={isTrue ? 'check' : 'stop'} />
      <span>
        claims {formatMoney(cents(claims))}
        {providerAdjustments !== 0 &&
          ` ${providerAdjustments > 0 ? '−' : '+'} beside them ${formatMoney(cents(Math.abs(providerAdjustments)))}`}{' '}
        {isTrue ? '=' : '≠'} payment {formatMoney(cents(payment))}
      </span>
    </p>
  );
}
