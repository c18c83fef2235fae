export { answersIn, classifyInbound, type InboundFileKind, mayHoldSeveralKinds } from './classify.ts';
export { ConnectionSettings, profileOf } from './connection-settings.ts';
export { type EdiStatus, type EdiStatusRow, readEdiStatus } from './edi-status.ts';
export { type FileSummary, type FileSummaryRow, readFileSummary } from './file-summary.ts';
export { isForAnother, isSameLogIn, type MadeFor, madeFor, placeOf } from './made-for.ts';
export { noticesOf, passwordReminder } from './notices.ts';
export { partnerLimitsOf } from './partner-limits.ts';
export type { ClearinghouseProfile, RealTimeService, ReportShape } from './profile.ts';
export { PROFILES } from './profiles.ts';
export { type RealTimeSettings, realTimeOf } from './real-time.ts';
export type { ReportSubject } from './report-subject.ts';
export {
  connectionFor,
  type Destination,
  destinationText,
  hasStarted,
  MAIN_CONNECTION,
  ROUTE_KINDS,
  type Route,
  type Routing,
  readDestination,
  setCommand,
} from './routing.ts';
export { guardUploadName, hasTellingNames, type Mode, namesOfUploads, uploadName } from './upload-name.ts';
