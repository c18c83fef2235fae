/** What the extension asks of the server: one function for each route that it uses. */
import type {
  Assignee,
  AuditAction,
  AuditCheck,
  AuditPage,
  BalanceEntryList,
  BroughtFile,
  ChangePatient,
  ClaimAct,
  ClaimAsked,
  ClaimDetail,
  ClaimHistory,
  ClaimListName,
  ClaimNote,
  ClaimSearch,
  ClaimsPaid,
  ClaimsPaidSearch,
  ClaimToCost,
  ClearinghouseFacts,
  Connections,
  ConnectionToSave,
  ConnectionTried,
  CostOfNextClaim,
  CoverageBatch,
  CoverageToCheck,
  CreateClaimRequest,
  DecidedAnswer,
  DecidedDelivery,
  DecideRemittance,
  DeliveryDecision,
  Device,
  EarlierCoverage,
  EligibilityCheck,
  Enrollment,
  EnrollmentKey,
  Enrollments,
  ExchangeStatus,
  FeeScheduleImported,
  FeeSchedulePreview,
  FeeScheduleSummary,
  FeeSettings,
  FeeSettingsChange,
  FileList,
  FileSearch,
  FilterToSave,
  FoundHostKey,
  FoundPatients,
  FoundPayer,
  FoundProcedures,
  InboundFile,
  ListedPayer,
  MonthOfFees,
  NamedPeople,
  PairingCode,
  PatientDetail,
  PatientsImported,
  PatientsPreview,
  PayerBalanceList,
  PayerListImported,
  PayerListPreview,
  PayerNameChosen,
  PracticeRecipe,
  PracticeSettings,
  Procedure,
  RealTimeToSave,
  RecipeToKeep,
  RecordDeposit,
  ReleasePayment,
  RemittanceDetail,
  RemittanceList,
  RemittanceSearch,
  RemittanceSummary,
  ReopenedAnswers,
  Report,
  ReportAsked,
  ReportTable,
  Role,
  RoutedPayers,
  SavedFilters,
  ScheduledPatients,
  ScheduledProcedure,
  SearchPatients,
  SelfPayVisit,
  Session,
  SetupFacts,
  ShownClaim,
  ShownClaimList,
  StandingClaim,
  StoredEnrollment,
  Trial,
  TypedPayment,
  UnmatchedList,
} from '@claimside/shared/api';
import type { CodeFacts, CodesAsked } from '@claimside/shared/codes';
import type { Paper } from '@claimside/shared/papers';
import type { SaidColumns } from '@claimside/shared/patients';
import type { IsoDate } from '@claimside/shared/values';
import type { WatchedFile } from './send-file.ts';

/** What is asked of a report; the day it is where this computer stands. */
export type ReportNamed = Omit<ReportAsked, 'timeZone'>;

/** What narrows a list. */
export type ClaimFilters = Pick<
  ClaimSearch,
  | 'payerName'
  | 'assignee'
  | 'renderingNpi'
  | 'location'
  | 'minimumAmount'
  | 'deadlineBy'
  | 'why'
  | 'search'
  | 'limit'
>;

/** What narrows the log of who saw and changed what. */
export interface AuditSearch {
  readonly from?: string;
  readonly to?: string;
  readonly action?: AuditAction;
  readonly deviceId?: string;
  /** A claim's number, or the id of what it was done to. */
  readonly subject?: string;
}

/** A paper about a claim, or a visit; the statement is of the claim's patient. */
export type PaperAsked =
  /** `payment`: the event by which it was written down. */
  | { readonly kind: 'receipt'; readonly claimId: string; readonly payment: string }
  | { readonly kind: 'superbill'; readonly claimId: string; readonly for: 'insured' | 'self-pay' }
  | { readonly kind: 'statement'; readonly claimId: string }
  /** On the screen always box by box; `print`: what the PDF is for. */
  | { readonly kind: 'cms-1500'; readonly claimId: string; readonly print: 'form' | 'check' }
  /** Of a visit that nothing is billed for. */
  | { readonly kind: 'self-pay'; readonly visit: SelfPayVisit };

