/** Each transaction that is written from JSON: parsed, written, read back and checked. */
import { ok, type Result } from '@claimside/shared/values';
import {
  checkClaimFile,
  misformedIn,
  parseClaimInterchanges,
  writeAndCompare,
} from '../../../transactions/claim-837p/index.ts';
import type { WrittenAndRead } from '../../../transactions/parts/write-and-compare.ts';
import {
  checkRemittanceFile,
  parseRemittanceInterchanges,
  writeAndCompareRemittances,
} from '../../../transactions/remittance-835/index.ts';
import type { X12Finding } from '../../../x12/index.ts';
import type { JsonToWrite } from './json-to-write.ts';

export interface WrittenFile extends WrittenAndRead {
  /** Paths of codes that were in small letters. */
  readonly capitals: readonly string[];
  /** Values that may be behind the errors, each `path: what is wanted`. */
  readonly misformed: readonly string[];
  /** What is wrong with the file that was written. */
  readonly errors: readonly X12Finding[];
}

/** The errors name every place of the JSON that is not as it should be. */
type WriteJson = (json: unknown, behindSegments: '' | '\n') => Result<WrittenFile, readonly string[]>;

export const WRITERS: Readonly<Record<JsonToWrite['kind'], WriteJson>> = {
  '837p'(json, behindSegments) {
    const parsed = parseClaimInterchanges(json);
    if (!parsed.ok) return parsed;
    const { interchanges, capitals } = parsed.value;
    const written = writeAndCompare(interchanges, behindSegments);
    const errors = errorsIn(checkClaimFile(written.bytes).findings);
    return ok({ ...written, capitals, misformed: misformedIn(interchanges, errors), errors });
  },
  '835'(json, behindSegments) {
    const parsed = parseRemittanceInterchanges(json);
    if (!parsed.ok) return parsed;
    const { interchanges, capitals } = parsed.value;
    const written = writeAndCompareRemittances(interchanges, behindSegments);
    return ok({ ...written, capitals, misformed: [], errors: errorsIn(checkRemittanceFile(written.bytes)) });
  },
};

const errorsIn = (findings: readonly X12Finding[]) => findings.filter(({ severity }) => severity === 'error');
