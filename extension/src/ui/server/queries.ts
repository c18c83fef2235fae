/** What views ask of the server, under the keys that live events invalidate. */
import type {
  Assignee,
  AuditPage,
  BalanceEntryList,
  ClaimDetail,
  ClaimHistory,
  ClaimList,
  ClaimListName,
  ClaimNote,
  ClaimSummary,
  ClaimsPaid,
  ClaimsPaidSearch,
  Connections,
  DecidedAnswer,
  Device,
  Enrollments,
  ExchangeStatus,
  FeeScheduleSummary,
  FileList,
  FoundPayer,
  FoundProcedures,
  InboundFile,
  MonthOfFees,
  PayerBalanceList,
  PayerListImported,
  PracticeRecipe,
  RemittanceDetail,
  RemittanceList,
  SavedFilters,
  Session,
  SetupFacts,
  Trial,
  UnmatchedList,
} from '@claimside/shared/api';
import type { PracticeContext } from '@claimside/shared/capture';
import {
  type InfiniteData,
  keepPreviousData,
  type UseInfiniteQueryResult,
  type UseQueryResult,
  useInfiniteQuery,
  useQuery,
} from '@tanstack/preact-query';
import { useServer } from './context.tsx';
import type { AuditSearch, ClaimFilters } from './contract.ts';

/** A query's state; its error is a ServerTrouble. */
export type Answer<Data> = UseQueryResult<Data, Error>;
/** Page by page. */
export type Pages<Page, Cursor = string> = UseInfiniteQueryResult<InfiniteData<Page, Cursor>, Error>;

export function useSession(): Answer<Session> {
  const server = useServer();
  return useQuery({ queryKey: ['session'], queryFn: () => server.session() });
}

/** Every import of the clearinghouse's payer list, the newest first. */
export function usePayerLists(): Answer<readonly PayerListImported[]> {
  const server = useServer();
  return useQuery({ queryKey: ['payer-list', 'imports'], queryFn: () => server.payerLists() });
}

/** Payers of the list as somebody types; asks nothing of one letter. */
export function useFoundPayers(text: string): Answer<readonly FoundPayer[]> {
  const server = useServer();
  return useQuery({
    queryKey: ['payer-list', 'found', text],
    queryFn: () => server.searchPayers(text),
    enabled: text.trim().length > 1,
    placeholderData: keepPreviousData,
  });
}

/** Page by page, the newest first. */
export function useAudit(search: AuditSearch): Pages<AuditPage, number | null> {
  const server = useServer();
  return useInfiniteQuery({
    queryKey: ['audit', search],
    queryFn: ({ pageParam }) => server.audit(search, pageParam ?? undefined),
    initialPageParam: null as number | null,
    getNextPageParam: ({ next }) => next,
  });
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

export function useFeeSchedule(): Answer<FeeScheduleSummary> {
  const server = useServer();
  return useQuery({ queryKey: ['fee-schedule', 'summary'], queryFn: () => server.feeSchedule() });
}

/** By the beginning of the code, or of words of the description. */
export function useFoundProcedures(search: string, enabled: boolean): Pages<FoundProcedures> {
  const server = useServer();
  return useInfiniteQuery({
    queryKey: ['fee-schedule', 'found', search],
    queryFn: ({ pageParam }) => server.searchFeeSchedule(search, pageParam),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
    enabled,
  });
}

/** Under the exchange's key: what leaves is news of it. This month without one. */
export function useMonthOfFees(month: string | undefined): Answer<MonthOfFees | null> {
  const server = useServer();
  return useQuery({
    queryKey: ['exchange', 'fees', month],
    queryFn: () => server.fees(month),
    placeholderData: keepPreviousData,
  });
}

export function useEnrollments(): Answer<Enrollments> {
  const server = useServer();
  return useQuery({ queryKey: ['enrollments'], queryFn: () => server.enrollments() });
}

/** Under the exchange's key: what comes in is news of it, and each change of a connection. */
export function useSetup(): Answer<SetupFacts> {
  const server = useServer();
  return useQuery({ queryKey: ['exchange', 'setup'], queryFn: () => server.setup() });
}

/** A list page by page, with the size of each list. */
export function useClaimPages(query: ClaimFilters & { readonly list: ClaimListName }): Pages<ClaimList> {
  const server = useServer();
  return useInfiniteQuery({
    queryKey: ['claims', 'list', query],
    queryFn: ({ pageParam }) => server.searchClaims({ ...query, ...(pageParam && { cursor: pageParam }) }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  });
}

export function useClaimCounts(): Answer<ClaimList['counts']> {
  const server = useServer();
  return useQuery({
    queryKey: ['claims', 'counts'],
    queryFn: async () => (await server.searchClaims({ list: 'needs-you', limit: 1 })).counts,
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

/** Claims made from one visit, newest first; asks nothing until the visit is known. */
export function useClaimsOfVisit(visitKey: string | undefined): Answer<readonly ClaimSummary[]> {
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

export function useClaim(id: string): Answer<ClaimDetail> {
  const server = useServer();
  return useQuery({ queryKey: ['claim', id], queryFn: () => server.claim(id) });
}

export function useExchange(): Answer<ExchangeStatus> {
  const server = useServer();
  return useQuery({ queryKey: ['exchange'], queryFn: () => server.exchange() });
}

/** The newest trial of a connection; under the exchange's key, as an answer to it is news of that. */
export function useTrial(connectionId: string): Answer<Trial | null> {
  const server = useServer();
  return useQuery({
    queryKey: ['exchange', 'trial', connectionId],
    queryFn: () => server.trial(connectionId),
  });
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

export function useRecipes(): Answer<readonly PracticeRecipe[]> {
  const server = useServer();
  return useQuery({ queryKey: ['recipes'], queryFn: () => server.recipes() });
}

export function useConnections(): Answer<Connections> {
  const server = useServer();
  return useQuery({ queryKey: ['exchange', 'connections'], queryFn: () => server.connections() });
}

export function useDevices(): Answer<readonly Device[]> {
  const server = useServer();
  return useQuery({ queryKey: ['devices'], queryFn: () => server.devices() });
}
