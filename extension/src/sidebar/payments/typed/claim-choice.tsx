/** Finds a claim by name, date or number, to pay it. */
import { wholeOf } from '@claimside/shared/api';
import { formatMoney } from '@claimside/shared/values';
import { useState } from 'preact/hooks';
import { Button, Status, TextInput } from '../../../ui/parts/index.ts';
import { sentenceOf, useClaimPages } from '../../../ui/server/index.ts';

const MOST = 5;

export function ClaimChoice(props: { id: string; onChoose(claimId: string): Promise<void> }) {
  const { onChoose } = props;
  const [typed, setTyped] = useState('');
  const [search, setSearch] = useState('');
  const [trouble, setTrouble] = useState<string>();
  const claims = useClaimPages({ list: 'all', ...(search !== '' && { search }) });
  const found = search === '' ? [] : (claims.data?.pages ?? []).flatMap(wholeOf).slice(0, MOST);
  const choose = async (id: string) => {
    try {
      await onChoose(id);
      setTyped('');
      setSearch('');
      setTrouble(undefined);
    } catch (error) {
      setTrouble(sentenceOf(error));
    }
  };
  return (
    <form
      id={props.id}
      class="claim-choice"
      onSubmit={(event) => {
        event.preventDefault();
        setSearch(typed.trim());
      }}
    >
      <TextInput label="Add a claim: name, date or claim number" value={typed} onType={setTyped} />
      <Button type="submit" class="small">
        Find
      </Button>
      {search !== '' && claims.data && found.length === 0 && (
        <p class="dim small" role="status">
          No claim fits “{search}”.
        </p>
      )}
      {found.length > 0 && (
        <ul class="claim-rows" aria-label="Claims found">
          {found.map(
            ({ id, patientName, serviceDate, payerName, totalCharge, status, patientControlNumber }) => (
              <li key={id}>
                <button type="button" class="claim-row" onClick={() => void choose(id)}>
                  <span class="claim-row-line">
                    <strong>{patientName}</strong>
                    <span class="number">{formatMoney(totalCharge)}</span>
                  </span>
                  <span class="claim-row-line dim small">
                    <span>
                      {serviceDate} · {payerName} · <span class="mono">{patientControlNumber}</span>
                    </span>
                    <Status status={status} />
                  </span>
                </button>
              </li>
            ),
          )}
        </ul>
      )}
      {trouble !== undefined && (
        <p class="finding tone-bad" role="alert">
          {trouble}
        </p>
      )}
    </form>
  );
}
