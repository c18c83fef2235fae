/** What is typed about the practice becomes what the server takes, and nothing that is not shown gets lost. */
import { EXAMPLE_PRACTICE } from '@claimside/server/practice';
import { PracticeSettings } from '@claimside/shared/api';
import { expect, test } from 'vitest';
import { readPart } from '../form/part.ts';
import { LOCATION_PART, PAYER_PART, PRACTICE_PART, PROFILE_PART, PROVIDER_PART } from './parts.ts';

const TYPED = {
  ...PRACTICE_PART.begin(undefined, null),
  name: ' Sample Clinic ',
  organizationName: 'Sample  Clinic LLC',
  npi: '1234567893',
  taxId: '12-3456789',
  taxonomy: '207q00000x',
  line1: '1 Example Street',
  city: 'Springfield',
  state: 'il',
  postalCode: '62701-0001',
  contactName: 'Ann Sample',
  contactPhone: '(217) 555-0100',
};

test('payers that share an ID are one choice of a billing profile, with all their names', () => {
  const [payer] = EXAMPLE_PRACTICE.payers;
  if (!payer) throw new Error('no payer');
  const practice = { ...EXAMPLE_PRACTICE, payers: [payer, { ...payer, name: 'ITS OTHER PLAN' }] };
  const fields = PROFILE_PART.fields(PROFILE_PART.begin(undefined, practice), practice);
  expect(fields.find(({ name }) => name === 'payerIds')?.ticks).toEqual([
    [payer.payerId, `${payer.name}, ITS OTHER PLAN ${payer.payerId}`],
  ]);
});

test('a practice as people type it is tidied to what the server takes', () => {
  const read = readPart(PRACTICE_PART, TYPED, undefined, null);
  expect(read.ok && PracticeSettings.parse(read.value)).toEqual({
    name: 'Sample Clinic',
    billingProvider: {
      npi: '1234567893',
      taxonomy: '207Q00000X',
      name: { kind: 'organization', organizationName: 'Sample Clinic LLC' },
      taxIdKind: 'EI',
      taxId: '123456789',
      address: { line1: '1 Example Street', city: 'Springfield', state: 'IL', postalCode: '627010001' },
      contactName: 'Ann Sample',
      contactPhone: '2175550100',
    },
    providers: [],
    locations: [],
    payers: [],
  });
});

test.each([
  ['npi', '1234567890', 'its check digit is wrong'],
  ['taxId', '12345678', 'a digit is missing'],
  ['line1', 'P.O. Box 12', 'it is no street'],
  ['postalCode', '62701', 'the last four are missing'],
  ['postalCode', '627010000', 'no address has 0000'],
  ['state', 'ZZ', 'there is no such state'],
  ['taxonomy', '207Q', 'it is too short'],
  ['contactPhone', '555-0100', 'the area code is missing'],
  ['name', ' ', 'it is empty'],
])('%s %s is said at its field: %s', (field, text) => {
  const read = readPart(PRACTICE_PART, { ...TYPED, [field]: text }, undefined, null);
  expect(read.ok ? [] : Object.keys(read.error)).toEqual([field]);
});

test('every part comes out of its form as it went in, with what the form does not show', () => {
  const billingProvider = {
    ...EXAMPLE_PRACTICE.billingProvider,
    contactFax: '5035550101',
    secondaryIds: [{ qualifier: '1G' as const, value: 'X1' }],
  };
  const practice = { ...EXAMPLE_PRACTICE, billingProvider };
  const sameAfter = <Item>(part: Parameters<typeof readPart<Item>>[0], item: Item) =>
    expect(readPart(part, part.begin(item, practice), item, practice)).toEqual({ ok: true, value: item });
  sameAfter(PRACTICE_PART, practice);
  sameAfter(PRACTICE_PART, { ...practice, visitServiceType: '33' });
  const person = { lastName: 'TESTER', firstName: 'INGRID', suffix: 'JR', npi: '1987654328' };
  sameAfter(PROVIDER_PART, { ...person, ehrNames: ['Ingrid Tester'], credentials: 'MD' });
  sameAfter(PROVIDER_PART, { organizationName: 'SECOND OFFICE', npi: '1234567893', ehrNames: [] });
  for (const location of practice.locations) {
    sameAfter(LOCATION_PART, location);
    const { address } = billingProvider;
    const serviceFacility = { name: 'NORTH', address, contact: { phone: '5035550102' } };
    sameAfter(LOCATION_PART, { ...location, serviceFacility });
    const more = { phone: '5035550103', cliaNumber: '05D0123456', hours: 'Monday to Friday, 9 to 5' };
    sameAfter(LOCATION_PART, { ...location, ...more });
  }
  for (const payer of practice.payers) {
    sameAfter(PAYER_PART, { ...payer, needsReferringProvider: true });
    const address = { line1: 'PO BOX 12', city: 'TESTVILLE', state: 'OR', postalCode: '97201' };
    sameAfter(PAYER_PART, { ...payer, address, phone: '8005550104', eligibilityId: 'TEST9' });
    sameAfter(PAYER_PART, { ...payer, claimStatusId: 'TEST8' });
    const facts = { isPaperOnly: true, accidentKind: 'work', telehealthModifier: '95' } as const;
    sameAfter(PAYER_PART, { ...payer, ...facts, needsPriorAuthorization: true });
  }
  sameAfter(PROFILE_PART, {
    name: 'Second',
    billingProvider,
    payerIds: ['TEST1'],
    locations: ['Main office'],
    renderingNpis: ['1987654328'],
  });
});
