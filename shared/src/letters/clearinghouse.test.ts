import { expect, test } from 'vitest';
import type { PracticeSettings } from '../api/index.ts';
import type { IsoDate } from '../values/index.ts';
import { eraTransfer, sftpRequest } from './index.ts';

const billingProvider = {
  npi: '1234567893',
  name: { kind: 'organization', organizationName: 'Sample Clinic LLC' },
  taxIdKind: 'EI',
  taxId: '123456789',
  address: { line1: '1 Example Street', city: 'Springfield', state: 'IL', postalCode: '627010001' },
  contactName: 'Ann Sample',
  contactPhone: '2175550100',
} as const;
const person = { kind: 'person', firstName: 'Ingrid', lastName: 'Halvorsen' } as const;
const profile = (name: string, npi: string) => ({
  name,
  billingProvider: { ...billingProvider, npi, name: person },
  payerIds: [],
  locations: [],
  renderingNpis: [],
});
const practice: PracticeSettings = {
  name: 'Sample Clinic',
  billingProvider,
  billingProfiles: [profile('Own', '1245319599'), profile('Own, elsewhere', '1245319599')],
  accountRequest: {
    uses: 'another-system',
    userName: 'sample1',
    email: 'ann@sample.example',
    earlierSystem: 'Old System',
    switchesOn: '2027-01-04' as IsoDate,
  },
  providers: [],
  locations: [],
  payers: [],
};
const parts = { practice, today: '2026-12-01' as IsoDate };

test('the request for SFTP says account, contact, software and form, asks for both reports, and when to change', () => {
  const lines = sftpRequest(parts).split('\n');
  for (const line of [
    'Springfield, IL 62701-0001',
    '2026-12-01',
    'Office Ally user name: sample1',
    'Contact: Ann Sample',
    'E-mail: ann@sample.example',
    'Software: Claimside',
    'Form type: HCFA (professional claims, 837P)',
    '999 and 277CA reports: yes, both, please',
    'ERA (835): split by check, please',
    'Until now our claims came from Old System. Please change the account to the new software on 2027-01-04, not before.',
  ])
    expect(lines).toContain(line);
});

test('the ERA transfer names each NPI that bills, once', () => {
  const lines = eraTransfer(parts).split('\n');
  expect(lines.filter((line) => line.startsWith('NPI '))).toEqual([
    'NPI 1234567893, tax ID 123456789, Sample Clinic LLC',
    'NPI 1245319599, tax ID 123456789, Ingrid Halvorsen',
  ]);
});

test('what is not known is left to fill in, and an account of nobody else has no word of another system', () => {
  const { accountRequest: _, ...alone } = practice;
  const letter = sftpRequest({ ...parts, practice: alone });
  expect(letter).toContain('Office Ally user name: [fill in]');
  expect(letter).not.toContain('Until now');
});
