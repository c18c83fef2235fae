/** The payments that came, newest first: who, how much, whether it is posted and has arrived. */
import type { DepositState, RemittanceSummary } from '@claimside/shared/api';
import { cents, formatMoney } from '@claimside/shared/values';
import { Notice, Tag, type Tone } from '../../ui/parts/index.ts';

const STATES: Readonly<Record<RemittanceSummary['state'], readonly [Tone, string]>> = {
  posted: ['good', 'Posted, balanced'],
  unbalanced: ['bad', 'Does not balance'],
  'needs-person': ['warning', 'Needs a person'],
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
  if (props.remittances.length === 0)
    return (
      <Notice title="No remittance yet.">
        <p class="dim">
          When a payer pays, its remittance (835) comes by itself and stands here with its check number.
        </p>
      </Notice>
    );
  return (
    <ul class="claim-rows">
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
                {remittance.paymentDate} · {paidBy(remittance)} ·{' '}
                {remittance.claims === 1 ? '1 claim' : `${remittance.claims} claims`}
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
