/** What Options asks of the server: what a practice sets up, and what is kept of it. */
import type {
  AuditPage,
  Connections,
  Device,
  Enrollments,
  FeeScheduleSummary,
  FoundPayer,
  FoundProcedures,
  ListedPayer,
  MonthOfFees,
  PayerListImported,
  PracticeRecipe,
  Report,
  SetupFacts,
  Trial,
} from '@claimside/shared/api';
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/preact-query';
import { useServer } from './context.tsx';
import type { AuditSearch, ReportNamed } from './contract.ts';
import type { Answer, Pages } from './queries.ts';

/** Every import of the clearinghouse's payer list, the newest first. */
export function usePayerLists(): Answer<readonly PayerListImported[]> {
  const server = useServer();
  return useQuery({ queryKey: ['payer-list', 'imports'], queryFn: () => server.payerLists() });
}

/** Payers of the list as somebody types, all or those that take one transaction; asks nothing of one letter. */
export function useFoundPayers(
  text: string,
  transaction?: ListedPayer['transaction'],
): Answer<readonly FoundPayer[]> {
  const server = useServer();
  return useQuery({
    queryKey: ['payer-list', 'found', text, transaction],
    queryFn: () => server.searchPayers(text, transaction),
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

/** Of the time before while another is asked for. */
export function useReport(asked: ReportNamed): Answer<Report> {
  const server = useServer();
  return useQuery({
    queryKey: ['reports', asked],
    queryFn: () => server.report(asked),
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

/** The newest trial of a connection; under the exchange's key, as an answer to it is news of that. */
export function useTrial(connectionId: string): Answer<Trial | null> {
  const server = useServer();
  return useQuery({
    queryKey: ['exchange', 'trial', connectionId],
    queryFn: () => server.trial(connectionId),
  });
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
