/** What is read from a file of another system is written again as it stood, but for what is listed here and in the README. */
import { describe, expect, test } from 'vitest';
import { corpusBytes, corpusFiles, hasCorpus } from '../corpus.ts';
import { type Differences, differences } from '../corpus-differences.ts';
import { writeRemittanceInterchanges } from './file-writer.ts';
import { readRemittanceInterchanges } from './read.ts';

const files = corpusFiles.filter(({ kind }) => kind === '835');

const DIFFERENCES: Readonly<Record<string, Differences>> = {
  '835/LinuxForHealth-x12__cob-contractural-adjustment.835': {
    why: 'two CAS of one group become one',
    lines: ['- CAS*OA*23*516', '- CAS*OA*94*-9', '+ CAS*OA*23*516**94*-9', '- SE*25*0001', '+ SE*24*0001'],
  },
  '835/apimeister-x12-types___835_test_rs__sample2.edi': {
    why: 'two CAS of one group become one',
    lines: ['- CAS*OA*23*516', '- CAS*OA*94*-9', '+ CAS*OA*23*516**94*-9', '- SE*26*0001', '+ SE*25*0001'],
  },
  '835/LinuxForHealth-x12__tertiary-payment.835': {
    why: 'the code stands where the charge should be, so that its qualifier qualifies nothing',
    lines: ['- SVC*HC*24599*1766.5*187.5**1', '+ SVC**24599*1766.5*187.5**1'],
  },
  '835/Query-farm-vgi-x12__era_835.835': {
    why: 'its group has no LX, and the date of a claim stands behind the line',
    lines: [
      '+ LX*1',
      '- SVC*HC:99213*200*160**1',
      '+ SVC*HC:99213*200*160**1',
      '- SE*11*0001',
      '+ SE*12*0001',
    ],
  },
  '835/bryanbritten-edi-x12-healthcare-demo__multiple-claims-single-check.edi': {
    why: 'it counts a segment less than it has',
    lines: ['- SE*182*35681', '+ SE*183*35681'],
  },
  'malformed/Query-farm-vgi-x12__envelope_rs__sample1.edi': {
    why: 'its group has no LX',
    lines: ['+ LX*1', '- SE*5*0001', '+ SE*6*0001'],
  },
};

/** Some samples divide composites by another character than their ISA says. */
const compositesOf = (bytes: Uint8Array) =>
  /SVC.[A-Z]{2}([:><^|])/.exec(new TextDecoder('latin1').decode(bytes))?.[1];

describe.skipIf(!hasCorpus)('835 of the corpus', () => {
  test.each(files)('$path is written as it was read', (file) => {
    const bytes = corpusBytes(file);
    const written = writeRemittanceInterchanges(readRemittanceInterchanges(bytes).interchanges);
    expect(differences(bytes, written, compositesOf(bytes))).toEqual(DIFFERENCES[file.path]?.lines ?? []);
  });

  test.each(files)('$path is the same when what was written is read and written again', (file) => {
    const written = writeRemittanceInterchanges(readRemittanceInterchanges(corpusBytes(file)).interchanges);
    const again = writeRemittanceInterchanges(readRemittanceInterchanges(written).interchanges);
    expect(new TextDecoder('latin1').decode(again)).toBe(new TextDecoder('latin1').decode(written));
  });
});
