/** The property: what is read back of written remittances is what they said, whole; with every difference named by its path. */
import { OUR_SEPARATORS, ownGroupHeader, ownInterchangeHeader } from '../../../x12/index.ts';
import { exampleInterchange } from '../../examples.ts';
import { differences } from '../../parts/differences.ts';
import type { RemittanceInterchange, RemittanceSet } from '../file-parts.ts';
import { writeRemittanceInterchanges } from '../file-writer.ts';
import { VERSION_835 } from '../guide/index.ts';
import { readRemittanceInterchanges, remittancesIn } from '../read.ts';
import { writeRemittance } from '../write.ts';

export function claimsIn(sets: readonly RemittanceSet[]): number {
  return sets.reduce(
    (sum, { claimGroups }) => claimGroups.reduce((count, { claims }) => count + claims.length, sum),
    0,
  );
}

/** What is not the same as it was, and what the guide forbids; empty when all is well. */
export function roundTripTroubles(sets: readonly RemittanceSet[]): string[] {
  const sent = interchangeOf(sets);
  const bytes = writeRemittanceInterchanges([sent]);
  const { interchanges, findings } = readRemittanceInterchanges(bytes);
  const again = writeRemittanceInterchanges(interchanges);
  const ours = writeRemittance(exampleInterchange, { remittances: remittancesIn([sent]) });
  return [
    ...findings.map(({ code, message }) => `${code}: ${message}`),
    ...differences(sets, withoutPositions(interchanges[0]?.groups[0]?.sets), ''),
    ...(Buffer.compare(bytes, again) === 0 ? [] : ['other bytes when what was read is written']),
    ...differences(
      remittancesIn([sent]),
      remittancesIn(readRemittanceInterchanges(ours).interchanges),
      'as a file of ours',
    ),
  ];
}

export function writtenSets(sets: readonly RemittanceSet[]): Uint8Array {
  return writeRemittanceInterchanges([interchangeOf(sets)]);
}

function interchangeOf(sets: readonly RemittanceSet[]): RemittanceInterchange {
  const kind = { functionalIdentifier: 'HP', version: VERSION_835 };
  return {
    separators: OUR_SEPARATORS,
    header: ownInterchangeHeader(exampleInterchange),
    groups: [{ header: ownGroupHeader(exampleInterchange, kind), sets }],
  };
}

function withoutPositions(sets: readonly RemittanceSet[] | undefined): unknown {
  return JSON.parse(
    JSON.stringify(sets ?? [], (name, value: unknown) => (name === 'position' ? undefined : value)),
  );
}
