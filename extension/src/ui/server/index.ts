/** What views may use of the server: pairing, the provider, queries, and troubles as sentences. */
export { readServerAddress } from './address.ts';
export { ServerProvider, useLive, usePairing, useServer } from './context.tsx';
export type { AuditSearch, ClaimFilters, PaperAsked, Server } from './contract.ts';
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
export {
  useAudit,
  useConnections,
  useDevices,
  useEnrollments,
  useFeeSchedule,
  useFoundPayers,
  useFoundProcedures,
  useMonthOfFees,
  usePayerLists,
  useRecipes,
  useReport,
  useSetup,
  useTrial,
} from './options-queries.ts';
export { pair } from './pair.ts';
export {
  isUnderWay,
  namedAs,
  PATIENTS,
  useChecks,
  useFoundPatients,
  useKnownPatients,
  usePatient,
} from './patient-queries.ts';
export { ServerTrouble, sentenceOf } from './problems.ts';
export {
  type Pages,
  useAssignees,
  useBalanceEntries,
  useClaim,
  useClaimCounts,
  useClaimPages,
  useClaimsOfVisit,
  useClaimsPaid,
  useDecidedAnswers,
  useExchange,
  useFiles,
  useHistory,
  useNotes,
  usePaper,
  usePayerBalances,
  usePractice,
  useRemittance,
  useRemittancePages,
  useSavedFilters,
  useSession,
  useSetAsideFiles,
  useSetAsideRemittances,
  useUnmatched,
  useWaitingRemittances,
} from './queries.ts';
export type { WatchedFile } from './send-file.ts';
export { useRefusal } from './use-refusal.ts';
export { useSettled } from './use-settled.ts';
