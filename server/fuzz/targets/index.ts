/** All readers that are fuzzed: a new one is one more entry. */
import {
  acknowledgementTarget,
  claimAcknowledgementTarget,
  claimStatusRequestTarget,
  claimStatusTarget,
  eligibilityRequestTarget,
  eligibilityResponseTarget,
  remittanceCheckedTarget,
  remittanceTarget,
} from './answers.ts';
import {
  acknowledgementAtOnceTarget,
  claimAcknowledgementAtOnceTarget,
  claimStatusAtOnceTarget,
  claimStatusRequestAtOnceTarget,
  claimsAtOnceTarget,
  eligibilityRequestAtOnceTarget,
  eligibilityResponseAtOnceTarget,
  remittancesAtOnceTarget,
} from './at-once.ts';
import { claimsCheckedTarget, claimsTarget } from './claims.ts';
import { envelopeTarget } from './envelope.ts';
import { explainTarget } from './explain.ts';
import { identifyTarget } from './identify.ts';
import { realTimeTarget } from './real-time.ts';
import { reportsTarget } from './reports.ts';
import { segmentsTarget } from './segments.ts';
import type { Target } from './target.ts';
import {
  acknowledgementWrittenTarget,
  claimAcknowledgementWrittenTarget,
  claimStatusRequestWrittenTarget,
  claimStatusWrittenTarget,
  claimsWrittenTarget,
  eligibilityRequestWrittenTarget,
  eligibilityResponseWrittenTarget,
  remittanceWrittenTarget,
} from './written.ts';

export const TARGETS: readonly Target[] = [
  segmentsTarget,
  envelopeTarget,
  identifyTarget,
  claimsTarget,
  claimsCheckedTarget,
  claimsAtOnceTarget,
  claimsWrittenTarget,
  remittanceTarget,
  remittanceCheckedTarget,
  remittancesAtOnceTarget,
  remittanceWrittenTarget,
  acknowledgementTarget,
  acknowledgementAtOnceTarget,
  acknowledgementWrittenTarget,
  claimAcknowledgementTarget,
  claimAcknowledgementAtOnceTarget,
  claimAcknowledgementWrittenTarget,
  claimStatusTarget,
  claimStatusAtOnceTarget,
  claimStatusWrittenTarget,
  claimStatusRequestTarget,
  claimStatusRequestAtOnceTarget,
  claimStatusRequestWrittenTarget,
  eligibilityRequestTarget,
  eligibilityRequestAtOnceTarget,
  eligibilityRequestWrittenTarget,
  eligibilityResponseTarget,
  eligibilityResponseAtOnceTarget,
  eligibilityResponseWrittenTarget,
  explainTarget,
  reportsTarget,
  realTimeTarget,
];
