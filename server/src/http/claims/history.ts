/** The whole history of an account: what was sent when, in which bytes, and which file answered what. */
import type { ClaimHistory } from '@claimside/shared/api';
import { type ClaimEvent, foldClaim } from '@claimside/shared/lifecycle';
import type { UtcInstant } from '@claimside/shared/values';
import { listEvents } from '../../store/claim-events.ts';
import { listNotes } from '../../store/claim-notes.ts';
import { findClaim } from '../../store/claims.ts';
import { clearinghouseOfClaim } from '../../store/clearinghouse-of-claim.ts';
import { listInboundNames } from '../../store/inbound-files.ts';
import { findFileOfClaim, type OutboundFile } from '../../store/outbound-files.ts';
import { getPractice } from '../../store/practices.ts';
import type { Scope } from '../../store/store.ts';
import { listSubmissions, type StoredSubmission } from '../../store/submissions.ts';

type Submission = ClaimHistory['submissions'][number];

/** Undefined when the practice has no such claim. Any claim of an account gives the history of all of it. */
export async function claimHistory(
  scope: Scope,
  claimId: string,
  at: UtcInstant,
): Promise<ClaimHistory | undefined> {
  const found = await findClaim(scope, claimId);
  if (!found) return undefined;
  const { name, settings } = await getPractice(scope);
  const submissions: Submission[] = [];
  for (const stored of await listSubmissions(scope, claimId))
    submissions.push(await submissionOf(scope, stored, at));
  return {
    at,
    practice: settings && {
      name,
      npi: found.claim.billingProvider.npi,
      taxId: found.claim.billingProvider.taxId,
    },
    patientName: found.summary.patientName,
    birthDate: found.claim.patient.birthDate,
    submissions,
  };
}

async function submissionOf(
  scope: Scope,
  { id, how }: StoredSubmission,
  at: UtcInstant,
): Promise<Submission> {
  const found = await findClaim(scope, id);
  if (!found) throw new Error('a claim of the account can not be read');
  const { summary, claim } = found;
  const events = await listEvents(scope, id);
  const state = foldClaim(summary.totalCharge, events);
  const dates = claim.serviceLines.map(({ serviceDate, serviceDateEnd }) => serviceDateEnd ?? serviceDate);
  const file = await findFileOfClaim(scope, id);
  return {
    id,
    patientControlNumber: summary.patientControlNumber,
    how,
    status: summary.status,
    createdAt: summary.createdAt,
    payerName: summary.payerName,
    payerId: claim.coverage.payerId,
    memberId: claim.coverage.memberId,
    serviceDates: { first: summary.serviceDate, last: dates.sort().at(-1) ?? summary.serviceDate },
    totalCharge: summary.totalCharge,
    payerClaimControlNumber: state.payerClaimControlNumber,
    clearinghouseClaimId: state.clearinghouseClaimId,
    clearinghouse: await clearinghouseOfClaim(scope, id, at),
    file: file ? sentFile(file) : null,
    events,
    answers: await listInboundNames(scope, answeringFiles(events)),
    notes: await listNotes(scope, id),
  };
}

const sentFile = ({ createdAt, ...file }: OutboundFile): Submission['file'] => ({
  name: file.name,
  sha256: file.sha256,
  mode: file.mode,
  interchangeControlNumber: file.interchangeControlNumber,
  batchReference: file.batchReference,
  state: file.state,
  madeAt: createdAt,
  sentAt: file.sentAt,
});

const answeringFiles = (events: readonly ClaimEvent[]): string[] => [
  ...new Set(events.flatMap(({ source }) => (source.kind === 'inbound-file' ? source.fileId : []))),
];
