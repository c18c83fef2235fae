/** What `claimside x12 write` can write, by the name under which `read` gives it: a new transaction is one more entry. */
import { ok, type Result } from '@claimside/shared/values';
import {
  parseAcknowledgements,
  readAcknowledgement999,
  writeAndCompareAcknowledgements,
} from '../../../transactions/ack-999/index.ts';
import {
  checkClaimFile,
  misformedIn,
  parseClaimInterchanges,
  writeAndCompare,
} from '../../../transactions/claim-837p/index.ts';
import {
  parseEligibilityRequests,
  parseEligibilityResponses,
  readEligibilityRequests,
  readEligibilityResponses,
  writeAndCompareEligibilityRequests,
  writeAndCompareEligibilityResponses,
} from '../../../transactions/eligibility-270-271/index.ts';
import type { Unwritten } from '../../../transactions/parts/unwritten.ts';
import {
  checkRemittanceFile,
  parseRemittanceInterchanges,
  writeAndCompareRemittances,
} from '../../../transactions/remittance-835/index.ts';
import {
  parseClaimStatusRequests,
  readClaimStatusRequests,
  writeAndCompareClaimStatusRequests,
} from '../../../transactions/status-276/index.ts';
import {
  parseClaimStatusResponses,
  readClaimStatus,
  writeAndCompareClaimStatusResponses,
} from '../../../transactions/status-277/index.ts';
import {
  parseClaimAcknowledgements,
  readClaimAcknowledgement,
  writeAndCompareClaimAcknowledgements,
} from '../../../transactions/status-277ca/index.ts';
import type { X12Finding } from '../../../x12/index.ts';

export interface WrittenFile {
  readonly bytes: Uint8Array;
  /** Paths of codes that were in small letters and are in capitals now. */
  readonly capitals: readonly string[];
  readonly unwritten: readonly Unwritten[];
  /** Values that may be behind the findings and have not the form of their field. */
  readonly misformed: readonly string[];
  /** What the file has wrong. */
  readonly findings: readonly X12Finding[];
}

export interface Writer {
  /** `professionalClaims`. */
  readonly key: string;
  /** In words, with its article: `a remittance (835)`. */
  readonly what: string;
  /** With its article: `an 837P`. */
  readonly file: string;
  /** The errors name every place of the JSON that is not as it should be; then nothing is written. */
  write(json: unknown, behindSegments: '' | '\n'): Result<WrittenFile, readonly string[]>;
}

export const WRITERS: readonly Writer[] = [
  {
    key: 'professionalClaims',
    what: 'professional claims (837P)',
    file: 'an 837P',
    write(json, behindSegments) {
      const parsed = parseClaimInterchanges(json);
      if (!parsed.ok) return parsed;
      const { interchanges, capitals } = parsed.value;
      const { bytes, unwritten } = writeAndCompare(interchanges, behindSegments);
      const { findings } = checkClaimFile(bytes);
      const misformed = misformedIn(interchanges, errorsAmong(findings));
      return ok({ bytes, capitals, unwritten, misformed, findings });
    },
  },
  {
    key: 'remittanceAdvice',
    what: 'a remittance (835)',
    file: 'an 835',
    write(json, behindSegments) {
      const parsed = parseRemittanceInterchanges(json);
      if (!parsed.ok) return parsed;
      const { interchanges, capitals } = parsed.value;
      const { bytes, unwritten } = writeAndCompareRemittances(interchanges, behindSegments);
      return ok({ bytes, capitals, unwritten, misformed: [], findings: checkRemittanceFile(bytes) });
    },
  },
  {
    key: 'implementationAcknowledgement',
    what: 'an acknowledgement (999, TA1)',
    file: 'a 999',
    write(json, behindSegments) {
      const parsed = parseAcknowledgements(json);
      if (!parsed.ok) return parsed;
      const { interchanges, capitals } = parsed.value;
      const { bytes, unwritten } = writeAndCompareAcknowledgements(interchanges, behindSegments);
      const { findings } = readAcknowledgement999(bytes);
      return ok({ bytes, capitals, unwritten, misformed: [], findings });
    },
  },
  {
    key: 'claimAcknowledgement',
    what: 'a claim acknowledgement (277CA)',
    file: 'a 277CA',
    write(json, behindSegments) {
      const parsed = parseClaimAcknowledgements(json);
      if (!parsed.ok) return parsed;
      const { interchanges, capitals } = parsed.value;
      const { bytes, unwritten } = writeAndCompareClaimAcknowledgements(interchanges, behindSegments);
      const { findings } = readClaimAcknowledgement(bytes);
      return ok({ bytes, capitals, unwritten, misformed: [], findings });
    },
  },
  {
    key: 'claimStatusRequest',
    what: 'a claim status request (276)',
    file: 'a 276',
    write(json, behindSegments) {
      const parsed = parseClaimStatusRequests(json);
      if (!parsed.ok) return parsed;
      const { interchanges, capitals } = parsed.value;
      const { bytes, unwritten } = writeAndCompareClaimStatusRequests(interchanges, behindSegments);
      const { findings } = readClaimStatusRequests(bytes);
      return ok({ bytes, capitals, unwritten, misformed: [], findings });
    },
  },
  {
    key: 'claimStatusResponse',
    what: 'a claim status answer (277)',
    file: 'a 277',
    write(json, behindSegments) {
      const parsed = parseClaimStatusResponses(json);
      if (!parsed.ok) return parsed;
      const { interchanges, capitals } = parsed.value;
      const { bytes, unwritten } = writeAndCompareClaimStatusResponses(interchanges, behindSegments);
      const { findings } = readClaimStatus(bytes);
      return ok({ bytes, capitals, unwritten, misformed: [], findings });
    },
  },
  {
    key: 'eligibilityRequest',
    what: 'an eligibility inquiry (270)',
    file: 'a 270',
    write(json, behindSegments) {
      const parsed = parseEligibilityRequests(json);
      if (!parsed.ok) return parsed;
      const { interchanges, capitals } = parsed.value;
      const { bytes, unwritten } = writeAndCompareEligibilityRequests(interchanges, behindSegments);
      const { findings } = readEligibilityRequests(bytes);
      return ok({ bytes, capitals, unwritten, misformed: [], findings });
    },
  },
  {
    key: 'eligibilityResponse',
    what: 'an eligibility answer (271)',
    file: 'a 271',
    write(json, behindSegments) {
      const parsed = parseEligibilityResponses(json);
      if (!parsed.ok) return parsed;
      const { interchanges, capitals } = parsed.value;
      const { bytes, unwritten } = writeAndCompareEligibilityResponses(interchanges, behindSegments);
      const { findings } = readEligibilityResponses(bytes);
      return ok({ bytes, capitals, unwritten, misformed: [], findings });
    },
  },
];

/** `837P, 277CA`. */
export const WRITTEN_KINDS = WRITERS.map(({ file }) => file.replace(/^an? /, '')).join(', ');

export const errorsAmong = (findings: readonly X12Finding[]) =>
  findings.filter(({ severity }) => severity === 'error');
