/** What the edits of a draft may know: asked of the server behind a person's back, never waited for. */
import type { Procedures, StandingClaim } from '@claimside/shared/api';
import type { PracticeContext } from '@claimside/shared/capture';
import type { ClaimDraft } from '@claimside/shared/claim';
import { codesOf } from '@claimside/shared/codes';
import { type EditContext, editContextOf, servicesText } from '@claimside/shared/edits';
import { useMemo, useRef } from 'preact/hooks';
import { useClearinghouse, useCodeFacts, useStandingClaim } from '../../ui/server/index.ts';
import { today } from '../today.ts';
import { sha256 } from './sha256.ts';

export interface Known {
  readonly context: EditContext;
  /** What could not be asked, in words; its edits are silent. Empty when all could. */
  readonly unasked: string;
  /** The claim that stands for the same services. */
  readonly standing: StandingClaim | undefined;
  askAgain(): void;
}

/** `isOpen`: the visit is still to be billed, so that a claim that stands for its services is another one. */
export function useKnown(
  draft: ClaimDraft | undefined,
  practice: PracticeContext | null | undefined,
  isOpen: boolean,
): Known {
  const codes = useCodeFacts(draft && codesOf(draft));
  const clearinghouse = useClearinghouse();
  const isFirstClaim = isOpen && draft?.frequency === '1';
  const standing = useStandingClaim(isFirstClaim ? servicesText(draft) : undefined, sha256);

  const [codeFacts, limits] = [useLatest(codes.data), clearinghouse.data];
  const found = (isFirstClaim && standing.data) || undefined;
  const payers = practice?.payers;
  const procedures = keptBy(practice);
  const day = today();
  const context = useMemo(
    () =>
      editContextOf(draft ?? {}, {
        today: day,
        codeFacts,
        payers,
        clearinghouse: limits,
        procedures,
        isBilledAlready: found !== undefined,
      }),
    [draft, day, codeFacts, payers, procedures, limits, found !== undefined],
  );
  const asked = [
    ['code lists', codes],
    ['form of the payer ID', clearinghouse],
    ['earlier claims', standing],
  ] as const;
  const failed = asked.filter(([, { data, isError }]) => isError && data === undefined);
  const unasked = failed.map(([name]) => name).join(', ');
  return useMemo(
    () => ({
      context,
      unasked,
      standing: found,
      askAgain: () => failed.forEach(([, { refetch }]) => void refetch()),
    }),
    [context, unasked, found],
  );
}

/** Undefined where the practice keeps no fee schedule: then no price is missing in it. */
function keptBy(practice: PracticeContext | null | undefined): Procedures | undefined {
  const procedures = practice?.procedures;
  return procedures && Object.keys(procedures).length > 0 ? procedures : undefined;
}

/** Facts speak of the codes that they were asked for: old ones stay true of those while newer ones can't be had. */
function useLatest<T>(value: T | undefined): T | undefined {
  const latest = useRef(value);
  if (value !== undefined) latest.current = value;
  return latest.current;
}
