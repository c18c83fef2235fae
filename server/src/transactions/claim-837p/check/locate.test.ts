/** Every value of a claim is found in the file at the element that says it. */
import type { Claim } from '@claimside/shared/claim';
import { exampleClaim, specialClaims } from '@claimside/shared/examples';
import { cents } from '@claimside/shared/values';
import { expect, test } from 'vitest';
import { FindingList } from '../../../x12/index.ts';
import { ClaimFileReader } from '../file-reader.ts';
import type { SetWatch } from '../set-visitor.ts';
import { locate, type Place } from './locate.ts';
import { OpenLevels } from './open-levels.ts';
import { changed, goodLines } from './testing.ts';

/** Looks in a file while its first claim is open. */
function inFile<T>(claims: readonly Claim[], look: (levels: OpenLevels, claim: unknown) => T): T[] {
  const levels = new OpenLevels();
  const seen: T[] = [];
  const watch: SetWatch = {
    header: () => {},
    add: () => {},
    placed: (segment, rule, frame, occurrence) => levels.placed(segment, rule, frame, occurrence),
    missing: (rule, frame) => levels.missing(rule, frame),
  };
  const visitor = {
    claim({ claim }: { claim: unknown }) {
      seen.push(look(levels, claim));
      levels.endClaim();
    },
  };
  const reader = new ClaimFileReader(new FindingList(), visitor, watch);
  reader.push(changed(goodLines(claims), (lines) => lines));
  reader.end();
  return seen;
}

function leaves(value: unknown, path: string): (readonly [path: string, value: unknown])[] {
  if (typeof value !== 'object' || value === null) return [[path, value]];
  return Object.entries(value).flatMap(([name, inner]) =>
    leaves(inner, path === '' ? name : `${path}.${name}`),
  );
}

function textAt({ segment, location: { element = 0, component } }: Place): string {
  return component === undefined ? segment.element(element) : segment.component(element, component);
}

/** Texts and numbers as a file may say them. */
function saysIt(text: string, value: unknown): boolean {
  if (typeof value === 'number') return Number(text) === value || Math.round(Number(text) * 100) === value;
  const plain = String(value).replace(/^(\d{4})-(\d\d)-(\d\d)$/, '$1$2$3');
  return typeof value === 'string' && text.split('-').concat(text).includes(plain);
}

/** Words of the model for what the file says by a code. */
const BY_CODE = /(kind|codeSet|Signature\w*|applies|is[A-Z]\w*)$/;

const [first] = exampleClaim.serviceLines;
const rich: Claim = {
  ...exampleClaim,
  billingProvider: {
    ...exampleClaim.billingProvider,
    contactName: 'FRONT DESK',
    contactPhone: '2175550199',
    contactPhoneExtension: '12',
    contactFax: '2175550198',
    secondaryIds: [
      { qualifier: '0B', value: 'L1' },
      { qualifier: '1G', value: 'U1' },
    ],
  },
  payToAddress: { line1: 'PO BOX 4', city: 'PEORIA', state: 'IL', postalCode: '61601' },
  disabilityStartDate: exampleClaim.patient.birthDate,
  conditionCodes: ['AA', 'AB', 'AC', 'AD', 'AE', 'AF', 'AG', 'AH', 'AI', 'AJ', 'AK', 'AL', 'AM'],
  attachments: [
    { reportType: 'OZ', transmission: 'FX', controlNumber: 'A1' },
    { reportType: 'B4', transmission: 'EL', controlNumber: 'A2' },
  ],
  fixedFormats: ['FIRST', 'SECOND'],
  serviceLines: [
    ...exampleClaim.serviceLines,
    ...(first ? [{ ...first, modifiers: ['59', 'GP'], chargeAmount: cents(1_234) }] : []),
  ],
};

test.each(Object.entries({ exampleClaim, rich, ...specialClaims }))('all that %s says', (_, claim) => {
  const [wrong] = inFile([claim], (levels, read) =>
    leaves(read, '').flatMap(([path, value]) => {
      if (BY_CODE.test(path)) return [];
      const place = locate(path, levels);
      return place && !place.absent && saysIt(textAt(place), value)
        ? []
        : [`${path} ${String(value)} at ${place ? textAt(place) : 'none'}`];
    }),
  );
  expect(wrong).toEqual([]);
});

test.each([
  ['payerClaimControlNumber', 'CLM', 'REF*F8'],
  ['accidentDate', 'CLM', 'DTP*439'],
  ['autoAccidentState', 'CLM', undefined],
  ['referringProvider.npi', 'CLM', 'Loop 2310A (NM1*DN)'],
  ['serviceLines.1.drug.quantity', 'LX', 'Loop 2410 (LIN)'],
  ['serviceLines.1.cliaNumber', 'LX', 'REF*X4'],
  ['otherCoverages', 'CLM', 'Loop 2320 (SBR)'],
  ['payToPlan.name', 'HL', 'Loop 2010AC (NM1*PE)'],
  ['billingProvider.secondaryIds.0.value', 'NM1', 'REF'],
  ['patient.dateOfDeath', 'HL', 'PAT'],
  ['ambulance', 'CLM', 'CR1'],
])('%s, which the claim does not say, is missed at its %s', (path, segmentId, absent) => {
  const [place] = inFile([exampleClaim], (levels) => locate(path, levels));
  expect([place?.segment.id, place?.absent?.name]).toEqual([segmentId, absent]);
});

test("the second claim's values are found in the second claim", () => {
  const places = inFile([exampleClaim, exampleClaim], (levels) => locate('placeOfService', levels)?.location);
  expect(places.map((location) => location?.loop)).toEqual([
    '2000A[1] > 2000B[1] > 2300[1]',
    '2000A[1] > 2000B[2] > 2300[1]',
  ]);
});
