/** Payments: what came and whether it is posted, what waits, what is between payers and practice; files brought, payments typed in. */
import { useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { Button, Icon } from '../../ui/parts/index.ts';
import { ClaimView } from '../claims/claim-view.tsx';
import { Opened, useFocusBack } from '../opened.tsx';
import { BringFile } from './bring-file.tsx';
import { PayerBalances } from './payer-balances.tsx';
import { RemittanceList } from './remittance-list.tsx';
import { RemittanceView } from './remittance-view.tsx';
import { SET_ASIDE_ID } from './set-aside.tsx';
import { TypePayment } from './typed/type-payment.tsx';
import { WaitingFiles } from './waiting-files.tsx';
import './payments.css';

type Place =
  | { readonly kind: 'remittance'; readonly id: string }
  | { readonly kind: 'claim'; readonly id: string }
  | { readonly kind: 'typing' };

/** What in the overview opens such a place; a claim is opened from a payment. */
function openerOf(place: Place | undefined): string | undefined {
  if (place?.kind === 'remittance') return `remittance-${place.id}`;
  return place?.kind === 'typing' ? TYPE_IN_ID : undefined;
}
const TYPE_IN_ID = 'type-in-payment';

export function PaymentsTab() {
  const [path, setPath] = useState<readonly Place[]>([]);
  /** Of the payment that was typed in last. */
  const [posted, setPosted] = useState<string>();
  const place = path.at(-1);
  const back = () => setPath((at) => at.slice(0, -1));
  const go = (to: Place) => {
    setPosted(undefined);
    setPath((at) => [...at, to]);
  };
  useFocusBack(openerOf(path[0]), SET_ASIDE_ID);
  return (
    <>
      {/* Kept while something is open: what was searched for and loaded is there on the way back. */}
      <Overview
        isHidden={place !== undefined}
        posted={posted}
        onGo={go}
        onOtherAct={() => setPosted(undefined)}
      />
      {place && (
        <Opened
          key={path.length}
          backId="back-to-payments"
          backTo={path.length > 1 ? 'Back' : 'Payments'}
          onBack={back}
        >
          {place.kind === 'remittance' && (
            <RemittanceView id={place.id} onClaim={(id) => go({ kind: 'claim', id })} />
          )}
          {place.kind === 'claim' && <ClaimView id={place.id} />}
          {place.kind === 'typing' && (
            <TypePayment
              onDone={(words) => {
                setPosted(words);
                back();
              }}
              onKept={(id) => setPath([{ kind: 'remittance', id }])}
            />
          )}
        </Opened>
      )}
    </>
  );
}

const LISTS = [
  ['payments', 'Payments'],
  ['balances', 'Between us and payers'],
] as const;

function Overview(props: {
  isHidden: boolean;
  posted: string | undefined;
  onGo(to: Place): void;
  /** What was posted is said until something else is done. */
  onOtherAct(): void;
}) {
  const { isHidden, posted, onGo, onOtherAct } = props;
  const [list, setList] = useState<(typeof LISTS)[number][0]>('payments');
  const open = (id: string) => onGo({ kind: 'remittance', id });
  return (
    <div class="worklist" hidden={isHidden}>
      <fieldset class="list-choice" aria-label="List">
        {LISTS.map(([name, label]) => (
          <button
            key={name}
            type="button"
            class="choice"
            aria-pressed={name === list}
            onClick={() => {
              onOtherAct();
              setList(name);
            }}
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
            <BringFile posted={posted} onBegin={onOtherAct} />
            <Button id={TYPE_IN_ID} onClick={() => onGo({ kind: 'typing' })}>
              Type in a payment
            </Button>
            <Button
              icon="open"
              onClick={() => void browser.tabs.create({ url: browser.runtime.getURL('/reports.html') })}
            >
              Reports
            </Button>
            {posted !== undefined && (
              <p class="finding tone-good" role="status">
                <Icon name="check" />
                <span>{posted}</span>
              </p>
            )}
          </div>
          <WaitingFiles nextId={TYPE_IN_ID} />
          <RemittanceList isHidden={isHidden} onOpen={open} />
        </>
      )}
    </div>
  );
}
