/** The reader and the check of 837P, and what is first done with a claim that was read. */
import { PROFILES, partnerLimitsOf } from '../../src/clearinghouse/index.ts';
import {
  asWritten,
  ClaimFileChecker,
  checkClaimFile,
  completeRead,
  readClaimFile,
} from '../../src/transactions/claim-837p/index.ts';
import { findingForLog } from '../../src/x12/index.ts';
import { chunksOf } from '../promises/chunks.ts';
import { mustBeSame } from '../promises/findings.ts';
import { mustEqual } from '../promises/promise.ts';
import { hashOf, Random } from '../random.ts';
import type { Target } from './target.ts';

const IN_CHUNKS = 'a file checked in chunks is the file checked at once';
/** Completing a claim is slow, and the first of a file tell as much as all of them. */
const COMPLETED = 3;

const PARTNER = partnerLimitsOf(PROFILES['office-ally']);

export const claimsTarget: Target = {
  name: 'claim-837p',
  transactions: ['837'],
  read({ bytes }) {
    const file = readClaimFile(bytes);
    return { findings: file.findings, kept: file };
  },
};

export const claimsCheckedTarget: Target = {
  name: 'claim-837p-checked',
  transactions: ['837'],
  oneIn: 20,
  read({ bytes, text }) {
    const options = { partner: PARTNER };
    const check = checkClaimFile(bytes, options);
    const checker = new ClaimFileChecker(options);
    for (const chunk of chunksOf(bytes, new Random(hashOf(text)))) checker.push(chunk);
    const inChunks = checker.end();
    mustBeSame(inChunks.findings, check.findings, IN_CHUNKS);
    mustEqual(inChunks.claimCount, check.claimCount, IN_CHUNKS, 'claims');
    for (const finding of check.findings) findingForLog(finding);

    const { claims, envelope } = readClaimFile(bytes);
    for (const read of claims.slice(0, COMPLETED)) {
      const complete = completeRead(read);
      if (complete) asWritten(complete, envelope.submitter);
    }
    return { findings: check.findings, kept: check };
  },
};
