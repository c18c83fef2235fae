/** Files that are read whole: every kind of transaction in them by its own reader. */
import {
  type AcknowledgementInterchange,
  readAcknowledgementInterchanges,
} from '../../../transactions/ack-999/index.ts';
import { type ClaimInterchange, readClaimInterchanges } from '../../../transactions/claim-837p/index.ts';
import {
  type EligibilityRequestInterchange,
  type EligibilityResponseInterchange,
  readEligibilityRequestInterchanges,
  readEligibilityResponseInterchanges,
} from '../../../transactions/eligibility-270-271/index.ts';
import { nameOfTransaction } from '../../../transactions/parts/transaction-names.ts';
import {
  type RemittanceInterchange,
  readRemittanceInterchanges,
} from '../../../transactions/remittance-835/index.ts';
import {
  type ClaimStatusRequestInterchange,
  readClaimStatusRequestInterchanges,
} from '../../../transactions/status-276/index.ts';
import {
  type ClaimStatusInterchange,
  readClaimStatusInterchanges,
} from '../../../transactions/status-277/index.ts';
import {
  type ClaimAcknowledgementInterchange,
  readClaimAcknowledgementInterchanges,
} from '../../../transactions/status-277ca/index.ts';
import { type FileKind, identifyAll, joinFindings, setsIn, type X12Finding } from '../../../x12/index.ts';
import { Trouble } from '../../trouble.ts';

/** What was read of each kind; the findings stand apart. */
export interface Files {
  professionalClaims?: { readonly interchanges: readonly ClaimInterchange[] };
  remittanceAdvice?: { readonly interchanges: readonly RemittanceInterchange[] };
  implementationAcknowledgement?: { readonly interchanges: readonly AcknowledgementInterchange[] };
  eligibilityRequest?: { readonly interchanges: readonly EligibilityRequestInterchange[] };
  eligibilityResponse?: { readonly interchanges: readonly EligibilityResponseInterchange[] };
  claimStatusRequest?: { readonly interchanges: readonly ClaimStatusRequestInterchange[] };
  claimStatusResponse?: { readonly interchanges: readonly ClaimStatusInterchange[] };
  claimAcknowledgement?: { readonly interchanges: readonly ClaimAcknowledgementInterchange[] };
}

export interface ReadKinds {
  readonly kinds: readonly FileKind[];
  readonly files: Files;
  readonly findings: readonly X12Finding[];
}

/** Reads its kind into `files` and gives what is wrong. */
type ReadInto = (bytes: Uint8Array, files: Files) => readonly X12Finding[];

const readAcknowledgement: ReadInto = (bytes, files) => {
  const { interchanges, findings } = readAcknowledgementInterchanges(bytes);
  files.implementationAcknowledgement = { interchanges };
  return findings;
};

const READERS: Readonly<Partial<Record<FileKind, ReadInto>>> = {
  '837p'(bytes, files) {
    const { interchanges, findings } = readClaimInterchanges(bytes);
    files.professionalClaims = { interchanges };
    return findings;
  },
  '835'(bytes, files) {
    const { interchanges, findings } = readRemittanceInterchanges(bytes);
    files.remittanceAdvice = { interchanges };
    return findings;
  },
  '999': readAcknowledgement,
  ta1: readAcknowledgement,
  '270'(bytes, files) {
    const { interchanges, findings } = readEligibilityRequestInterchanges(bytes);
    files.eligibilityRequest = { interchanges };
    return findings;
  },
  '271'(bytes, files) {
    const { interchanges, findings } = readEligibilityResponseInterchanges(bytes);
    files.eligibilityResponse = { interchanges };
    return findings;
  },
  '276'(bytes, files) {
    const { interchanges, findings } = readClaimStatusRequestInterchanges(bytes);
    files.claimStatusRequest = { interchanges };
    return findings;
  },
  '277'(bytes, files) {
    const { interchanges, findings } = readClaimStatusInterchanges(bytes);
    files.claimStatusResponse = { interchanges };
    return findings;
  },
  '277ca'(bytes, files) {
    const { interchanges, findings } = readClaimAcknowledgementInterchanges(bytes);
    files.claimAcknowledgement = { interchanges };
    return findings;
  },
};

/** In words. */
export const READ_KINDS = '837P, 835, 999, TA1, 277CA, 276, 277, 270 and 271';

/** Reads a file of one or several kinds of transactions; refuses one of which no kind is known. */
export function readKinds(bytes: Uint8Array, name: string): ReadKinds {
  const kinds = identifyAll(bytes).filter((kind) => READERS[kind] !== undefined);
  if (kinds.length === 0) {
    throw new Trouble(`${name} ${whatIsThere(bytes)}. Claimside reads ${READ_KINDS}.`);
  }
  const files: Files = {};
  const findings: X12Finding[] = [];
  const readers = new Set(kinds.flatMap((kind) => READERS[kind] ?? []));
  for (const read of readers) {
    for (const finding of read(bytes, files)) {
      if (readers.size === 1 || isNew(finding, findings)) findings.push(finding);
    }
  }
  return { kinds, files, findings: joinFindings(findings) };
}

/** `is a 276 claim status request (005010X212)`. */
function whatIsThere(bytes: Uint8Array): string {
  const sets = setsIn(bytes);
  if (sets.length === 0) return 'is X12 without a transaction (no ST)';
  const named = sets.map(({ identifier, version }) => {
    const named = nameOfTransaction(identifier, version) ?? 'a transaction that is not known here';
    return isVersion(version) ? `${named} (${version})` : named;
  });
  return `is ${named.join(', and ')}`;
}

/** Anything else of a file does not belong in a message. */
const isVersion = (text: string) => /^00\d{4}[A-Z0-9]{0,6}$/.test(text);

/** The envelope's faults are found by each reader, and a set that one leaves out is read by another. */
function isNew({ code, location }: X12Finding, found: readonly X12Finding[]): boolean {
  if (code === 'SET-UNEXPECTED') return false;
  return !found.some((other) => other.code === code && other.location.byte === location.byte);
}
