/** Finds a payer in the list as one types, with what the list says of it for each transaction. */
import type { FoundPayer, ListedPayer } from '@claimside/shared/api';
import { useState } from 'preact/hooks';
import { Failed, Tag, TextInput } from '../../ui/parts/index.ts';
import { useFoundPayers, useSettled } from '../../ui/server/index.ts';

const REST_MS = 200;

export function LookUp() {
  const [text, setText] = useState('');
  const settled = useSettled(text.trim(), REST_MS);
  const found = useFoundPayers(settled);
  return (
    <div class="look-up">
      <div class="form">
        <TextInput label="Look up a payer by name or ID" value={text} onType={setText} />
      </div>
      <p role="status" class="small dim">
        {settled.length > 1 && found.data && wordsFor(found.data.length)}
      </p>
      {found.error && <Failed error={found.error} onRetry={() => void found.refetch()} />}
      {settled.length > 1 && found.data && (
        <ul class="rows">
          {found.data.map((payer) => (
            <Payer key={payer.name} payer={payer} />
          ))}
        </ul>
      )}
    </div>
  );
}

const wordsFor = (count: number): string =>
  count === 0 ? 'No payer of the list is called so.' : count === 1 ? '1 payer' : `${count} payers`;

const TRANSACTIONS: Readonly<Record<ListedPayer['transaction'], string>> = {
  '837P': 'Professional claims',
  '837I': 'Institutional claims',
  '837D': 'Dental claims',
  '835': 'Remittances (ERA)',
  '270': 'Eligibility',
  '276': 'Claim status',
};

function Payer({ payer: { name, rows } }: { payer: FoundPayer }) {
  return (
    <li class="row listed-payer">
      <strong>{name}</strong>
      <ul>
        {rows.map((row) => (
          <li key={`${row.transaction} ${row.payerId}`}>
            {TRANSACTIONS[row.transaction]}: <span class="mono">{row.payerId}</span>
            {row.isAvailable === false && <Tag tone="bad">Not available</Tag>}
            {row.isNonPar === true && <Tag tone="warning">Non-par: may bring the monthly fee</Tag>}
            {row.isNonPar === false && <Tag tone="good">Par: free</Tag>}
            {row.needsEnrollment === true && <Tag tone="warning">Enroll first</Tag>}
            {row.transaction === '837P' && row.takesSecondary === false && (
              <Tag tone="neutral">No secondary claims</Tag>
            )}
            {row.takesAttachments === true && <Tag tone="neutral">Takes attachments</Tag>}
            {row.accidentKind !== null && <Tag tone="neutral">{ACCIDENTS[row.accidentKind]}</Tag>}
            {row.notes !== '' && <p class="small">{row.notes}</p>}
          </li>
        ))}
      </ul>
    </li>
  );
}

const ACCIDENTS: Readonly<Record<NonNullable<ListedPayer['accidentKind']>, string>> = {
  work: 'Work comp only',
  auto: 'Auto only',
  'work-and-auto': 'Work comp and auto only',
};
