/** Every answer of the sample folder, read and written, is the file again, in its order, but for what is listed here and in the README. */
import { expect, test } from 'vitest';
import { readAcknowledgementInterchanges, writeAcknowledgementInterchanges } from '../../ack-999/index.ts';
import { corpusBytes, corpusFiles, hasCorpus } from '../../corpus.ts';
import { type Differences, differences } from '../../corpus-differences.ts';
import {
  readEligibilityRequestInterchanges,
  readEligibilityResponseInterchanges,
  writeEligibilityRequestInterchanges,
  writeEligibilityResponseInterchanges,
} from '../../eligibility-270-271/index.ts';
import {
  readClaimStatusRequestInterchanges,
  writeClaimStatusRequestInterchanges,
} from '../../status-276/index.ts';
import { readClaimStatusInterchanges, writeClaimStatusInterchanges } from '../../status-277/index.ts';

const ROUND_TRIPS: Readonly<Record<string, (bytes: Uint8Array) => Uint8Array>> = {
  '270': (bytes) =>
    writeEligibilityRequestInterchanges(readEligibilityRequestInterchanges(bytes).interchanges),
  '271': (bytes) =>
    writeEligibilityResponseInterchanges(readEligibilityResponseInterchanges(bytes).interchanges),
  '276': (bytes) =>
    writeClaimStatusRequestInterchanges(readClaimStatusRequestInterchanges(bytes).interchanges),
  '277': (bytes) => writeClaimStatusInterchanges(readClaimStatusInterchanges(bytes).interchanges),
  '999': (bytes) => writeAcknowledgementInterchanges(readAcknowledgementInterchanges(bytes).interchanges),
  TA1: (bytes) => writeAcknowledgementInterchanges(readAcknowledgementInterchanges(bytes).interchanges),
};

const DIFFERENCES: Readonly<Record<string, Differences>> = {
  '270/Query-farm-vgi-x12__inquiry_270.270': {
    why: 'the number of the inquiry stands behind the name that the guide has behind it',
    lines: ['- NM1*IL*1*DOE*JOHN****MI*MEMBER99', '+ NM1*IL*1*DOE*JOHN****MI*MEMBER99'],
  },
  '270/apimeister-x12-types___270_test_rs__sample2.edi': {
    why: 'it breaks off behind the payer, and counts what is not there',
    lines: ['- HL*1**20*1', '+ HL*1**20*0', '- SE*13*1234', '+ SE*5*1234'],
  },
  '271/Kartik-Hirijaganer-X12-Parser-Encoder__271_ls_le_wrapper.x12': {
    why: 'LS and LE stand around no related party',
    lines: ['- LS*2120', '- LE*2120', '- SE*16*0001', '+ SE*14*0001'],
  },
  '271/Kartik-Hirijaganer-X12-Parser-Encoder__test_parse_plan_options_py__sample1.edi': {
    why: 'it counts more segments than it has',
    lines: ['- SE*15*0001', '+ SE*14*0001'],
  },
  '271/LinuxForHealth-x12__subscriber-health-benefit-check-error.271': {
    why: 'its trailer has another number than its header',
    lines: ['- SE*8*4323', '+ SE*8*4321'],
  },
  '271/Query-farm-vgi-x12__eligibility_271.271': {
    why: 'the number of the inquiry stands behind the name that the guide has behind it',
    lines: ['- NM1*IL*1*DOE*JOHN****MI*MEMBER99', '+ NM1*IL*1*DOE*JOHN****MI*MEMBER99'],
  },
  '277/apimeister-x12-types___277_test_rs__sample6.edi': {
    why: 'the clearinghouse’s number of the claim stands before the number that the guide has before it',
    lines: ['- REF*D9*20041513010001', '+ REF*D9*20041513010001'],
  },
  'TA1/xlate-staedi__x12_interchange_ack.txt': {
    why: 'it counts a group, and has none',
    lines: ['- IEA*1*000000001', '+ IEA*0*000000001'],
  },
  'malformed/Kartik-Hirijaganer-X12-Parser-Encoder__file-detection.test_ts__sample1.edi': {
    why: 'it counts more segments than it has',
    lines: ['- SE*4*0001', '+ SE*3*0001'],
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
