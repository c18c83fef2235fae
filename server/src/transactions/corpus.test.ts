/** Reads sample files of other makers from the folder that X12_CORPUS_DIR names; skipped when it is unset. */
import { describe, expect, test } from 'vitest';
import { FindingList, readInterchangeFile, type X12Finding } from '../x12/index.ts';
import { readAcknowledgement999 } from './ack-999/index.ts';
import { readClaimFile } from './claim-837p/index.ts';
import { corpusBytes, corpusFiles, hasCorpus } from './corpus.ts';
import { balanceRemittance, type RemittanceFile, readRemittance } from './remittance-835/index.ts';
import { readClaimStatus } from './status-277/index.ts';
import { readClaimAcknowledgement } from './status-277ca/index.ts';

const READERS: Readonly<Record<string, (bytes: Uint8Array) => { readonly findings: readonly X12Finding[] }>> =
  {
    '837P': readClaimFile,
    '835': readRemittance,
    '999': readAcknowledgement999,
    TA1: readAcknowledgement999,
    '277': readClaimStatus,
    '277CA': readClaimAcknowledgement,
  };
const readable = corpusFiles.filter(({ kind }) => kind in READERS);

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

  // What else is true of the samples: claim-837p/check/good-files.test.ts
  const TRUE_OF_SAMPLES = ['ZIP-CODE', 'TAX-ID'];
  test.each(readable.filter(({ isKnownGood }) => isKnownGood))(
    '$path is good: no error of syntax or guide is found',
    (file) => {
      const findings = READERS[file.kind]?.(corpusBytes(file)).findings ?? [];
      const errors = findings.filter(({ severity, snip }) => severity === 'error' && snip <= 2);
      expect(errors.filter(({ code }) => !TRUE_OF_SAMPLES.includes(code))).toEqual([]);
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
