/** What edits ask of the server besides the claim. Asked in the background, and kept: nobody waits for an answer. */
import type {
  ClaimToCost,
  ClearinghouseFacts,
  CostOfNextClaim,
  EarlierCoverage,
  EligibilityCheck,
  StandingClaim,
} from '@claimside/shared/api';
import type { CodeFacts, CodesAsked } from '@claimside/shared/codes';
import type { IsoDate } from '@claimside/shared/values';
import { type QueryClient, useQuery, useQueryClient } from '@tanstack/preact-query';
import { useServer } from './context.tsx';
import type { Answer } from './queries.ts';
import { useSettled } from './use-settled.ts';

/** How long a person has to rest before what was changed is asked about. */
const REST_MS = 300;
/** Lists and clearinghouse change by an admin's hand a few times a year; each new connection asks anew. */
const LASTING_MS = 10 * 60_000;

/** What the lists say of the codes; nothing while an answer about new ones is on its way. */
export function useCodeFacts(asked: CodesAsked | undefined): Answer<CodeFacts> {
  const server = useServer();
  const queries = useQueryClient();
  const settled = useSettled(asked && JSON.stringify(asked), REST_MS);
  return useQuery({
    queryKey: [CODE_FACTS, settled],
    queryFn: async () => {
      const facts = await server.codeFacts(JSON.parse(settled ?? ''));
      forgetOtherEditions(queries, facts);
      return facts;
    },
    enabled: settled !== undefined && hasCodes(settled),
    staleTime: LASTING_MS,
  });
}

const CODE_FACTS = 'code-facts';

const hasCodes = (asked: string) =>
  Object.values<readonly string[]>(JSON.parse(asked)).some(({ length }) => length > 0);

/** A list was imported since: what older editions said of other codes counts no more. */
function forgetOtherEditions(queries: QueryClient, { lists }: CodeFacts): void {
  const editions = JSON.stringify(lists);
  queries.removeQueries({
    queryKey: [CODE_FACTS],
    type: 'inactive',
    predicate: ({ state }) => JSON.stringify((state.data as CodeFacts | undefined)?.lists) !== editions,
  });
}

export function useClearinghouse(): Answer<ClearinghouseFacts | null> {
  const server = useServer();
  return useQuery({
    queryKey: ['clearinghouse'],
    queryFn: () => server.clearinghouse(),
    staleTime: LASTING_MS,
  });
}

/** The claim that stands for the same services; `keyOf` hashes what names them, as it names the patient. */
export function useStandingClaim(
  services: string | undefined,
  keyOf: (services: string) => Promise<string>,
): Answer<StandingClaim | null> {
  const server = useServer();
  const settled = useSettled(services, REST_MS);
  return useQuery({
    queryKey: ['claims', 'standing', settled],
    queryFn: async () => server.standingClaim(await keyOf(settled ?? '')),
    enabled: settled !== undefined && settled === services,
  });
}

/**
 * How the patient was insured before; undefined while that is not known. Never of the patient before: an answer counts
 * only for whom it was asked. `keyOf` hashes what names the patient.
 */
export function useEarlierCoveragesOf(
  patient: string | undefined,
  serviceDate: IsoDate | undefined,
  keyOf: (patient: string) => Promise<string>,
): readonly EarlierCoverage[] | undefined {
  const server = useServer();
  const settled = useSettled(patient, REST_MS);
  const isCurrent = settled !== undefined && settled === patient;
  const { data } = useQuery({
    queryKey: ['earlier-coverages', settled, serviceDate],
    queryFn: async () => server.earlierCoverages(await keyOf(settled ?? ''), serviceDate),
    enabled: isCurrent,
  });
  return isCurrent ? data : undefined;
}

/** What a claim would cost if it left now; undefined while that is not known, and where not enough is there to ask. */
export function useCostOfNextClaim(claim: ClaimToCost | undefined): CostOfNextClaim | undefined {
  const server = useServer();
  const asked = claim && JSON.stringify(claim);
  const settled = useSettled(asked, REST_MS);
  const isCurrent = settled !== undefined && settled === asked;
  const { data } = useQuery({
    queryKey: ['claims', 'cost', settled],
    queryFn: () => server.costOfNextClaim(JSON.parse(settled ?? '')),
    enabled: isCurrent,
  });
  return isCurrent ? data : undefined;
}

/** Under which the last check of a patient is kept. */
export const checkKey = (patient: string | undefined) => ['eligibility', patient] as const;

/** How often a check is looked for that somebody else is waiting for. */
const UNDER_WAY_MS = 2_000;

/** The last check of a patient's coverage; undefined while that is not known. Never of the patient before. */
export function useLatestCheck(
  patient: string | undefined,
  keyOf: (patient: string) => Promise<string>,
): EligibilityCheck | null | undefined {
  const server = useServer();
  const settled = useSettled(patient, REST_MS);
  const isCurrent = settled !== undefined && settled === patient;
  const { data } = useQuery({
    queryKey: checkKey(settled),
    queryFn: async () => server.latestCheck(await keyOf(settled ?? '')),
    enabled: isCurrent,
    refetchInterval: ({ state }) => state.data?.outcome === 'asking' && UNDER_WAY_MS,
  });
  return isCurrent ? data : undefined;
}
