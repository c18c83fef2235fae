/** What views ask of the server, under the keys that live events invalidate. */
import type {
  Assignee,
  BalanceEntryList,
  ClaimHistory,
  ClaimListName,
  ClaimNote,
  ClaimsPaid,
  ClaimsPaidSearch,
  DecidedAnswer,
  ExchangeStatus,
  FileList,
  InboundFile,
  ListedProgress,
  PayerBalanceList,
  RemittanceDetail,
  RemittanceList,
  SavedFilters,
  Session,
  ShownClaim,
  ShownClaimList,
  UnmatchedList,
} from '@claimside/shared/api';
import type { PracticeContext } from '@claimside/shared/capture';
import type { Paper } from '@claimside/shared/papers';
import {
  type InfiniteData,
  keepPreviousData,
  type UseInfiniteQueryResult,
  type UseQueryResult,
  useInfiniteQuery,
  useQuery,
} from '@tanstack/preact-query';
import { useServer } from './context.tsx';
import type { ClaimFilters, PaperAsked } from './contract.ts';

/** A query's state; its error is a ServerTrouble. */
export type Answer<Data> = UseQueryResult<Data, Error>;
/** Page by page. */
export type Pages<Page, Cursor = string> = UseInfiniteQueryResult<InfiniteData<Page, Cursor>, Error>;

export function useSession(): Answer<Session> {
  const server = useServer();
  return useQuery({ queryKey: ['session'], queryFn: () => server.session() });
}

/** With its prices: a visit is filled from both. */
export function usePractice(): Answer<PracticeContext | null> {
  const server = useServer();
  return useQuery({
    queryKey: ['practice'],
    queryFn: async () => {
      const [settings, prices] = await Promise.all([server.practice(), server.procedures()]);
      const procedures = Object.fromEntries(prices.map((procedure) => [procedure.code, procedure]));
      return settings && { ...settings, procedures };
    },
    staleTime: 5 * 60_000,
  });
}

