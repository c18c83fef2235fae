/** The worklists: choose one, work its claims, open one and come back to where it stood. */
import { CLAIM_LISTS } from '@claimside/shared/api';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../../ui/parts/index.ts';
import { useClaimCounts, useSession, useUnmatched } from '../../ui/server/index.ts';
import { UnmatchedList } from '../unmatched/unmatched-list.tsx';
import { ClaimView } from './claim-view.tsx';
import { ListChoice } from './lists/list-choice.tsx';
import { ListedClaims } from './lists/listed-claims.tsx';
import type { ShownList } from './lists/lists.ts';

const BACK_ID = 'back-to-claims';

export function ClaimsTab() {
  const [openId, setOpenId] = useState<string>();
  const lastOpen = useRef<string>();
  useEffect(() => {
    const target = openId !== undefined ? BACK_ID : lastOpen.current && `claim-${lastOpen.current}`;
    if (target) document.getElementById(target)?.focus();
  }, [openId]);
  const back = () => {
    lastOpen.current = openId;
    setOpenId(undefined);
  };
  return (
    <>
      {/* Kept while a claim is open: its filters, its place and what is selected are there on the way back. */}
      <Worklist isHidden={openId !== undefined} onOpen={setOpenId} />
      {openId !== undefined && (
        // biome-ignore lint/a11y/noStaticElementInteractions: Escape goes back from anywhere in the claim
        <div
          class="opened"
          onKeyDown={(event) => {
            // What is being corrected or written is not left by a key.
            const isWriting = event.target instanceof Element && event.target.closest('.correct, textarea');
            if (event.key !== 'Escape' || isWriting) return;
            event.stopPropagation();
            back();
          }}
        >
          <Button id={BACK_ID} kind="quiet" icon="back" onClick={back}>
            Claims
          </Button>
          <ClaimView id={openId} />
        </div>
      )}
    </>
  );
}

function Worklist({ isHidden, onOpen }: { isHidden: boolean; onOpen(id: string): void }) {
  const [list, setList] = useState<ShownList>('needs-you');
  const role = useSession().data?.role;
  const mayAct = role === 'biller' || role === 'admin';
  const sizes = useClaimCounts().data;
  const unmatched = useUnmatched(mayAct).data?.waiting;
  const counts = {
    ...Object.fromEntries(CLAIM_LISTS.map((name) => [name, sizes?.[name]])),
    ...(mayAct && { unmatched }),
  };
  return (
    <div class="worklist" hidden={isHidden}>
      <ListChoice list={list} counts={counts} onChoose={setList} />
      {list === 'unmatched' ? (
        <UnmatchedList onOpen={onOpen} />
      ) : (
        <ListedClaims list={list} mayAct={mayAct} isHidden={isHidden} onOpen={onOpen} />
      )}
    </div>
  );
}
