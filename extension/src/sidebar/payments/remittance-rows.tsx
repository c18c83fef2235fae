/** Payments as rows: who, how much, whether it is posted and has arrived. */
import type { DepositState, RemittanceSummary } from '@claimside/shared/api';
import { cents, formatMoney } from '@claimside/shared/values';
import { Tag, type Tone } from '../../ui/parts/index.ts';
import { moveInList } from '../listing/row-keys.ts';

const STATES: Readonly<Record<RemittanceSummary['state'], readonly [Tone, string]>> = {
  posted: ['good', 'Posted, balanced'],
  unbalanced: ['bad', 'Does not balance'],
  'needs-person': ['warning', 'Needs a person'],
  'set-aside': ['neutral', 'Set aside'],
};

const METHODS: Readonly<Record<string, string>> = {
  ACH: 'EFT',
  CHK: 'check',
  FWT: 'wire',
  NON: 'no payment',
};

/** `EFT 1675110988`, `check 77`. */
export function paidBy({ paymentMethod, checkNumber }: RemittanceSummary) {
  return (
    <>
      {METHODS[paymentMethod] ?? 'check'} <span class="mono">{checkNumber}</span>
    </>
  );
}

/** `1 claim`, `12,000 claims`. */
export const claimsText = (count: number): string =>
  count === 1 ? '1 claim' : `${count.toLocaleString('en-US')} claims`;

export function RemittanceState({ state }: { state: RemittanceSummary['state'] }) {
  const [tone, label] = STATES[state];
  return <Tag tone={tone}>{label}</Tag>;
}

/** Whether the money was seen at the bank. */
export function depositWords(deposit: DepositState): string {
  switch (deposit.state) {
    case 'nothing-due':
      return 'no money due';
    case 'awaited':
      return 'not at the bank yet';
    case 'arrived':
      return `at the bank ${deposit.receivedOn ?? ''}`;
    case 'differs':
      return `${formatMoney(cents(Math.abs(deposit.missing)))} ${deposit.missing > 0 ? 'less' : 'more'} at the bank`;
  }
}

export function RemittanceRows(props: {
  remittances: readonly RemittanceSummary[];
  onOpen(id: string): void;
}) {
  return (
    <ul class="claim-rows" onKeyDown={(event) => moveInList(event)}>
      {props.remittances.map((remittance) => (
        <li key={remittance.id}>
          <button
            id={`remittance-${remittance.id}`}
            type="button"
            class="claim-row"
            onClick={() => props.onOpen(remittance.id)}
          >
            <span class="claim-row-line">
              <strong>{remittance.payerName}</strong>
              <span class="number">{formatMoney(cents(remittance.total))}</span>
            </span>
            <span class="claim-row-line dim small">
              <span>
                {remittance.paymentDate} · {paidBy(remittance)} · {claimsText(remittance.claims)}
              </span>
            </span>
            <span class="claim-row-line">
              <RemittanceState state={remittance.state} />
              {remittance.deposit && <span class="dim small">{depositWords(remittance.deposit)}</span>}
            </span>
            {remittance.reason && <span class="small claim-row-next">{remittance.reason}</span>}
          </button>
        </li>
      ))}
    </ul>
  );
}
