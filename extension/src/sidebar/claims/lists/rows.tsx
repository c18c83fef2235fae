/** The claims of a list: gone through, selected and opened with keys or by pointing. */
import { isWhole, type ListedClaim, type ListedProgress } from '@claimside/shared/api';
import { formatMoney } from '@claimside/shared/values';
import { ageOf, Status } from '../../../ui/parts/index.ts';
import { useAssignees } from '../../../ui/server/index.ts';
import { useNow } from '../../../ui/use-now.ts';
import { moveInList } from '../../listing/row-keys.ts';
import { today } from '../../today.ts';
import { listedWords } from '../progress/words.ts';
import { deadlineOf, nextOf } from './lists.ts';

export function ClaimRows(props: {
  claims: readonly (ListedClaim | ListedProgress)[];
  selected: ReadonlySet<string>;
  /** Undefined for people who may not act on several at once. */
  onSelect: ((id: string) => void) | undefined;
  onOpen(id: string): void;
}) {
  const { claims, selected, onSelect, onOpen } = props;
  const now = useNow();
  const names = new Map(useAssignees().data?.map(({ id, name }) => [id, name]));
  return (
    <ul class="claim-rows" onKeyDown={(event) => moveInList(event, onSelect)}>
      {claims.map((claim) => (
        <li key={claim.id} class="claim-line" data-selected={selected.has(claim.id) || undefined}>
          {onSelect && (
            <label class="claim-select">
              <input
                type="checkbox"
                tabIndex={-1}
                aria-label={`Select ${claim.patientName}, ${claim.serviceDate}`}
                checked={selected.has(claim.id)}
                onChange={() => onSelect(claim.id)}
              />
            </label>
          )}
          <Row
            claim={claim}
            now={now}
            isSelected={selected.has(claim.id)}
            assignee={names.get(claim.assignedTo ?? '')}
            onOpen={onOpen}
          />
        </li>
      ))}
    </ul>
  );
}

function Row(props: {
  claim: ListedClaim | ListedProgress;
  now: number;
  isSelected: boolean;
  assignee: string | undefined;
  onOpen(id: string): void;
}) {
  const { claim, now, isSelected, assignee } = props;
  const deadline = deadlineOf(claim, today());
  const next = isWhole(claim) ? nextOf(claim, today()) : listedWords(claim);
  const { place } = claim;
  return (
    <button
      id={`claim-${claim.id}`}
      type="button"
      class="claim-row"
      data-id={claim.id}
      onClick={() => props.onOpen(claim.id)}
    >
      <span class="row-who">
        <strong>{claim.patientName}</strong>
        {isSelected && <span class="for-screen-readers">, selected</span>}
      </span>
      {isWhole(claim) && <Amount claim={claim} />}
      <span class="row-what dim small">
        {claim.serviceDate} · {claim.payerName}
      </span>
      <span class="row-status">
        <Status status={claim.status} />
      </span>
      <span class="row-age dim small">{ageOf(place?.since ?? claim.statusSince, now)}</span>
      {deadline && <span class={`row-deadline small tone-text-${deadline.tone}`}>{deadline.words}</span>}
      {assignee !== undefined && <span class="row-assignee dim small">With {assignee}</span>}
      {next && <span class="row-next small">{next}</span>}
    </button>
  );
}

/** What is at stake, of how much. */
function Amount({ claim: { place, totalCharge } }: { claim: ListedClaim }) {
  const isPart = place !== null && place.amount !== totalCharge;
  return (
    <span class="row-amount number">
      <strong>{formatMoney(place?.amount ?? totalCharge)}</strong>
      {isPart && <span class="dim small"> of {formatMoney(totalCharge)}</span>}
    </span>
  );
}
