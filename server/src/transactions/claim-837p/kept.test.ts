import { exampleClaim } from '@claimside/shared/examples';
import { expect, test } from 'vitest';
import { OUR_SEPARATORS } from '../../x12/index.ts';
import { exampleClaimFileEnvelope } from '../examples.ts';
import { writeClaimInterchanges } from './file-writer.ts';
import { readClaimInterchanges } from './read.ts';
import { writeClaimFile } from './write.ts';

const good = new TextDecoder().decode(
  writeClaimFile(exampleClaimFileEnvelope, [{ patientControlNumber: 'C000000001', claim: exampleClaim }])
    .bytes,
);

/** The set's segments before SE as the file has them and as they are written again, and the first claim as read. */
function writtenAgain(change: (file: string) => string, write = OUR_SEPARATORS) {
  const text = change(good);
  const { interchanges, claims, findings } = readClaimInterchanges(new TextEncoder().encode(text));
  const rewritten = writeClaimInterchanges(interchanges.map((each) => ({ ...each, separators: write })));
  const body = (file: string, terminator: string) =>
    file.split(terminator).filter((line) => !/^(ISA|GS|GE|IEA|SE|$)/.test(line));
  return {
    before: body(text, '~'),
    after: body(new TextDecoder().decode(rewritten), write.terminator),
    claim: claims[0]?.claim,
    codes: findings.map(({ code }) => code),
  };
}

test.each<readonly [string, string, string]>([
  ['a segment that X12 does not know', 'HI*ABK', 'ZZZ*A*B~HI*ABK'],
  ['a segment that does not belong to a line', 'SV1*HC:97110', 'DMG*D8*19990101*F~SV1*HC:97110'],
  ['composites of an unknown segment', 'HI*ABK', 'ZZZ*A:B:C*D~HI*ABK'],
  ['an unknown reference', 'HI*ABK', 'REF*QQ*12345~HI*ABK'],
  ['an unknown date', 'HI*ABK', 'DTP*999*D8*20260101~HI*ABK'],
  ['a second taxonomy', 'NM1*85', 'PRV*BI*PXC*207Q00000X~NM1*85'],
  ['a second spinal segment', 'HI*ABK', 'CR2********A~CR2********M~HI*ABK'],
  [
    'a second rendering provider',
    'LX*1',
    'NM1*82*1*OTHER*DOCTOR****XX*1234567893~PRV*PE*PXC*208D00000X~LX*1',
  ],
  ['an element that the guide does not use', 'SBR*P*18*******CI', 'SBR*P*18****6***CI'],
  ['an element behind the last', 'DMG*D8*19780412*F', 'DMG*D8*19780412*F*M'],
  ['a quantity that is none', '*96*UN*2', '*96*UN*2,0'],
  ['a date that is none', 'D8*19780412', 'D8*19780231'],
  ['another format of a date', 'HI*ABK', 'DTP*431*DT*202601011200~HI*ABK'],
  ['a component that has no place', 'HC:97110:GP', 'HC:97110:GP:::::X'],
  ['a place of service with another qualifier', '11:B:1', '11:A:1'],
  [
    'a third contact number',
    'PER*IC*BILLING OFFICE*TE*2175550100',
    'PER*IC*BILLING OFFICE*TE*2175550100*TE*2175550101',
  ],
  ['an adjustment that is none', 'LX*1', 'SBR*S*18*******MB~CAS*C~OI***Y***Y~LX*1'],
  ['one adjustment of two that is none', 'LX*1', 'SBR*S*18*******MB~CAS*CO*45*x**1*2~OI***Y***Y~LX*1'],
  ['a second adjustment that is none', 'LX*1', 'SBR*S*18*******MB~CAS*CO*45*1~CAS*PR*1*x~OI***Y***Y~LX*1'],
  [
    'an unknown segment behind several adjustments',
    'LX*1',
    'SBR*S*18*******MB~CAS*CO*45*1~CAS*PR*1*2~ZZZ*9~OI***Y***Y~LX*1',
  ],
  [
    'a second day of the one kind where two days may stand',
    'REF*6R*C000000001L1',
    'DTP*738*D8*20261101~DTP*738*D8*20261102~REF*6R*C000000001L1',
  ],
  ['equipment under another code than the line has', 'DTP*472', 'SV5*HC:E0601*DA*30*120*900*4~DTP*472'],
  ['a third value of NM102', 'NM1*82*1*', 'NM1*82*3*'],
  [
    'a second contact with a name of its own',
    'PER*IC*BILLING OFFICE*TE*2175550100~NM1*40',
    'PER*IC*BILLING OFFICE*TE*2175550100~PER*IC*FRONT DESK*TE*2175550101*FX*2175550102~NM1*40',
  ],
  [
    'a second contact of the billing provider',
    'HL*2*1*22',
    'PER*IC*FRONT DESK*TE*2175550101~PER*IC*BILLING*FX*2175550102~HL*2*1*22',
  ],
  [
    'a second telephone of the billing provider',
    'HL*2*1*22',
    'PER*IC*FRONT DESK*TE*2175550101~PER*IC*BILLING*TE*2175550102~HL*2*1*22',
  ],
  ['a quantity of more decimals than are written', '*96*UN*2', '*96*UN*2.12345'],
  [
    'another start of disability than the period has',
    'HI*ABK',
    'DTP*314*RD8*20260101-20260201~DTP*360*D8*20260103~HI*ABK',
  ],
  ['an element of the head', 'BHT*0019*00*', 'BHT*0019*99*'],
  ['a code of the claim under an unknown qualifier within a line', 'SV1*HC:97110', 'HI*QQ:1~SV1*HC:97110'],
  [
    'something of one of two loops that have the same id',
    'NM1*82',
    'NM1*DN*1*FIRST*ONE~REF*0B*1~NM1*P3*1*SECOND*ONE~REF*0B*2**2U:3:4~NM1*82',
  ],
  ['an unknown segment behind a claim that lacks its place of service', '11:B:1*Y*A*Y*Y~', '*Y*A*Y*Y~ZZZ*1~'],
  [
    'a second contact that says more than there is place for',
    'NM1*40*',
    'PER*IC*FRONT DESK*TE*2175550102*TE*2175550103~NM1*40*',
  ],
])('%s is kept where it stood', (_, from, to) => {
  const { before, after } = writtenAgain((file) => file.replace(from, to));
  expect(before.join('~')).toContain(to.split('~')[0]);
  expect(after).toEqual(before);
});

