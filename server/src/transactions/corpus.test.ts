/** Reads sample files of other makers from the folder that X12_CORPUS_DIR names; skipped when it is unset. */
import { describe, expect, test } from 'vitest';
import { FindingList, readInterchangeFile, type X12Finding } from '../x12/index.ts';
import { readAcknowledgement999 } from './ack-999/index.ts';
import { checkClaimFile, readClaimFile } from './claim-837p/index.ts';
import { type CorpusFile, corpusBytes, corpusFiles, hasCorpus } from './corpus.ts';
import { readEligibilityRequests, readEligibilityResponses } from './eligibility-270-271/index.ts';
import {
  balanceRemittance,
  checkRemittanceFile,
  type RemittanceFile,
  readRemittance,
} from './remittance-835/index.ts';
import { readClaimStatusRequests } from './status-276/index.ts';
import { readClaimStatus } from './status-277/index.ts';
import { readClaimAcknowledgement } from './status-277ca/index.ts';

const READERS: Readonly<Record<string, (bytes: Uint8Array) => { readonly findings: readonly X12Finding[] }>> =
  {
    '837P': readClaimFile,
    '835': readRemittance,
    '999': readAcknowledgement999,
    TA1: readAcknowledgement999,
    '270': readEligibilityRequests,
    '271': readEligibilityResponses,
    '276': readClaimStatusRequests,
    '277': readClaimStatus,
    '277CA': readClaimAcknowledgement,
  };
/** As `x12 check` does. What is true of good 837P stands in claim-837p/check/good-files.test.ts. */
const checked = (file: CorpusFile): readonly X12Finding[] => {
  const bytes = corpusBytes(file);
  if (file.kind === '837P') return checkClaimFile(bytes).findings;
  if (file.kind === '835') return checkRemittanceFile(bytes);
  return READERS[file.kind]?.(bytes).findings ?? [];
};

const readable = corpusFiles.filter(({ kind }) => kind in READERS);

/** `NPI-CHECK NM109`, each as often as it is found. */
const placesOf = (findings: readonly X12Finding[]): string[] =>
  findings.map(
    ({ code, location: { segmentId, element } }) =>
      `${code} ${segmentId}${element === undefined ? '' : String(element).padStart(2, '0')}`,
  );

/** What is wrong with good samples: NPIs that are made up, without a right check digit or ten digits. */
const TRUE_OF_SAMPLES: Readonly<Record<string, readonly string[]>> = {
  '277/LinuxForHealth-x12__claim-level-status-ncpdp.277': ['NPI-CHECK NM109'],
  '277/LinuxForHealth-x12__demo.277': ['NPI-CHECK NM109', 'NPI-CHECK NM109'],
};

describe.skipIf(!hasCorpus)('corpus in X12_CORPUS_DIR', () => {
  test('its index names files', () => {
    expect(corpusFiles.length).toBeGreaterThan(0);
  });

  test.each(corpusFiles)('$path is read to its last segment', (file) => {
    const bytes = corpusBytes(file);
    const { transactionSets } = readInterchangeFile(bytes, new FindingList());
    expect(transactionSets.length + Number(file.kind === 'TA1')).toBeGreaterThan(0);
    for (const { segments } of transactionSets) {
      for (const { byte, id } of segments) {
        expect(new TextDecoder('latin1').decode(bytes.subarray(byte, byte + id.length))).toBe(id);
      }
    }
  });

  test.each(corpusFiles)('$path goes through every reader without an exception', (file) => {
    const bytes = corpusBytes(file);
    for (const read of Object.values(READERS)) expect(read(bytes).findings).toBeInstanceOf(Array);
  });

  test.each(readable.filter(({ isKnownGood, kind }) => isKnownGood && kind !== '837P'))(
    '$path is good: what is found of it is true of it, of syntax, guide, sums and codes',
    (file) => {
      expect(placesOf(checked(file))).toEqual(TRUE_OF_SAMPLES[file.path] ?? []);
    },
  );

  test.each(readable.filter(({ isKnownBad }) => isKnownBad))(
    '$path is faulty, and it is found where',
    (file) => {
      const located = checked(file).filter(({ location }) => location.segmentId !== '');
      expect(located.length).toBeGreaterThan(0);
    },
  );

  const balanced = corpusFiles.filter(({ kind, note }) => kind === '835' && note.startsWith('balances:'));
  test.each(balanced)('$path balances as its note says: $note', (file) => {
    expect(`balances: ${balanceNote(readRemittance(corpusBytes(file)))}`).toBe(file.note);
  });
});

/** `check 1/1, claims 2/2, lines 3/3`: how many balance, of how many. */
function balanceNote({ remittances }: RemittanceFile): string {
  const findings = remittances.flatMap(balanceRemittance);
  const claims = remittances.flatMap((remittance) => remittance.claims);
  const count = (level: string, all: number) =>
    `${all - findings.filter((finding) => finding.level === level).length}/${all}`;
  const lines = claims.flatMap((claim) => claim.lines).length;
  return `check ${count('check', remittances.length)}, claims ${count('claim', claims.length)}, lines ${count('line', lines)}`;
}
