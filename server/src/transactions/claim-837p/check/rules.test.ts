/**
 * The single faults that a full check must find: each is put into a good file, and told at its place, once, with nothing
 * else. Starred: missed by the open validators that were tried.
 */
import { expect, test } from 'vitest';
import { checkClaimFile } from './check-file.ts';
import { all, at, behind, type Change, changed, MIXED, replace, say, without } from './testing.ts';

const BILLING = '2000A[1] > 2010AA';
const FIRST = '2000A[1] > 2000B[1]';
const CLAIM = `${FIRST} > 2300[1]`;
const LINE = `${CLAIM} > 2400[1]`;
const DEPENDENT = '2000A[1] > 2000B[2]';
const CHILD = `${DEPENDENT} > 2000C[1]`;

interface Rule {
  readonly change: Change;
  /** `severity SNIP place, loop, 999 or TA1 code`; one each, in the order of the file. */
  readonly expected: readonly string[];
}

/** Place of what is found, such as `CLM05-3`. */
function found(change: Change): string[] {
  return checkClaimFile(changed(MIXED, change)).findings.map(
    ({ severity, snip, location, acknowledgement }) => {
      const { segmentId, element, component, loop } = location;
      const place = [
        segmentId + (element === undefined ? '' : String(element).padStart(2, '0')),
        ...(component === undefined ? [] : [component]),
      ].join('-');
      const code = acknowledgement ? `${acknowledgement.segment} ${acknowledgement.code}` : '-';
      return `${severity} ${snip} ${place}, ${loop}, ${code}`;
    },
  );
}

const rule = (change: Change, ...expected: string[]): Rule => ({ change, expected });

const fiftyOneLines: Change = (lines) => {
  const start = at(lines, 'LX*1');
  const more = Array.from({ length: 50 }, (_, index) => [
    `LX*${index + 2}`,
    'SV1*HC:97110*1*UN*1***1',
    `DTP*472*D8*2026${index < 30 ? '10' : '09'}${String(1 + (index % 30)).padStart(2, '0')}`,
    `REF*6R*X${index}`,
  ]).flat();
  const changedLines = lines.toSpliced(start + 4, 4, ...more);
  return say('CLM*', '*281*', '*235*')(changedLines);
};

