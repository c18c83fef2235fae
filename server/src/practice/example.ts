/** Filled settings to start from. Everyone in it is invented, and reads like it. */
import type { PracticeSettings } from '@claimside/shared/api';
import type { ConnectionSettings } from '../clearinghouse/index.ts';

export const EXAMPLE_PRACTICE: PracticeSettings = {
  name: 'EXAMPLE FAMILY PRACTICE',
  address: { line1: '1 EXAMPLE STREET', city: 'TESTVILLE', state: 'OR', postalCode: '972010001' },
  billingProvider: {
    npi: '1234567893',
    name: { kind: 'organization', organizationName: 'EXAMPLE FAMILY PRACTICE' },
    taxIdKind: 'EI',
    taxId: '123456789',
    address: { line1: '1 EXAMPLE STREET', city: 'TESTVILLE', state: 'OR', postalCode: '972010001' },
    contactName: 'BILLING TESTER',
    contactPhone: '5035550100',
  },
  providers: [
    {
      lastName: 'TESTER',
      firstName: 'INGRID',
      npi: '1987654328',
      ehrNames: ['Ingrid Tester', 'Tester, Ingrid MD'],
    },
  ],
  locations: [
    { name: 'Main office', facilityNames: ['Main', 'Example Family Practice'], placeOfService: '11' },
  ],
  payers: [
    {
      payerId: 'TEST1',
      name: 'EXAMPLE HEALTH PLAN',
      claimFilingIndicator: 'CI',
      aliases: ['Example Health', 'Example Health Plan PPO'],
      isListed: true,
      timelyFilingDays: 180,
      takesSecondary: true,
    },
  ],
};

/** Office Ally in test mode; the fingerprint has to be replaced by the one that `clearinghouse host-key` reads. */
export const EXAMPLE_CONNECTION: ConnectionSettings = {
  profileId: 'office-ally',
  mode: 'test',
  host: 'ftp10.officeally.com',
  port: 22,
  username: 'example',
  hostKeySha256: `SHA256:${'A'.repeat(43)}`,
  submitter: {
    name: 'EXAMPLE FAMILY PRACTICE',
    id: '123456789',
    contactName: 'BILLING TESTER',
    contactPhone: '5035550100',
  },
  interchange: {},
  overrides: {},
};
