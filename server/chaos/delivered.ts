/** What the sandbox clearinghouse received, claim by claim, read from the bytes that it keeps. */
import { readFileSync } from 'node:fs';
import { type DeliveredClaim, visitOf } from '../sim/world/visit.ts';
import type { ReceivedFile } from '../src/sandbox/index.ts';
import { completeRead, readClaimFile } from '../src/transactions/claim-837p/index.ts';

/** Claims that it refused are not among them. */
export function deliveredIn(received: readonly ReceivedFile[]): DeliveredClaim[] {
  return received.flatMap(({ claims, archivePath }) => {
    if (claims.length === 0) return [];
    const taken = new Set(claims.map(({ patientControlNumber }) => patientControlNumber));
    return readClaimFile(readFileSync(archivePath))
      .claims.flatMap((claim) => completeRead(claim) ?? [])
      .filter(({ patientControlNumber }) => taken.has(patientControlNumber))
      .map(({ patientControlNumber, claim }) => ({ patientControlNumber, visit: visitOf(claim) }));
  });
}
