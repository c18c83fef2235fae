/** Every answer of the sample folder, read and written, is the file again, in its order, but for what is listed here and in the README. */
import { expect, test } from 'vitest';
import { readAcknowledgementInterchanges, writeAcknowledgementInterchanges } from '../../ack-999/index.ts';
import { corpusBytes, corpusFiles, hasCorpus } from '../../corpus.ts';
import { type Differences, differences } from '../../corpus-differences.ts';
import {
  readClaimStatusRequestInterchanges,
  writeClaimStatusRequestInterchanges,
} from '../../status-276/index.ts';
import { readClaimStatusInterchanges, writeClaimStatusInterchanges } from '../../status-277/index.ts';

const ROUND_TRIPS: Readonly<Record<string, (bytes: Uint8Array) => Uint8Array>> = {
  '276': (bytes) =>
    writeClaimStatusRequestInterchanges(readClaimStatusRequestInterchanges(bytes).interchanges),
  '277': (bytes) => writeClaimStatusInterchanges(readClaimStatusInterchanges(bytes).interchanges),
  '999': (bytes) => writeAcknowledgementInterchanges(readAcknowledgementInterchanges(bytes).interchanges),
  TA1: (bytes) => writeAcknowledgementInterchanges(readAcknowledgementInterchanges(bytes).interchanges),
};

const DIFFERENCES: Readonly<Record<string, Differences>> = {
  '277/apimeister-x12-types___277_test_rs__sample6.edi': {
    why: 'the clearinghouse’s number of the claim stands before the number that the guide has before it',
    lines: ['- REF*D9*20041513010001', '+ REF*D9*20041513010001'],
  },
  'TA1/xlate-staedi__x12_interchange_ack.txt': {
    why: 'it counts a group, and has none',
    lines: ['- IEA*1*000000001', '+ IEA*0*000000001'],
  },
  'malformed/xlate-staedi__invalid999.edi': {
    why: 'blanks behind a value; it counts less segments than it has',
    lines: [
      '- AK1*HC   *17456*005010X222',
      '+ AK1*HC*17456*005010X222',
      '- SE*16*2870001',
      '+ SE*18*2870001',
    ],
  },
};

const files = corpusFiles.filter(({ kind }) => kind in ROUND_TRIPS);

test.skipIf(!hasCorpus).each(files)('$path is written as it was read', (file) => {
  const bytes = corpusBytes(file);
  const written = ROUND_TRIPS[file.kind]?.(bytes) ?? new Uint8Array();
  expect(differences(bytes, written)).toEqual(DIFFERENCES[file.path]?.lines ?? []);
});
