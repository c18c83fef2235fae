/** What views may use of the server: pairing, the provider, queries, and troubles as sentences. */
export { readServerAddress } from './address.ts';
export { ServerProvider, useLive, usePairing, useServer } from './context.tsx';
export type { AuditSearch, ClaimFilters, Server } from './contract.ts';
export { type Credentials, forgetCredentials, saveCredentials } from './credentials.ts';
export {
  checkKey,
  useClearinghouse,
  useCodeFacts,
  useCostOfNextClaim,
  useEarlierCoveragesOf,
  useLatestCheck,
  useStandingClaim,
} from './known-queries.ts';
export type { LiveState } from './live.ts';
export { pair } from './pair.ts';
export { ServerTrouble, sentenceOf } from './problems.ts';
export {
  type Pages,
  useAssignees,
  useAudit,
  useBalanceEntries,
  useClaim,
  useClaimCounts,
  useClaimPages,
  useClaimsOfVisit,
  useClaimsPaid,
  useConnections,
  useDecidedAnswers,
  useDevices,
  useEnrollments,
  useExchange,
  useFeeSchedule,
  useFiles,
  useFoundPayers,
  useFoundProcedures,
  useHistory,
  useMonthOfFees,
  useNotes,
  usePayerBalances,
  usePayerLists,
  usePractice,
  useRecipes,
  useRemittance,
  useRemittancePages,
  useSavedFilters,
  useSession,
  useSetAsideFiles,
  useSetAsideRemittances,
  useSetup,
  useTrial,
  useUnmatched,
  useWaitingRemittances,
} from './queries.ts';
export { useSettled } from './use-settled.ts';
