/** Reads a 277CA: answers to the batch, to each billing provider, and to each claim and line. */
import { FindingList, readInterchangeFile, type Segment, type TransactionSet } from '../../x12/index.ts';
import { withTrueComposites } from '../parts/composites.ts';
import { Reading } from '../parts/reading.ts';
import { unexpectedSet } from '../parts/unexpected-set.ts';
import type { ClaimAcknowledgement, ClaimAcknowledgementFile } from './model.ts';
import { SetReader } from './read-set.ts';

/** Answers in the order of the file; a claim-level 277 (005010X212) is left out with a warning. */
export function readClaimAcknowledgement(bytes: Uint8Array): ClaimAcknowledgementFile {
  const findings = new FindingList();
  const file = readInterchangeFile(bytes, findings);
  const transactions = file.transactionSets.flatMap((set) => readSet(set, new Reading(findings)));
  return {
    interchangeControlNumber: file.interchanges[0]?.controlNumber ?? '',
    senderId: file.interchanges[0]?.senderId ?? '',
    transactions,
    findings: findings.toArray(),
  };
}

function readSet(set: TransactionSet, reading: Reading): ClaimAcknowledgement[] {
  const [header] = set.segments;
  if (!header) return [];
  if (set.identifier !== '277' || isClaimStatusResponse(set)) {
    reading.report(header, unexpectedSet('a 277CA', set));
    return [];
  }
  const reader = new SetReader(reading);
  for (const segment of withTrueComposites(set.segments, reading)) reader.take(segment);
  return [reader.finish()];
}

/** The 277 that answers a 276: by version, else by its BHT. */
function isClaimStatusResponse(set: TransactionSet): boolean {
  if (set.version.includes('X214')) return false;
  const begin = set.segments.find((segment: Segment) => segment.id === 'BHT');
  return begin?.element(1) !== '0085' && begin?.element(6) !== 'TH';
}
