/** The worklists: choose one, work its claims, open one and come back to where it stood. */
import { CLAIM_LISTS, isProgressList, PROGRESS_LISTS, type Role } from '@claimside/shared/api';
import { useState } from 'preact/hooks';
import { Loading } from '../../ui/parts/index.ts';
import { useClaimCounts, useSession, useUnmatched } from '../../ui/server/index.ts';
import { focusSoon } from '../focus-soon.ts';
import { Opened, useFocusBack } from '../opened.tsx';
import { UNMATCHED_ID, UnmatchedList } from '../unmatched/unmatched-list.tsx';
import { ClaimView } from './claim-view.tsx';
import type { ClaimsWanted } from './lists/filter-choice.ts';
import { ListChoice } from './lists/list-choice.tsx';
import { ListedClaims } from './lists/listed-claims.tsx';
import { countText, firstListOf, type ShownList } from './lists/lists.ts';

/** `wanted`: what is shown first, where that is theirs to see. */
export function ClaimsTab({ wanted }: { wanted?: ClaimsWanted }) {
  const [openId, setOpenId] = useState<string>();
  const role = useSession().data?.role;
  useFocusBack(openId && `claim-${openId}`);
  if (!role) return <Loading what="claims" />;
  return (
    <>
      {/* Kept while a claim is open: its filters, its place and what is selected are there on the way back. */}
      <Worklist role={role} wanted={wanted} isHidden={openId !== undefined} onOpen={setOpenId} />
      {openId !== undefined && (
        <Opened backId="back-to-claims" backTo="Claims" onBack={() => setOpenId(undefined)}>
          <ClaimView id={openId} />
        </Opened>
      )}
    </>
  );
}

function Worklist(props: {
  role: Role;
  wanted: ClaimsWanted | undefined;
  isHidden: boolean;
  onOpen(id: string): void;
}) {
  const { wanted, isHidden, onOpen } = props;
  const mayAct = props.role !== 'clinician';
  const [list, setList] = useState<ShownList>(
    wanted && (mayAct || isProgressList(wanted.list)) ? wanted.list : firstListOf(props.role),
  );
  const sizes = useClaimCounts().data;
  const unmatched = useUnmatched(mayAct).data?.waiting;
  const counts = {
    ...Object.fromEntries((mayAct ? CLAIM_LISTS : PROGRESS_LISTS).map((name) => [name, sizes?.[name]])),
    ...(mayAct && { unmatched }),
  };
  return (
    <div class="worklist" hidden={isHidden}>
      <ListChoice list={list} counts={counts} onChoose={setList} />
      {list === 'unmatched' ? (
        <UnmatchedList onOpen={onOpen} />
      ) : (
        <>
          {list === 'needs-you' && (unmatched ?? 0) > 0 && (
            <p class="small">
              <button
                type="button"
                class="link"
                onClick={() => {
                  setList('unmatched');
                  focusSoon(UNMATCHED_ID);
                }}
              >
                {unmatched === 1 ? '1 answer fits' : `${countText(unmatched)} answers fit`} no claim for
                certain: say whose it is
              </button>
            </p>
          )}
          <ListedClaims
            list={list}
            wanted={wanted}
            unmatched={unmatched ?? 0}
            mayAct={mayAct}
            isHidden={isHidden}
            onOpen={onOpen}
            onList={setList}
          />
        </>
      )}
    </div>
  );
}