const RULES: Readonly<Record<string, Rule>> = {
  '01 SE01 is a wrong count': rule(say('SE*', 'SE*', 'SE*1'), 'error 1 SE01, , IK5 4'),
  '02 SE02 differs from ST02': rule(say('SE*', '*0001', '*0002'), 'error 1 SE02, , IK5 3'),
  '03 GE01 is a wrong count': rule(say('GE*', 'GE*1', 'GE*2'), 'error 1 GE01, , AK9 5'),
  '04 IEA02 differs from ISA13': rule(say('IEA*', '101', '102'), 'error 1 IEA02, , TA1 001'),
  '05 ST03 differs from GS08': rule(say('ST*', 'X222A1', 'X222A2'), 'error 2 ST03, , IK5 19'),
  '06 no receiver': rule(without('NM1*40'), 'error 2 NM1, 1000B, IK3 3'),
  '07 no contact of the submitter': rule(without('PER*IC'), 'error 2 PER, 1000A, IK3 3'),
  '08 no N4 of the billing provider': rule(without('N4'), `error 2 N4, ${BILLING}, IK3 3`),
  '09 no tax id': rule(without('REF*EI'), `error 2 REF, ${BILLING}, IK3 3`),
  '10 HL02 names a level that does not exist': rule(say('HL*2', '*1*', '*9*'), `error 1 HL02, ${FIRST}, -`),
  '11 HL01 skips a number': rule(say('HL*2', 'HL*2', 'HL*9'), `error 1 HL01, ${FIRST}, -`),
  '11 HL01 of a level with others below skips a number': rule(
    say('HL*3', 'HL*3', 'HL*9'),
    `error 1 HL01, ${DEPENDENT}, -`,
  ),
  '12★ HL04 is 0 although a level follows': rule(
    say('HL*3', '22*1', '22*0'),
    `error 1 HL04, ${DEPENDENT}, -`,
  ),
  '12★ HL04 is 1 although none follows': rule(say('HL*2', '22*0', '22*1'), `error 1 HL04, ${FIRST}, -`),
  '12★ HL04 of the billing provider is 0': rule(say('HL*1', '20*1', '20*0'), 'error 1 HL04, 2000A[1], -'),
  '13 SBR09 is QQ': rule(say('SBR', '*CI', '*QQ'), `error 2 SBR09, ${FIRST}, IK4 7`),
  '14 DMG02 is 31 February': rule(
    say('DMG', '19780412', '19780231'),
    `error 1 DMG02, ${FIRST} > 2010BA, IK4 8`,
  ),
  '15 DMG03 is X': rule(say('DMG', '*F', '*X'), `error 2 DMG03, ${FIRST} > 2010BA, IK4 7`),
  '16 CLM02 is not a number': rule(say('CLM', '*281*', '*ABC*'), `error 1 CLM02, ${CLAIM}, IK4 6`),
  '17 CLM02 is not the sum of the lines': rule(say('CLM', '*281*', '*282*'), `error 3 CLM02, ${CLAIM}, -`),
  '18★ CLM05-3 is Q': rule(say('CLM', ':B:1', ':B:Q'), `error 2 CLM05-3, ${CLAIM}, IK4 7`),
  '19 place of service 98': rule(say('CLM', '*11:', '*98:'), `error 5 CLM05-1, ${CLAIM}, IK4 7`),
  '20 CLM01 has 39 characters': rule(
    say('CLM', 'C000000001', 'C'.padEnd(39, '0')),
    `error 1 CLM01, ${CLAIM}, IK4 5`,
  ),
  '21 HI01-1 is ZZ': rule(say('HI', 'ABK', 'ZZ'), `error 2 HI01-1, ${CLAIM}, IK4 7`),
  '22 the first diagnosis is ABF': rule(say('HI', 'ABK', 'ABF'), `error 2 HI01-1, ${CLAIM}, IK4 7`),
  '23★ a diagnosis with a dot': rule(say('HI', 'M5450', 'M54.50'), `error 5 HI01-2, ${CLAIM}, IK4 7`),
  '24★ the nonsense diagnosis QQQQQ': rule(say('HI', 'M5450', 'QQQQQ'), `error 5 HI01-2, ${CLAIM}, IK4 7`),
  '25 no diagnoses': rule(without('HI'), `error 2 HI, ${CLAIM}, IK3 3`),
  '26 SV101-1 is XX': rule(say('SV1', 'HC:', 'XX:'), `error 2 SV101-1, ${LINE}, IK4 7`),
  '27 SV103 is ZZ': rule(say('SV1', '*UN*', '*ZZ*'), `error 2 SV103, ${LINE}, IK4 7`),
  '28★ a pointer to diagnosis 9 of 3': rule(say('SV1', '2:3', '9'), `error 4 SV107-1, ${LINE}, IK4 7`),
  '29★ a pointer to diagnosis 4 of 3': rule(say('SV1', '2:3', '4'), `error 4 SV107-1, ${LINE}, IK4 7`),
  '29★ the second pointer to diagnosis 4 of 3': rule(
    say('SV1', '2:3', '2:4'),
    `error 4 SV107-2, ${LINE}, IK4 7`,
  ),
  '30 SV102 has three decimals': rule(say('SV1', '*185*', '*185.001*'), `error 2 SV102, ${LINE}, IK4 7`),
  '31 SV102 is empty': rule(say('SV1', '*185*', '**'), `error 2 SV102, ${LINE}, IK4 1`),
  '32 no date of service': rule(without('DTP*472'), `error 2 DTP, ${LINE}, IK3 3`),
  '33 DTP02 is D9': rule(say('DTP*472', 'D8', 'D9'), `error 2 DTP02, ${LINE}, IK4 7`),
  '33 DTP02 of a range of days is D9': rule(
    say('DTP*472', 'D8*20261116', 'D9*20261116-20261117'),
    `error 2 DTP02, ${LINE}, IK4 7`,
  ),
  '34 LX01 is out of sequence': rule(say('LX*2', '2', '3'), `error 1 LX01, ${CLAIM} > 2400[2], -`),
  '35 51 lines': rule(fiftyOneLines, `error 2 LX, ${CLAIM}, IK3 4`),
  '36★ the NPI fails its check digit': rule(
    say('NM1*85', '1234567893', '1234567890'),
    `error 5 NM109, ${BILLING}, IK4 7`,
  ),
  '37★ an NPI of nine digits': rule(
    say('NM1*85', '1234567893', '123456789'),
    `error 5 NM109, ${BILLING}, IK4 7`,
  ),
  '38 NM109 without NM108': rule(say('NM1*85', '*XX*', '**'), `error 1 NM108, ${BILLING}, IK4 2`),
  '39 NM102 is 3': rule(say('NM1*85', '*2*', '*3*'), `error 2 NM102, ${BILLING}, IK4 7`),
  '40★ the state QQ': rule(say('N4', '*IL*', '*QQ*', 2), `error 5 N402, ${FIRST} > 2010BA, IK4 7`),
  '40★ the state QQ of the billing provider': rule(
    say('N4', '*IL*', '*QQ*'),
    `error 5 N402, ${BILLING}, IK4 7`,
  ),
  '41★ a ZIP code with letters': rule(
    say('N4', '62704', '6270A', 2),
    `error 5 N403, ${FIRST} > 2010BA, IK4 7`,
  ),
  '41★ a ZIP code of the billing provider with letters': rule(
    say('N4', '627010001', '62701000A'),
    `error 5 N403, ${BILLING}, IK4 7`,
  ),
  '42★ a billing ZIP code of five digits': rule(
    say('N4', '627010001', '62701'),
    `error 2 N403, ${BILLING}, IK4 7`,
  ),
  '43★ a tax id with a hyphen': rule(
    say('REF*EI', '123456789', '12-3456789'),
    `error 2 REF02, ${BILLING}, IK4 7`,
  ),
  '44 empty elements behind LX01': rule(say('LX*1', 'LX*1', 'LX*1**'), `error 1 LX03, ${LINE}, IK4 3`),
  '45 an unknown segment': rule(behind('HI', 'ZZZ*1'), `error 1 ZZZ, ${CLAIM}, IK3 1`),
  '46 DMG between LX and SV1': rule(behind('LX*1', 'DMG*D8*19990101*F'), `error 1 DMG, ${LINE}, IK3 2`),
  '47 REF*D9 twice': rule(behind('CLM', ['REF*D9*1', 'REF*D9*2']), `error 2 REF, ${CLAIM}, IK3 5`),
  '48 an unknown note stands in place of the diagnoses': rule(
    replace('HI', 'NTE*XYZ*TEXT'),
    `error 2 NTE01, ${CLAIM}, IK4 7`,
    `error 2 HI, ${CLAIM}, IK3 3`,
  ),
  '49 CLM06 is empty': rule(say('CLM', '*Y*A*', '**A*'), `error 2 CLM06, ${CLAIM}, IK4 1`),
  '50 PAT01 is 99': rule(say('PAT', '19', '99'), `error 2 PAT01, ${CHILD}, IK4 7`),
  '51 BHT06 is ZZ': rule(say('BHT', '*CH', '*ZZ'), 'error 2 BHT06, , IK4 7'),
  '52★ a taxonomy of nine characters': rule(
    say('PRV*BI', '208D00000X', '208D0000X'),
    'error 5 PRV03, 2000A[1], IK4 7',
  ),
  '53 N301 has 56 characters': rule(
    say('N3', '1 EXAMPLE STREET', '1 '.padEnd(56, 'X')),
    `error 1 N301, ${BILLING}, IK4 5`,
  ),
  '54 a control character in a name': rule(
    say('NM1*QC', 'QUINTERO', 'QUIN\u0001TERO'),
    `error 1 NM103, ${CHILD} > 2010CA, IK4 6`,
  ),
  '55★ a service in the future': rule(
    say('DTP*472', '20261116', '20270116'),
    `error 4 DTP03, ${LINE}, IK4 8`,
  ),
  '56★ a P.O. box bills': rule(
    say('N3', '1 EXAMPLE STREET', 'P.O. BOX 12'),
    `error 4 N301, ${BILLING}, IK4 7`,
  ),
  '57 two taxonomies of the billing provider': rule(
    behind('PRV*BI', 'PRV*BI*PXC*207Q00000X'),
    'error 2 PRV, 2000A[1], IK3 5',
  ),
  '58 no payer': rule(without('NM1*PR'), `error 2 NM1, ${FIRST} > 2010BB, IK3 3`),
  '59★ a replacement without REF*F8': rule(say('CLM', ':B:1', ':B:7'), `error 4 CLM05-3, ${CLAIM}, IK3 I6`),
  '59★ a void without REF*F8': rule(say('CLM', ':B:1', ':B:8'), `error 4 CLM05-3, ${CLAIM}, IK3 I6`),
  '60 two levels have the same number': rule(
    say('HL*6', 'HL*6', 'HL*5'),
    'error 1 HL01, 2000A[1] > 2000B[4], -',
  ),
  '61★ SBR02 is 18 although a patient level follows': rule(
    say('SBR', 'SBR*P*', 'SBR*P*18', 2),
    `error 4 SBR02, ${DEPENDENT}, IK4 I13`,
  ),
  '62★ a car accident without date': rule(replaceClm('AA:::IL'), `error 4 CLM11-1, ${CLAIM}, IK3 I6`),
  '62★ a car accident without state': rule(
    all(replaceClm('AA'), behind('CLM', 'DTP*439*D8*20261101')),
    `error 4 CLM11-4, ${CLAIM}, IK4 I9`,
  ),
  '62★ a car accident without date and state': rule(
    replaceClm('AA'),
    `error 4 CLM11-1, ${CLAIM}, IK3 I6`,
    `error 4 CLM11-4, ${CLAIM}, IK4 I9`,
  ),
};

/** CLM10 stays empty. */
function replaceClm(causes: string): Change {
  return say('CLM', '*Y*Y', `*Y*Y**${causes}`);
}

test('the file is good as it is', () => {
  expect(found((lines) => lines)).toEqual([]);
});

test.each(Object.entries(RULES))('rule %s', (_, { change, expected }) => {
  expect(found(change)).toEqual(expected);
});

test('of 51 lines the last is told, as a 999 counts segments', () => {
  const after = fiftyOneLines(MIXED);
  const [finding] = checkClaimFile(changed(MIXED, fiftyOneLines)).findings;
  expect(finding?.location.ordinal).toBe(at(after, 'LX*51') - at(after, 'ST*') + 1);
});
