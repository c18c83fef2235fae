/** Reads an 835: one remittance for each transaction set, with its claims, lines, adjustments and provider adjustments. */
import { FindingList, readInterchangeFile } from '../../x12/index.ts';
import { withTrueComposites } from '../parts/composites.ts';
import { Reading } from '../parts/reading.ts';
import { unexpectedSet } from '../parts/unexpected-set.ts';
import type { Remittance, RemittanceFile } from './model.ts';
import { SetReader } from './read-set.ts';

/**
 * All money in cents, signs as sent. An unreadable amount is 0 with an error finding: such a remittance must not be posted.
 * Whether it adds up is the business of `balanceRemittance`.
 */
export function readRemittance(bytes: Uint8Array): RemittanceFile {
  const findings = new FindingList();
  const file = readInterchangeFile(bytes, findings);
  const remittances: Remittance[] = [];
  for (const set of file.transactionSets) {
    const reading = new Reading(findings);
    const [header] = set.segments;
    if (!header) continue;
    if (set.identifier !== '835') {
      reading.report(header, unexpectedSet('an 835', set));
      continue;
    }
    const reader = new SetReader(reading, header);
    for (const segment of withTrueComposites(set.segments, reading)) reader.take(segment);
    remittances.push(reader.finish());
  }
  return {
    interchangeControlNumber: file.interchanges[0]?.controlNumber ?? '',
    senderId: file.interchanges[0]?.senderId ?? '',
    remittances,
    findings: findings.toArray(),
  };
}
