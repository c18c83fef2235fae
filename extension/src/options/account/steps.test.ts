/** The steps to an account at Office Ally, filled in from what the practice said of itself. */
import type { PracticeSettings } from '@claimside/shared/api';
import { exampleClaim } from '@claimside/shared/examples';
import { expect, test } from 'vitest';
import { accountSteps } from './steps.ts';

const PRACTICE: PracticeSettings = {
  name: 'Sample Clinic',
  billingProvider: {
    ...exampleClaim.billingProvider,
    npi: '1234567893',
    name: { kind: 'organization', organizationName: 'SAMPLE CLINIC LLC' },
    taxIdKind: 'EI',
    taxId: '123456789',
    address: { line1: '1 EXAMPLE STREET', city: 'TESTVILLE', state: 'OR', postalCode: '972010001' },
  },
  accountRequest: { uses: 'nothing', email: 'ann@sample.example', representative: 'Ann Sample' },
  providers: [{ firstName: 'INGRID', lastName: 'TESTER', npi: '1987654328', ehrNames: [] }],
  locations: [],
  payers: [],
};

const stepOf = (id: string, practice = PRACTICE) => accountSteps(practice).find((step) => step.id === id);

test('the way leads from the data at hand over e-mail, entity, product, system, representative and BAA to SFTP', () => {
  expect(accountSteps(PRACTICE).map(({ id }) => id)).toEqual([
    ...['data', 'email', 'entity', 'product', 'system', 'representative', 'baa'],
    ...['sftp', 'mails', 'connection', 'enrollments'],
  ]);
});

test('what the forms there ask for stands ready to copy', () => {
  expect(stepOf('data')?.data).toEqual(
    expect.arrayContaining([
      ['Practice', 'Sample Clinic'],
      ['Legal name', 'SAMPLE CLINIC LLC'],
      ['Tax ID (EIN)', '123456789'],
      ['Billing NPI', '1234567893'],
      ['Address', '1 EXAMPLE STREET, TESTVILLE, OR 97201-0001'],
      ['NPI of INGRID TESTER', '1987654328'],
    ]),
  );
  expect(stepOf('email')?.data).toEqual([['E-mail', 'ann@sample.example']]);
  expect(stepOf('system')?.data).toEqual([['Software', 'Claimside']]);
  expect(stepOf('representative')?.words).toContain('Ann Sample');
  expect(stepOf('baa')?.words).toMatch(/^Ann Sample signs the business associate agreement/);
  expect(stepOf('sftp')?.words).toContain('999 and 277CA');
});

test('a person who bills under the own NPI signs up as an individual; a representative whom nobody named is asked for', () => {
  const { accountRequest: _, ...practice } = PRACTICE;
  const name = { kind: 'person', firstName: 'INGRID', lastName: 'TESTER' } as const;
  const alone = { ...practice, billingProvider: { ...practice.billingProvider, name } };
  expect(stepOf('entity', alone)?.words).toContain('an individual');
  expect(stepOf('representative', alone)?.words).toContain('Enter the name above');
});
