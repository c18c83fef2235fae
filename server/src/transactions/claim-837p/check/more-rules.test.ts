/** What else is worth finding before a file leaves, one fault a row, each told once at its place. */
import {
  ambulanceClaim,
  anesthesiaClaim,
  drugClaim,
  exampleClaim,
  secondaryClaim,
} from '@claimside/shared/examples';
import type { IsoDate } from '@claimside/shared/values';
import { expect, test } from 'vitest';
import { checkClaimFile } from './check-file.ts';
import { all, behind, type Change, changed, goodLines, MIXED, say, without } from './testing.ts';

const BASE = { exampleClaim, drugClaim, ambulanceClaim, anesthesiaClaim, secondaryClaim };

function found(lines: readonly string[], change: Change): string[] {
  return checkClaimFile(changed(lines, change)).findings.map(
    ({ severity, code, location: { segmentId, element, component } }) =>
      `${severity} ${code} ${segmentId}${element === undefined ? '' : String(element).padStart(2, '0')}${component === undefined ? '' : `-${component}`}`,
  );
}

const other = (...lines: readonly string[]): Change => behind('PRV*PE', lines);

const ROWS: readonly (readonly [
  what: string,
  base: keyof typeof BASE,
  change: Change,
  ...expected: string[],
])[] = [
  [
    'a charge of zero',
    'exampleClaim',
    all(say('SV1', '*185*', '*0*'), say('CLM', '*281*', '*96*')),
    'warning CHARGE-ZERO SV102',
  ],
  [
    'a negative charge',
    'exampleClaim',
    all(say('SV1', '*185*', '*-185*'), say('CLM', '*281*', '*-89*')),
    'error CHARGE SV102',
  ],
  ['no units', 'exampleClaim', say('SV1', '*UN*1*', '*UN*0*'), 'error UNITS SV104'],
  ['a line number twice', 'exampleClaim', say('REF*6R', 'L2', 'L1', 2), 'error LINE-NUMBER-REPEATED REF02'],
  [
    'two payers in the same turn',
    'secondaryClaim',
    say('SBR', 'SBR*S', 'SBR*P'),
    'error RANK-REPEATED SBR01',
  ],
  [
    'the day of a decision at payer and lines',
    'secondaryClaim',
    behind('NM1*PR', 'DTP*573*D8*20261120', 2),
    'error ADJUDICATION-DATE-TWICE DTP03',
  ],
  [
    'an adjustment without reason',
    'secondaryClaim',
    say('CAS*CO', '*45*', '**'),
    'error ELEMENT-MISSING CAS02',
  ],
  [
    'a second adjustment without reason',
    'secondaryClaim',
    all(say('CAS*CO', '*50', '*40***10'), (lines) => lines),
    'error ELEMENT-PAIR CAS05',
  ],
  [
    'what a payer paid does not add up',
    'secondaryClaim',
    say('AMT*D', '160', '161'),
    'error CLAIM-BALANCE AMT02',
  ],
  ['a line does not add up', 'secondaryClaim', say('SVD', '*110*', '*111*'), 'error LINE-BALANCE SVD02'],
  [
    'the referral number is the authorization number',
    'exampleClaim',
    all(behind('CLM', ['REF*9F*A1', 'REF*G1*A1']), behind('HI', 'NM1*DN*1*REFERRER*RITA****XX*1987654328')),
    'error AUTHORIZATION-IS-REFERRAL REF02',
  ],
  ['a social security number of zeros', 'exampleClaim', behind('DMG', 'REF*SY*000000000'), 'error SSN REF02'],
  [
    'a birth after the service',
    'exampleClaim',
    say('DMG', '19780412', '20261118'),
    'error SERVICE-DATE DTP03',
    'error SERVICE-DATE DTP03',
  ],
  ['a birth 121 years ago', 'exampleClaim', say('DMG', '19780412', '19050412'), 'error BIRTH-DATE DMG02'],
  [
    'a service that ends before it starts',
    'exampleClaim',
    say('DTP*472', 'D8*20261116', 'RD8*20261116-20261114'),
    'error SERVICE-DATE DTP03',
  ],
  [
    'the billing provider as rendering provider',
    'exampleClaim',
    say('NM1*82', '1245319599', '1234567893'),
    'info RENDERING-IS-BILLING NM1',
    'warning RENDERING-NEEDED NM1',
  ],
  [
    'a facility at the billing address',
    'exampleClaim',
    other('NM1*77*2*SAMPLE CLINIC', 'N3*1 EXAMPLE STREET', 'N4*SPRINGFIELD*IL*627010001'),
    'info FACILITY-IS-BILLING NM1',
  ],
  ['a drug without quantity', 'drugClaim', without('CTP'), 'error SEGMENT-MISSING CTP'],
  ['a drug without unit', 'drugClaim', say('CTP', '*ML', ''), 'error ELEMENT-MISSING CTP05'],
  [
    'a code that says nothing, without words',
    'exampleClaim',
    say('SV1', '97110:GP', '99199', 2),
    'warning DESCRIPTION-NEEDED SV101-7',
  ],
  [
    'the same line twice',
    'exampleClaim',
    all(say('SV1', '97110:GP*96*UN*2', '99214:25*96*UN*1', 2)),
    'warning LINE-REPEATED SV101-2',
  ],
  [
    'an ambulance claim without transport',
    'ambulanceClaim',
    all(without('CR1'), without('CRC')),
    'error AMBULANCE-TRANSPORT CLM05-1',
  ],
  [
    'an ambulance claim without pick-up',
    'ambulanceClaim',
    (lines) =>
      lines.toSpliced(
        lines.findIndex((line) => line.startsWith('NM1*PW')),
        3,
      ),
    'error AMBULANCE-PLACES CLM05-1',
  ],
  ['anesthesia in units', 'anesthesiaClaim', say('SV1', '*MJ*', '*UN*'), 'warning ANESTHESIA-MINUTES SV103'],
  ['no kind of insurance', 'exampleClaim', say('SBR', '*******CI', ''), 'error PAYER SBR09'],
  [
    'a group name beside the group number',
    'exampleClaim',
    say('SBR', '*18***', '*18*G1*NAME*'),
    'info GROUP-NAME-BESIDE-NUMBER SBR04',
  ],
  [
    'the place of service of the claim at a line',
    'exampleClaim',
    say('SV1', '*UN*1*', '*UN*1*11'),
    'info LINE-PLACE-IS-CLAIMS SV105',
  ],
  [
    'a service date that is none',
    'exampleClaim',
    say('DTP*472', '20261116', '20261341'),
    'error ELEMENT-DATE DTP03',
  ],
];

