/** Payments: what came and whether it is posted, what waits, what is between payers and practice; files brought, payments typed in. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { Button, Failed, Loading } from '../../ui/parts/index.ts';
import { useFiles, useRemittances } from '../../ui/server/index.ts';
import { ClaimView } from '../claims/claim-view.tsx';
import { BringFile } from './bring-file.tsx';
import { PayerBalances } from './payer-balances.tsx';
import { RemittanceRows } from './remittance-rows.tsx';
import { RemittanceView } from './remittance-view.tsx';
import { TypePayment } from './typed/type-payment.tsx';
import { WaitingFiles } from './waiting-files.tsx';
import './payments.css';

type Place =
  | { readonly kind: 'remittance'; readonly id: string }
  | { readonly kind: 'claim'; readonly id: string }
  | { readonly kind: 'typing' };

const BACK_ID = 'back-to-payments';

export function PaymentsTab() {
  const [path, setPath] = useState<readonly Place[]>([]);
  const place = path.at(-1);
  const back = () => setPath((at) => at.slice(0, -1));
  const go = (to: Place) => setPath((at) => [...at, to]);
  const lastOpen = useRef<string>();
  if (place?.kind === 'remittance') lastOpen.current = place.id;
  useEffect(() => {
    const target = place ? BACK_ID : lastOpen.current && `remittance-${lastOpen.current}`;
    if (target) document.getElementById(target)?.focus();
  }, [place]);
  if (!place) return <Overview onGo={go} />;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape goes back from anywhere in it
    <div
      class="opened"
      onKeyDown={(event) => {
        // What is being typed or corrected is not left by a key.
        const isAtWork = event.target instanceof Element && event.target.closest('.correct, .typing');
        if (event.key !== 'Escape' || isAtWork) return;
        event.stopPropagation();
        back();
      }}
    >
      <Button id={BACK_ID} kind="quiet" icon="back" onClick={back}>
        {path.length > 1 ? 'Back' : 'Payments'}
      </Button>
      {place.kind === 'remittance' && (
        <RemittanceView id={place.id} onClaim={(id) => go({ kind: 'claim', id })} />
      )}
      {place.kind === 'claim' && <ClaimView id={place.id} />}
      {place.kind === 'typing' && <TypePayment onDone={back} />}
    </div>
  );
}

const LISTS = [
  ['payments', 'Payments'],
  ['balances', 'Between us and payers'],
] as const;

function Overview({ onGo }: { onGo(to: Place): void }) {
  const [list, setList] = useState<(typeof LISTS)[number][0]>('payments');
  const remittances = useRemittances();
  const files = useFiles();
  const waiting = (files.data ?? []).filter((file) => file.state === 'needs-person');
  const error = remittances.error ?? files.error;
  const open = (id: string) => onGo({ kind: 'remittance', id });
  if (error && !remittances.data) {
    return (
      <Failed error={error} onRetry={() => void Promise.all([remittances.refetch(), files.refetch()])} />
    );
  }
  if (!remittances.data) return <Loading what="payments" />;
  return (
    <div class="worklist">
      <fieldset class="list-choice" aria-label="List">
        {LISTS.map(([name, label]) => (
          <button
            key={name}
            type="button"
            class="choice"
            aria-pressed={name === list}
            onClick={() => setList(name)}
          >
            {label}
          </button>
        ))}
      </fieldset>
      {list === 'balances' ? (
        <PayerBalances onRemittance={open} />
      ) : (
        <>
          <div class="payments-actions">
            <BringFile />
            <Button onClick={() => onGo({ kind: 'typing' })}>Type in a payment</Button>
          </div>
          {waiting.length > 0 && <WaitingFiles files={waiting} />}
          <RemittanceRows remittances={remittances.data} onOpen={open} />
        </>
      )}
    </div>
  );
}