export interface Server {
  session(): Promise<Session>;
  /** Null until the practice is set up. */
  practice(): Promise<PracticeSettings | null>;
  /** Every price, to fill visits with. */
  procedures(): Promise<readonly Procedure[]>;
  feeSchedule(): Promise<FeeScheduleSummary>;
  /** Billers and admins, as the export. `after`: the last code of the page before. */
  searchFeeSchedule(search: string, after: string): Promise<FoundProcedures>;
  exportFeeSchedule(format: 'csv' | 'xlsx'): Promise<Blob>;
  /** What an import would do. Admins, as the next ones. */
  previewFeeSchedule(file: File, watched?: WatchedFile): Promise<FeeSchedulePreview>;
  importFeeSchedule(file: File, watched?: WatchedFile): Promise<FeeScheduleImported>;
  changeProcedure(procedure: ScheduledProcedure): Promise<ScheduledProcedure>;
  removeProcedure(code: string): Promise<void>;
  /** What the clearinghouse asks for a month (`2026-11`), for this one without; null where it charges otherwise. Billers and admins. */
  fees(month?: string): Promise<MonthOfFees | null>;
  /** Admins. */
  /** Refused where another admin changed them meanwhile. */
  changeFeeSettings(change: FeeSettingsChange): Promise<FeeSettings>;
  /** What a claim would cost if it left now; nothing of a patient is sent. */
  costOfNextClaim(claim: ClaimToCost): Promise<CostOfNextClaim>;
  /** Figures without a patient. Billers and admins, as the export. */
  report(asked: ReportNamed): Promise<Report>;
  /** One table as CSV, or the whole as Excel. */
  exportReport(asked: ReportNamed, which: ReportTable | 'whole'): Promise<Blob>;
  /** Billers and admins, as the export. */
  enrollments(): Promise<Enrollments>;
  exportEnrollments(format: 'csv' | 'xlsx'): Promise<Blob>;
  /** `over`: the `changedAt` of what is replaced, null for a new one. Admins, as the next one. */
  changeEnrollment(enrollment: Enrollment, over: string | null): Promise<StoredEnrollment>;
  removeEnrollment(key: EnrollmentKey): Promise<void>;
  /** How far the set-up is. Admins. */
  setup(): Promise<SetupFacts>;
  /** A letter to print or fax; the server keeps nothing of it. Admins. */
  letterPdf(title: string, text: string): Promise<Blob>;
  /** With the tag by which the next one knows whether somebody else changed it meanwhile. Admins, as the next one. */
  practiceToChange(): Promise<{ readonly settings: PracticeSettings | null; readonly tag: string }>;
  changePractice(settings: PracticeSettings, tag: string): Promise<PracticeSettings>;
  rememberPayerName(chosen: PayerNameChosen): Promise<{ readonly isNew: boolean }>;
  /** What the practice's code lists say of these codes; nothing of a patient is sent. */
  codeFacts(asked: CodesAsked): Promise<CodeFacts>;
  /** What the clearinghouse asks of a claim; null for a practice without an account at one. */
  clearinghouse(): Promise<ClearinghouseFacts | null>;
  /** For clinicians how far they are, without money; so is each claim below. */
  claims(query: { list?: ClaimListName; visitKey?: string; cursor?: string }): Promise<ShownClaimList>;
  /** Claims of a list that fit a search and filters; what is looked for stands in no address. */
  searchClaims(search: ClaimSearch): Promise<ShownClaimList>;
  /** Who a claim can be given to, and the names of those who had one. */
  assignees(): Promise<readonly Assignee[]>;
  /** Gives a claim to a device; null takes it from everyone. Billers and admins. */
  assignClaim(id: string, deviceId: string | null): Promise<unknown>;
  /** Billers and admins. */
  notes(claimId: string): Promise<readonly ClaimNote[]>;
  /** Writes a note for good, and gives all of them; the same key again writes it once. Billers and admins. */
  addNote(claimId: string, text: string, idempotencyKey: string): Promise<readonly ClaimNote[]>;
  /** Each time a claim was sent, in which file, and what came back. Billers and admins. */
  history(claimId: string): Promise<ClaimHistory>;
  /** A paper block by block; that it was taken is on record. Those of posted money are for billers and admins. */
  paper(asked: PaperAsked): Promise<Paper>;
  paperPdf(asked: PaperAsked): Promise<Blob>;
  /** The claim that stands for the same services, named by a hash; null when there is none. */
  standingClaim(servicesKey: string): Promise<StandingClaim | null>;
  /** How a patient, named by a hash, was insured on earlier claims; two coverages at most. */
  earlierCoverages(patientKey: string, serviceDate: IsoDate | undefined): Promise<readonly EarlierCoverage[]>;
  /** Patients by name, date of birth or member ID; `after`: `next` of the page before. Billers and admins. */
  searchPatients(search: SearchPatients): Promise<FoundPatients>;
  patient(patientKey: string): Promise<PatientDetail>;
  /** Billers and admins, as the import and export. */
  changePatient(change: ChangePatient): Promise<PatientDetail>;
  /** Who of a schedule is known: of names, or of a file that has them. */
  namedPatients(people: NamedPeople['people']): Promise<ScheduledPatients>;
  scheduledPatients(file: File): Promise<ScheduledPatients>;
  /** What an import would do; `columns` where a person has said what they are. */
  previewPatients(file: File, columns?: SaidColumns, watched?: WatchedFile): Promise<PatientsPreview>;
  /** `sound`: without the rows that have a fault. */
  importPatients(
    file: File,
    columns: SaidColumns,
    how: 'all' | 'sound',
    watched?: WatchedFile,
  ): Promise<PatientsImported>;
  /** The rows that have a fault, as CSV. */
  patientsToMend(file: File, columns: SaidColumns): Promise<Blob>;
  exportPatients(format: 'csv' | 'xlsx'): Promise<Blob>;
  /** Asks payers about a list of patients; the same key again is the same list. */
  startChecks(list: readonly CoverageToCheck[], idempotencyKey: string): Promise<CoverageBatch>;
  checks(id: string): Promise<CoverageBatch>;
  stopChecks(id: string): Promise<CoverageBatch>;
  exportChecks(id: string, format: 'csv' | 'xlsx'): Promise<Blob>;
  /** Asks the payer whether a patient is covered; may be under way still. The same is not asked twice at a time. */
  checkCoverage(asked: CoverageToCheck, idempotencyKey: string): Promise<EligibilityCheck>;
  /** Waits some seconds for what is under way. */
  coverageCheck(id: string): Promise<EligibilityCheck>;
  /** The last check of a patient, named by a hash. */
  latestCheck(patientKey: string): Promise<EligibilityCheck | null>;
  /** Asks the payer where a claim is; the same key again goes on waiting. */
  askPayer(claimId: string, idempotencyKey: string): Promise<ClaimAsked>;
  claim(id: string): Promise<ShownClaim>;
  /** Stores and queues the claim; the same key again gives the same claim. */
  createClaim(request: CreateClaimRequest, idempotencyKey: string): Promise<ShownClaim>;
  /** Takes a claim back while it is in no file yet. */
  cancelClaim(id: string): Promise<ShownClaim>;
  /** Says whether the claim's file of unknown fate arrived, for every claim of that file. Billers and admins. */
  decideDelivery(id: string, decision: DeliveryDecision): Promise<DecidedDelivery>;
  /** Writes down what was done about a claim; the same key again writes it once. Billers and admins. */
  recordAct(id: string, act: ClaimAct, idempotencyKey: string): Promise<ClaimDetail>;
  exchange(): Promise<ExchangeStatus>;
  /** Of a connection; null where none was asked for. */
  trial(connectionId: string): Promise<Trial | null>;
  startTrial(connectionId: string): Promise<Trial>;
  files(): Promise<readonly InboundFile[]>;
  /** A file from the clearinghouse, exactly as it came. */
  fileContent(id: string): Promise<Blob>;
  /** Brings a file from elsewhere; the same content again gives the file that it was. Billers and admins, as the next ones. */
  bringFile(file: File): Promise<BroughtFile>;
  /** Says why nobody needs to look at a file any more. */
  setFileAside(id: string, reason: string): Promise<InboundFile>;
  /** Lets it wait for a person again. */
  reopenFile(id: string): Promise<InboundFile>;
  /** Files in one state, the newest first. */
  searchFiles(query: FileSearch): Promise<FileList>;
  /** What waits first, then the newest payment; or what was set aside. */
  searchRemittances(query: RemittanceSearch): Promise<RemittanceList>;
  /** Parts of answers that fit no claim for certain. Billers and admins, as the next ones. */
  unmatched(): Promise<UnmatchedList>;
  /** Says which claim an answer is about: the claim learns what it says. */
  matchAnswer(id: string, claimId: string): Promise<void>;
  /** Sets an answer aside: it is about no claim here. */
  dismissAnswer(id: string, reason: string): Promise<void>;
  /** Takes back what was decided of it; gives the answers that wait again. */
  reopenAnswer(id: string): Promise<ReopenedAnswers>;
  /** Takes a payment that names our number off its claim; gives the answers that wait now. */
  releasePayment(release: ReleasePayment): Promise<ReopenedAnswers>;
  /** Answers that people have decided on, the latest first. */
  decidedAnswers(): Promise<readonly DecidedAnswer[]>;
  remittance(id: string): Promise<RemittanceDetail>;
  claimsPaid(id: string, query: ClaimsPaidSearch): Promise<ClaimsPaid>;
  /** All that has arrived of a payment at the bank. */
  recordDeposit(id: string, deposit: RecordDeposit): Promise<RemittanceSummary>;
  /** Sets it aside, or posts it all the same. */
  decideRemittance(id: string, decision: DecideRemittance): Promise<RemittanceSummary>;
  /** Lets what was set aside wait for a person again. */
  reopenRemittance(id: string): Promise<RemittanceSummary>;
  /** Posts a payment from paper; refused with findings where it does not add up. */
  typePayment(payment: TypedPayment): Promise<InboundFile>;
  /** Page by page: `cursor` is what the page before gave. */
  payerBalances(cursor?: string): Promise<PayerBalanceList>;
  balanceEntries(id: string, cursor?: string): Promise<BalanceEntryList>;
  savedFilters(): Promise<SavedFilters>;
  /** Keeps it for the practice; gives all of them. Billers and admins, as the next one. */
  saveFilter(filter: FilterToSave): Promise<SavedFilters>;
  removeSavedFilter(id: string): Promise<SavedFilters>;
  /** The accounts at clearinghouses. Admins, as the next ones; each of these gives all of them. */
  connections(): Promise<Connections>;
  addConnection(account: ConnectionToSave): Promise<Connections>;
  /** Without a password it keeps the one that it has. */
  changeConnection(id: string, account: ConnectionToSave): Promise<Connections>;
  removeConnection(id: string): Promise<Connections>;
  pauseConnection(id: string, isPaused: boolean): Promise<Connections>;
  /** Whose claims go by it, and no others. */
  /** Without a password it keeps the one that it has. */
  setRealTime(id: string, access: RealTimeToSave): Promise<Connections>;
  endRealTime(id: string): Promise<Connections>;
  routePayers(id: string, routed: RoutedPayers): Promise<Connections>;
  /** One log-in; nothing is sent. */
  tryConnection(id: string): Promise<ConnectionTried>;
  readHostKey(host: string, port: number): Promise<FoundHostKey>;
  /** Every import of the clearinghouse's payer list, the newest first. */
  payerLists(): Promise<readonly PayerListImported[]>;
  /** Payers by the beginnings of words of their names, or of their ids. */
  searchPayers(text: string, transaction?: ListedPayer['transaction']): Promise<readonly FoundPayer[]>;
  /** What an import would do; changes nothing. Admins, as the next ones. */
  previewPayerList(file: File, watched?: WatchedFile): Promise<PayerListPreview>;
  /** The small list that comes with Claimside. */
  seedPayerList(): Promise<File>;
  /** In place of the list before, without as many rows as a person agreed to. */
  importPayerList(file: File, leaveOut: number, watched?: WatchedFile): Promise<PayerListImported>;
  audit(search: AuditSearch, before?: number): Promise<AuditPage>;
  checkAudit(): Promise<AuditCheck>;
  /** As CSV. */
  exportAudit(search: AuditSearch): Promise<Blob>;
  createPairingCode(role: Role): Promise<PairingCode>;
  devices(): Promise<readonly Device[]>;
  /** Its own for everybody, any for admins. */
  revokeDevice(id: string): Promise<void>;
  /** Lets one in that waits since the data was restored. */
  admitDevice(id: string): Promise<void>;
  /** How the practice's EHR pages are read, where it differs from what the extension brings along. */
  recipes(): Promise<readonly PracticeRecipe[]>;
  /** Keeps a recipe for the practice and uses it; gives all of them. Billers and admins, as the next ones. */
  saveRecipe(id: string, change: RecipeToKeep): Promise<readonly PracticeRecipe[]>;
  /** Reads by a recipe no more, or again; one of the practice is kept. */
  switchRecipe(id: string, to: 'on' | 'off'): Promise<readonly PracticeRecipe[]>;
  /** Forgets a recipe of the practice; gives those that are left. */
  removeRecipe(id: string): Promise<readonly PracticeRecipe[]>;
  /** Opens the stream of live events; the caller reads and closes it. */
  openEvents(signal: AbortSignal): Promise<Response>;
}