const CASES = ROWS.map(([what, base, change, ...expected]) => ({ what, base, change, expected }));

test.each(CASES)('$what', ({ base, change, expected }) => {
  const lines = goodLines([BASE[base]]);
  expect(found(lines, (same) => same)).toEqual([]);
  expect(found(lines, change)).toEqual(expected);
});

const TEST_DAYS = ['DTP*738*D8*20261101', 'DTP*738*D8*20261102'];
const CARE_DAYS = ['DTP*090*D8*20261101', 'DTP*090*D8*20261102'];

test('days that the guide lets stand twice are told only when they stand three times', () => {
  const lines = goodLines([exampleClaim]);
  expect(found(lines, behind('DTP*472', TEST_DAYS))).toEqual([]);
  expect(found(lines, behind('CLM', CARE_DAYS))).toEqual([]);
  expect(found(lines, behind('DTP*472', [...TEST_DAYS, 'DTP*739*D8*20261101']))).toEqual([
    'error SEGMENT-REPEATED DTP',
  ]);
});

test('each of two days of one DTP is told at its own', () => {
  const days = behind('DTP*472', ['DTP*738*D8*20261101', 'DTP*739*D8*20271101']);
  const [finding] = checkClaimFile(changed(goodLines([exampleClaim]), days)).findings;
  expect([finding?.code, finding?.location.element, finding?.value]).toEqual(['CLAIM-DATE', 3, '20271101']);
});

test('an account number of two claims is told at the second', () => {
  const { findings } = checkClaimFile(changed(MIXED, say('CLM', 'C000000003', 'C000000001', 3)));
  expect(findings.map(({ code, location, claim }) => [code, location.ordinal, claim])).toEqual([
    ['CLM01-REPEATED', 61, 'C000000001'],
  ]);
});

test('what the practice knows of a payer is asked for each claim', () => {
  const bytes = changed(MIXED, (lines) => lines);
  const { findings } = checkClaimFile(bytes, {
    today: '2027-06-01' as IsoDate,
    knownOf: ({ coverage }) => ({
      payer:
        coverage?.payerId === '62308'
          ? { isPaperOnly: true, takesSecondary: false }
          : { timelyFilingDays: 90 },
    }),
  });
  expect(findings.map(({ severity, snip, code, claim }) => `${severity} ${snip} ${code} ${claim}`)).toEqual([
    'warning 7 TIMELY-FILING C000000001',
    'warning 7 TIMELY-FILING C000000002',
    'warning 7 PAYER-TAKES-SECONDARY C000000003',
    'warning 7 PAYER-PAPER-ONLY C000000003',
    'warning 7 TIMELY-FILING C000000004',
  ]);
});
