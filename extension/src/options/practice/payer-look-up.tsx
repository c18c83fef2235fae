/** Proposes payers of the clearinghouse's list as one types, and fills the form with what the list says of the one taken. */
import type { ListedPayer } from '@claimside/shared/api';
import { useState } from 'preact/hooks';
import { Combobox, Field } from '../../ui/parts/index.ts';
import { useFoundPayers, usePayerLists, useSettled } from '../../ui/server/index.ts';
import type { Texts } from '../form/part.ts';
import { proposedPayers, textsOfProposed } from './payer-proposals.ts';

const REST_MS = 200;

export function PayerLookUp({ onTake }: { onTake(texts: Texts): void }) {
  const [typed, setTyped] = useState('');
  const [said, setSaid] = useState('');
  const lists = usePayerLists();
  const found = useFoundPayers(useSettled(typed.trim(), REST_MS), '837P');
  if (lists.data?.length === 0)
    return (
      <p class="small dim whole-row">
        Once the clearinghouse’s payer list is brought (below), payers are proposed from it.
      </p>
    );
  const rows = proposedPayers(found.data ?? []);
  return (
    <div class="whole-row">
      <Field label="Find it in the payer list, by name or ID">
        {({ id }) => (
          <Combobox
            id={id}
            label="Find it in the payer list, by name or ID"
            shown=""
            choices={rows.map((row) => ({ value: keyOf(row), label: row.name, mark: row.payerId }))}
            nothing={
              typed.trim().length < 2
                ? 'Type two letters or more.'
                : 'No payer of the list that takes professional claims is called so.'
            }
            onType={setTyped}
            onChoose={({ value }) => {
              const row = rows.find((each) => keyOf(each) === value);
              if (!row) return;
              onTake(textsOfProposed(row));
              setSaid(wordsFor(row));
            }}
          />
        )}
      </Field>
      <p role="status" class="small">
        {said}
      </p>
    </div>
  );
}

const keyOf = ({ name, payerId }: ListedPayer): string => `${payerId} ${name}`;

/** The row may say more, and not all of it has a field. */
function wordsFor({ name, isAvailable, isNonPar, needsEnrollment, notes }: ListedPayer): string {
  return [
    `${name} was taken from the list.`,
    isAvailable === false ? 'The list says that it is not available now.' : '',
    isNonPar ? 'It is non-par: claims to it may bring the monthly fee.' : '',
    needsEnrollment ? 'It wants an enrollment before the first claim: see Enrollments.' : '',
    notes,
  ]
    .filter(Boolean)
    .join(' ');
}
