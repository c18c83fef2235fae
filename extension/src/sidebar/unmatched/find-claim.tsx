/** Searches the claim of an answer by hand, and shows it beside the answer before it is taken. */
import { isWhole, type UnmatchedAnswer, wholeOf } from '@claimside/shared/api';
import { compareWithClaim, identityOf } from '@claimside/shared/matching';
import { formatMoney, isIsoDate } from '@claimside/shared/values';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Failed, Loading, NOT_FOR_PASSWORD_MANAGERS, Status } from '../../ui/parts/index.ts';
import { useClaim, useClaimPages } from '../../ui/server/index.ts';
import { GuardedButton } from '../guarded-press.tsx';
import { type Compared, SideBySide } from './side-by-side.tsx';

/** As many as one looks through; a longer list asks for a better word. */
const MOST = 8;

interface FindClaimProps {
  answer: UnmatchedAnswer;
  isPending: boolean;
  onMatch(claim: Compared): void;
}

export function FindClaim(props: FindClaimProps) {
  const [search, setSearch] = useState('');
  const [chosen, setChosen] = useState<string>();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  const typed = search.trim();
  return (
    <div class="way">
      <input
        ref={input}
        class="input"
        type="search"
        aria-label="Search the claim by number, name or date"
        placeholder="Claim number, name, date"
        {...NOT_FOR_PASSWORD_MANAGERS}
        value={search}
        onInput={(event) => {
          setChosen(undefined);
          setSearch(event.currentTarget.value);
        }}
      />
      {chosen !== undefined ? (
        <Chosen {...props} claimId={chosen} />
      ) : (
        typed.length > 1 && <Found search={typed} onChoose={setChosen} />
      )}
    </div>
  );
}

function Found({ search, onChoose }: { search: string; onChoose(claimId: string): void }) {
  const claims = useClaimPages({ list: 'all', ...(search !== '' && { search }) });
  if (!claims.data) {
    if (claims.error) return <Failed error={claims.error} onRetry={() => void claims.refetch()} />;
    return <Loading what="claims" />;
  }
  const found = claims.data.pages.flatMap(wholeOf).slice(0, MOST);
  if (found.length === 0) return <p class="small">No claim fits “{search}”.</p>;
  return (
    <ul class="claim-rows">
      {found.map((claim) => (
        <li key={claim.id}>
          <button type="button" class="claim-row" onClick={() => onChoose(claim.id)}>
            <span class="claim-row-line">
              <strong>{claim.patientName}</strong>
              <span class="number">{formatMoney(claim.totalCharge)}</span>
            </span>
            <span class="claim-row-line small">
              <span class="dim">
                {claim.serviceDate} · {claim.payerName}
              </span>
              <Status status={claim.status} />
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function Chosen({ answer, isPending, onMatch, claimId }: FindClaimProps & { claimId: string }) {
  const claim = useClaim(claimId);
  const place = useRef<HTMLDivElement>(null);
  const whole = claim.data && isWhole(claim.data) ? claim.data : undefined;
  const isThere = whole !== undefined;
  useEffect(() => {
    if (isThere) place.current?.querySelector('button')?.focus();
  }, [isThere]);
  if (!whole) {
    if (claim.error) return <Failed error={claim.error} onRetry={() => void claim.refetch()} />;
    return <Loading what="the claim" />;
  }
  const { patientName, patientControlNumber, serviceDate, totalCharge, payerName } = whole;
  const { says } = answer;
  const [lastName = '', firstName = ''] = (says.patientName ?? '').split(', ');
  const fits = compareWithClaim(
    {
      patientControlNumber: says.patientControlNumber,
      lastName,
      firstName,
      memberIds: says.memberId === null ? [] : [says.memberId],
      serviceDate: says.serviceDate !== null && isIsoDate(says.serviceDate) ? says.serviceDate : undefined,
      charge: says.charge ?? undefined,
      payerName: says.payerName ?? undefined,
    },
    identityOf(whole.claim),
  );
  const { memberId } = whole.claim.coverage;
  const compared = {
    claimId,
    patientName,
    patientControlNumber,
    memberId,
    serviceDate,
    totalCharge,
    payerName,
    fits,
  };
  return (
    <div ref={place} class="way">
      <SideBySide answer={answer} claim={compared} />
      <div class="actions">
        <GuardedButton disabled={isPending} onPress={() => onMatch(compared)}>
          It is this claim
        </GuardedButton>
      </div>
    </div>
  );
}
