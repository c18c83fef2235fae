/** The worklists: choose a list or search, go through it with the keys, open a claim. */
import type { ClaimSummary } from '@claimside/shared/api';
import { STATUS_INFO } from '@claimside/shared/lifecycle';
import { formatMoney } from '@claimside/shared/values';
import { useEffect, useRef, useState } from 'preact/hooks';
import {
  ageOf,
  Button,
  Failed,
  Loading,
  NOT_FOR_PASSWORD_MANAGERS,
  Notice,
  Status,
} from '../../ui/parts/index.ts';
import { type ClaimListName, useClaims, useSession, useUnmatched } from '../../ui/server/index.ts';
import { UnmatchedList } from '../unmatched/unmatched-list.tsx';
import { useNow } from '../use-now.ts';
import { ClaimView } from './claim-view.tsx';

const LISTS: readonly (readonly [ClaimListName, string])[] = [
  ['needs-you', 'Needs you'],
  ['in-progress', 'In progress'],
  ['paid', 'Paid'],
  ['all', 'All'],
];

const EMPTY: Readonly<Record<ClaimListName, string>> = {
  'needs-you': 'Nothing needs you. Rejections, denials and unclear answers will stand here.',
  'in-progress': 'No claim is on its way. Billed visits stand here until they are paid.',
  paid: 'No claim has been paid yet.',
  all: 'No claim yet. Open a finished visit and press Bill this visit.',
};

const BACK_ID = 'back-to-claims';

export function ClaimsTab() {
  const [list, setList] = useState<ClaimListName | 'unmatched'>('needs-you');
  const role = useSession().data?.role;
  const seesUnmatched = role !== undefined && role !== 'clinician';
  const unmatched = useUnmatched(seesUnmatched);
  const [search, setSearch] = useState('');
  const [openId, setOpenId] = useState<string>();
  const typed = useDelayed(search.trim());
  const claims = useClaims(list === 'unmatched' ? 'all' : list, typed);
  const searchField = useRef<HTMLInputElement>(null);
  const lastOpen = useRef<string>();

  useEffect(() => {
    const slash = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.target instanceof HTMLInputElement) return;
      event.preventDefault();
      searchField.current?.focus();
    };
    document.addEventListener('keydown', slash);
    return () => document.removeEventListener('keydown', slash);
  }, []);
  useEffect(() => {
    const target = openId !== undefined ? BACK_ID : lastOpen.current && `claim-${lastOpen.current}`;
    if (target) document.getElementById(target)?.focus();
  }, [openId]);

  if (openId !== undefined) {
    const back = () => {
      lastOpen.current = openId;
      setOpenId(undefined);
    };
    return (
      // biome-ignore lint/a11y/noStaticElementInteractions: Escape goes back from anywhere in the claim
      <div
        class="opened"
        onKeyDown={(event) => {
          // What is being corrected is not left by a key.
          const isCorrecting = event.target instanceof Element && event.target.closest('.correct');
          if (event.key !== 'Escape' || isCorrecting) return;
          event.stopPropagation();
          back();
        }}
      >
        <Button id={BACK_ID} kind="quiet" icon="back" onClick={back}>
          Claims
        </Button>
        <ClaimView id={openId} />
      </div>
    );
  }
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
            {label} <span class="count">{claims.data?.counts[name] ?? '–'}</span>
          </button>
        ))}
        {seesUnmatched && (
          <button
            type="button"
            class="choice"
            aria-pressed={list === 'unmatched'}
            onClick={() => setList('unmatched')}
          >
            Unmatched <span class="count">{unmatched.data?.waiting ?? '–'}</span>
          </button>
        )}
      </fieldset>
      {list === 'unmatched' ? (
        <UnmatchedList onOpen={setOpenId} />
      ) : (
        <>
          <input
            ref={searchField}
            class="input"
            type="search"
            aria-label="Search claims by name, date, payer or number"
            placeholder="Name, date, payer, claim number"
            title="/"
            {...NOT_FOR_PASSWORD_MANAGERS}
            value={search}
            onInput={(event) => setSearch(event.currentTarget.value)}
          />
          {claims.data ? (
            <ClaimRows
              claims={claims.data.claims}
              onOpen={setOpenId}
              empty={typed === '' ? EMPTY[list] : `No claim in this list fits “${typed}”.`}
            />
          ) : claims.error ? (
            <Failed error={claims.error} onRetry={() => void claims.refetch()} />
          ) : (
            <Loading what="claims" />
          )}
        </>
      )}
    </div>
  );
}

function ClaimRows(props: { claims: readonly ClaimSummary[]; onOpen(id: string): void; empty: string }) {
  const now = useNow();
  if (props.claims.length === 0) return <Notice title={props.empty} />;
  return (
    <ul class="claim-rows" onKeyDown={moveInList}>
      {props.claims.map((claim) => (
        <li key={claim.id}>
          <button
            id={`claim-${claim.id}`}
            type="button"
            class="claim-row"
            onClick={() => props.onOpen(claim.id)}
          >
            <span class="claim-row-line">
              <strong>{claim.patientName}</strong>
              <span class="number">{formatMoney(claim.totalCharge)}</span>
            </span>
            <span class="claim-row-line dim small">
              <span>
                {claim.serviceDate} · {claim.payerName}
              </span>
            </span>
            <span class="claim-row-line">
              <Status status={claim.status} />
              <span class="dim small">{ageOf(claim.statusSince, now)}</span>
            </span>
            {STATUS_INFO[claim.status].needsPerson && (
              <span class="small claim-row-next">{STATUS_INFO[claim.status].next}</span>
            )}
          </button>
        </li>
      ))}
    </ul>
  );
}

/** J, K and the arrows, while the list has the focus. */
function moveInList(event: KeyboardEvent) {
  const step = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 }[event.key];
  if (step === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
  const rows = [
    ...((event.currentTarget as Element | null)?.querySelectorAll<HTMLElement>('.claim-row') ?? []),
  ];
  const at = rows.indexOf(document.activeElement as HTMLElement);
  const next = rows[at + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

/** The text once nobody typed for a moment. */
function useDelayed(text: string): string {
  const [delayed, setDelayed] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setDelayed(text), 200);
    return () => clearTimeout(timer);
  }, [text]);
  return delayed;
}
