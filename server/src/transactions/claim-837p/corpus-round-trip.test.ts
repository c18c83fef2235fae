/** What is read from a file of another system is written again as it stood, but for what is listed here and in the README. */
import { describe, expect, test } from 'vitest';
import { corpusBytes, corpusFiles, hasCorpus } from '../corpus.ts';
import { type Differences, differences } from '../corpus-differences.ts';
import { writeClaimInterchanges } from './file-writer.ts';
import { readClaimInterchanges } from './read.ts';

const files = corpusFiles.filter(({ kind }) => kind === '837P');

const PAY_TO: Differences = {
  why: 'the kind of a pay-to address is that of the billing provider',
  lines: ['- NM1*87*2', '+ NM1*87*1'],
};
const CONTACT = [
  '- PER*IC*EDI DEPT*EM*FEEDBACK@example.com*TE*3305551212',
  '+ PER*IC*EDI DEPT*TE*3305551212*EM*FEEDBACK@example.com',
];
const DIFFERENCES: Readonly<Record<string, Differences>> = {
  '837P/LinuxForHealth-x12__demo.ambulance.example5.837': {
    why: 'the qualifier of the place of service is left out',
    lines: ['- CLM*051068*766.5***41::1*Y*A*Y*Y*P*OA', '+ CLM*051068*766.5***41:B:1*Y*A*Y*Y*P*OA'],
  },
  '837P/LinuxForHealth-x12__demo.cob.example3.A.837': PAY_TO,
  '837P/LinuxForHealth-x12__demo.cob.example3.B.837': PAY_TO,
  '837P/LinuxForHealth-x12__demo.cob.example3.C.837': PAY_TO,
  '837P/apimeister-x12-types___837_test_rs__sample3.edi': {
    why: 'the total is not that of the lines',
    lines: ['- CLM*26463774*100***11:B:1*Y*A*Y*I', '+ CLM*26463774*50***11:B:1*Y*A*Y*I'],
  },
  'malformed/Query-farm-vgi-x12__claim_837.837': {
    why: 'it has no levels and no LX; the total is not that of the line',
    lines: [
      '- ST*837*0001',
      '+ ST*837*0001*005010X222A1',
      '- CLM*ACCT777*500***11:B:1*Y',
      '+ HL*1**20*1',
      '+ HL*2*1*22*0',
      '+ SBR*P',
      '+ NM1*IL*1',
      '+ NM1*PR*2',
      '+ CLM*ACCT777*200***11:B:1*Y',
      '+ LX*1',
      '- SE*11*0001',
      '+ SE*17*0001',
    ],
  },
  'malformed/Query-farm-vgi-x12__truncated.edi': {
    why: 'it has no levels, and ends before its trailers',
    lines: [
      '- ST*837*0001',
      '+ ST*837*0001*005010X222A1',
      '+ HL*1**20*1',
      '+ HL*2*1*22*0',
      '+ SBR*P',
      '+ NM1*IL*1',
      '+ NM1*PR*2',
      '+ SE*9*0001',
      '+ GE*1*1',
      '+ IEA*1*000000600',
    ],
  },
  'malformed/xlate-staedi__ElementImplTest_java__sample1.edi': {
    why: 'numbers of a contact in another order; levels without a claim',
    lines: [...CONTACT, '- HL*1**20*1', '- HL*2*1*22*0', '- SE*8*0001', '+ SE*6*0001'],
  },
  'malformed/xlate-staedi__ElementImplTest_java__sample2.edi': {
    why: 'numbers of a contact in another order; a level without a claim',
    lines: [...CONTACT, '- HL*1**20*1', '- SE*7*0001', '+ SE*6*0001'],
  },
  'malformed/xlate-staedi__ElementImplTest_java__sample4.edi': {
    why: 'numbers of a contact in another order; levels without a claim, and a count that leaves them out',
    lines: [...CONTACT, '- HL*1*BAD*20*1', '- HL*2**22*0'],
  },
  'malformed/xlate-staedi__sample837-original.edi': {
    why: 'numbers of a contact in another order',
    lines: CONTACT,
  },
  'malformed/xlate-staedi__sample837-small.edi': {
    why: 'numbers of a contact in another order; levels without a claim, with what they say',
    lines: [
      ...CONTACT,
      '- HL*1**20*1',
      '- PRV*BI*PXC*333600000X',
      '- SE*8*0001',
      '+ SE*6*0001',
      '- HL*1**20*1',
      '- SE*4*0002',
      '+ SE*3*0002',
    ],
  },
};

/** Some samples divide composites by another character than their ISA says. */
const compositesOf = (bytes: Uint8Array) =>
  /CLM.*?\d\d([:><^])[A-Z]?[:><^]\d/.exec(new TextDecoder('latin1').decode(bytes))?.[1];

describe.skipIf(!hasCorpus)('837P of the corpus', () => {
  test.each(files)('$path is written as it was read', (file) => {
    const bytes = corpusBytes(file);
    const written = writeClaimInterchanges(readClaimInterchanges(bytes).interchanges);
    expect(differences(bytes, written, compositesOf(bytes))).toEqual(DIFFERENCES[file.path]?.lines ?? []);
  });

  test.each(files)('$path says the same when what was written is read again', (file) => {
    const { interchanges } = readClaimInterchanges(corpusBytes(file));
    const again = readClaimInterchanges(writeClaimInterchanges(interchanges)).interchanges;
    expect(saidIn(again)).toEqual(saidIn(interchanges));
    expect(writeClaimInterchanges(again)).toEqual(writeClaimInterchanges(interchanges));
  });
});

/** Without what is worked out anew. */
function saidIn(interchanges: ReturnType<typeof readClaimInterchanges>['interchanges']): unknown {
  return JSON.parse(
    JSON.stringify(interchanges, (name, value) =>
      name === 'statedCharge' || name === 'position' ? undefined : value,
    ),
  );
}