/** A list page by page, with the size of each list. */
export function useClaimPages(query: ClaimFilters & { readonly list: ClaimListName }): Pages<ShownClaimList> {
  const server = useServer();
  return useInfiniteQuery({
    queryKey: ['claims', 'list', query],
    queryFn: ({ pageParam }) => server.searchClaims({ ...query, ...(pageParam && { cursor: pageParam }) }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  });
}

/** Of each list that the device may look at. */
export function useClaimCounts(): Answer<Partial<Record<ClaimListName, number>>> {
  const server = useServer();
  return useQuery({
    queryKey: ['claims', 'counts'],
    queryFn: async () => (await server.searchClaims({ list: 'all', limit: 1 })).counts,
  });
}

/** Who works on claims; changes when a browser is paired or unpaired. */
export function useAssignees(): Answer<readonly Assignee[]> {
  const server = useServer();
  return useQuery({ queryKey: ['assignees'], queryFn: () => server.assignees(), staleTime: 60_000 });
}

/** Under the claim's key, so that what changes the claim asks for its notes again. */
export function useNotes(claimId: string): Answer<readonly ClaimNote[]> {
  const server = useServer();
  return useQuery({ queryKey: ['claim', claimId, 'notes'], queryFn: () => server.notes(claimId) });
}

export function useHistory(claimId: string): Answer<ClaimHistory> {
  const server = useServer();
  return useQuery({ queryKey: ['claim', claimId, 'history'], queryFn: () => server.history(claimId) });
}

export function usePaper(asked: PaperAsked): Answer<Paper> {
  const server = useServer();
  const of = asked.kind === 'self-pay' ? [] : ['claim', asked.claimId];
  return useQuery({ queryKey: [...of, 'paper', asked], queryFn: () => server.paper(asked) });
}

/** Claims made from one visit, newest first; asks nothing until the visit is known. */
export function useClaimsOfVisit(visitKey: string | undefined): Answer<readonly ListedProgress[]> {
  const server = useServer();
  return useQuery({
    queryKey: ['claims', 'visit', visitKey],
    queryFn: async () => {
      const { claims } = await server.claims({ list: 'all', ...(visitKey ? { visitKey } : {}) });
      return [...claims].sort((a, b) => b.createdAt.localeCompare(a.createdAt));
    },
    enabled: visitKey !== undefined,
  });
}

export function useClaim(id: string): Answer<ShownClaim> {
  const server = useServer();
  return useQuery({ queryKey: ['claim', id], queryFn: () => server.claim(id) });
}

export function useExchange(): Answer<ExchangeStatus> {
  const server = useServer();
  return useQuery({ queryKey: ['exchange'], queryFn: () => server.exchange() });
}

/** What waits first, then the newest payment. */
export function useRemittancePages(search: string): Pages<RemittanceList> {
  const server = useServer();
  return useInfiniteQuery({
    queryKey: ['remittances', 'list', search],
    queryFn: ({ pageParam }) =>
      server.searchRemittances({ ...(search && { search }), ...(pageParam && { cursor: pageParam }) }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  });
}

/** Payments that people set aside; `enabled` once they are looked at. */
export function useSetAsideRemittances(search: string, enabled: boolean): Pages<RemittanceList> {
  const server = useServer();
  return useInfiniteQuery({
    queryKey: ['remittances', 'set-aside', search],
    queryFn: ({ pageParam }) =>
      server.searchRemittances({
        isSetAside: true,
        ...(search && { search }),
        ...(pageParam && { cursor: pageParam }),
      }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    enabled,
  });
}

/** Files that people set aside. */
export function useSetAsideFiles(search: string): Pages<FileList> {
  const server = useServer();
  return useInfiniteQuery({
    queryKey: ['files', 'set-aside', search],
    queryFn: ({ pageParam }) =>
      server.searchFiles({
        state: 'set-aside',
        ...(search && { search }),
        ...(pageParam && { cursor: pageParam }),
      }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });
}

/** How many remittances wait for a person. */
export function useWaitingRemittances(enabled = true): Answer<number> {
  const server = useServer();
  return useQuery({
    queryKey: ['remittances', 'waiting'],
    queryFn: async () => (await server.searchRemittances({ limit: 1 })).waiting,
    enabled,
  });
}

/** Answers that fit no claim for certain, for who may decide on them. */
export function useUnmatched(enabled = true): Answer<UnmatchedList> {
  const server = useServer();
  return useQuery({ queryKey: ['unmatched'], queryFn: () => server.unmatched(), enabled });
}

/** `enabled` once they are looked at. */
export function useDecidedAnswers(enabled: boolean): Answer<readonly DecidedAnswer[]> {
  const server = useServer();
  return useQuery({
    queryKey: ['unmatched', 'decided'],
    queryFn: () => server.decidedAnswers(),
    enabled,
  });
}

export function useRemittance(id: string): Answer<RemittanceDetail> {
  const server = useServer();
  return useQuery({ queryKey: ['remittances', id], queryFn: () => server.remittance(id) });
}

export function useClaimsPaid(id: string, query: ClaimsPaidSearch): Pages<ClaimsPaid> {
  const server = useServer();
  return useInfiniteQuery({
    queryKey: ['remittances', id, 'claims', query],
    queryFn: ({ pageParam }) => server.claimsPaid(id, { ...query, ...(pageParam && { cursor: pageParam }) }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  });
}

export function usePayerBalances(): Pages<PayerBalanceList> {
  const server = useServer();
  return useInfiniteQuery({
    queryKey: ['remittances', 'balances'],
    queryFn: ({ pageParam }) => server.payerBalances(pageParam),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });
}

/** All entries of a balance, asked for once they are wanted. */
export function useBalanceEntries(id: string): Pages<BalanceEntryList> {
  const server = useServer();
  return useInfiniteQuery({
    queryKey: ['remittances', 'balances', id],
    queryFn: ({ pageParam }) => server.balanceEntries(id, pageParam),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });
}

export function useFiles(enabled = true): Answer<readonly InboundFile[]> {
  const server = useServer();
  return useQuery({ queryKey: ['files'], queryFn: () => server.files(), enabled });
}

/** Named ways of looking at the lists; every browser of the practice may change them. */
export function useSavedFilters(): Answer<SavedFilters> {
  const server = useServer();
  return useQuery({ queryKey: ['saved-filters'], queryFn: () => server.savedFilters(), staleTime: 60_000 });
}
