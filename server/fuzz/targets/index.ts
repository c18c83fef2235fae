/** All readers that are fuzzed: a new one is one more entry. */
import {
  acknowledgementTarget,
  claimAcknowledgementTarget,
  claimStatusTarget,
  remittanceCheckedTarget,
  remittanceTarget,
} from './answers.ts';
import { claimsCheckedTarget, claimsTarget } from './claims.ts';
import { claimsKnownTarget } from './claims-known.ts';
import { envelopeTarget } from './envelope.ts';
import { explainTarget } from './explain.ts';
import { identifyTarget } from './identify.ts';
import { reportsTarget } from './reports.ts';
import { segmentsTarget } from './segments.ts';
import type { Target } from './target.ts';
import {
  acknowledgementWrittenTarget,
  claimAcknowledgementWrittenTarget,
  claimStatusWrittenTarget,
  claimsWrittenTarget,
  remittanceWrittenTarget,
} from './written.ts';

export const TARGETS: readonly Target[] = [
  segmentsTarget,
  envelopeTarget,
  identifyTarget,
  claimsTarget,
  claimsCheckedTarget,
  claimsKnownTarget,
  claimsWrittenTarget,
  remittanceTarget,
  remittanceCheckedTarget,
  remittanceWrittenTarget,
  acknowledgementTarget,
  acknowledgementWrittenTarget,
  claimAcknowledgementTarget,
  claimAcknowledgementWrittenTarget,
  claimStatusTarget,
  claimStatusWrittenTarget,
  explainTarget,
  reportsTarget,
];