test('a number under an unknown qualifier is no field of the claim, and a known one behind it is not called repeated', () => {
  const { claim, codes } = writtenAgain((file) => file.replace('HI*ABK', 'REF*QQ*1~REF*4N*2~HI*ABK'));
  expect(claim?.serviceAuthorizationException).toBe('2');
  expect(codes).toEqual(['ELEMENT-CODE', 'SE01-COUNT']);
});

test('an empty diagnosis keeps its place, which pointers count', () => {
  const { before, after, claim } = writtenAgain((file) =>
    file.replace(/HI\*ABK[^~]*/, 'HI*ABK:M5450**ABF:E119'),
  );
  expect(claim?.diagnoses).toEqual([{ code: 'M5450' }, {}, { code: 'E119' }]);
  expect(after).toEqual(before);
  const lacking = writtenAgain((file) => file.replace(/HI\*ABK[^~]*/, 'HI*ABK*ABF:M5450'));
  expect(lacking.claim?.diagnoses).toEqual([{}, { code: 'M5450' }]);
  expect(lacking.after).toEqual(lacking.before);
});

test('a patient level stays one, whatever PAT01 and SBR02 say', () => {
  const dependent =
    'HL*3*2*23*0~PAT*18~NM1*QC*1*CHILD*ANY~N3*12 INVENTED LANE~N4*SPRINGFIELD*IL*62704~DMG*D8*20150102*F~CLM*C0';
  const { before, after, claim } = writtenAgain((file) =>
    file.replace('HL*2*1*22*0', 'HL*2*1*22*1').replace('CLM*C0', dependent),
  );
  expect([claim?.patient?.lastName, claim?.subscriber?.lastName]).toEqual(['CHILD', 'QUINTERO']);
  expect(before).toContain('SBR*P*18*******CI');
  expect(after).toEqual(before);
});

test('a lower-case code is the code that is meant', () => {
  const { claim, after } = writtenAgain((file) =>
    file
      .replace('19780412*F', '19780412*f')
      .replace('*96*UN*2', '*96*mj*2')
      .replace('LX*1', 'SBR*S*18*******MB~CAS*co*45*1~OI***Y***Y~LX*1'),
  );
  expect(claim?.otherCoverages?.[0]?.adjustments?.[0]?.group).toBe('CO');
  expect(claim?.patient?.sex).toBe('F');
  expect(claim?.serviceLines?.[1]?.unitOfMeasure).toBe('MJ');
  expect(after).toContain('DMG*D8*19780412*F');
});

test('the stated total is written where a charge can not be read', () => {
  const { before, after } = writtenAgain((file) => file.replace('*185*UN', '*+185*UN'));
  expect(before.some((line) => line.startsWith('CLM*C000000001*281*'))).toBe(true);
  expect(after).toEqual(before);
});

test('the second of what may stand once never takes the place of the first', () => {
  const { claim } = writtenAgain((file) => file.replace('NM1*85', 'PRV*BI*PXC*207Q00000X~NM1*85'));
  expect(claim?.billingProvider?.taxonomy).toBe('208D00000X');
});

test('what is kept never divides a segment, whatever the file is divided by', () => {
  const pipes = { element: '|', component: '>', repetition: '^', terminator: '!' };
  const { after } = writtenAgain(
    (file) => file.replace('HI*ABK', 'ZZZ*A|B!C>D~HI*ABK').replace('*96*UN', '*9|6*UN'),
    pipes,
  );
  expect(after.filter((line) => line.startsWith('ZZZ'))).toEqual(['ZZZ|A B C D']);
  expect(after.find((line) => line.startsWith('SV1|HC>97110'))).toBe('SV1|HC>97110>GP|9 6|UN|2|||1');
});

test('claims of one subscriber that stand together share its level', () => {
  const second = good
    .slice(good.indexOf('CLM*'), good.indexOf('SE*'))
    .replace('CLM*C000000001', 'CLM*C000000002');
  const { before, after, codes } = writtenAgain((file) => file.replace('SE*', `${second}SE*`));
  expect(codes).toEqual(['SE01-COUNT']);
  expect(after).toEqual(before);
});
