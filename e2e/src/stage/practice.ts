/** The invented practice whose visits the look-alike EHR pages show. */
import { EXAMPLE_PRACTICE } from '@claimside/server/practice';
import type { PracticeSettings, ScheduledProcedure } from '@claimside/shared/api';

export const STAGE_PRACTICE: PracticeSettings = {
  ...EXAMPLE_PRACTICE,
  name: 'Testville Family Practice',
  address: { line1: '1 Example Street', city: 'Springfield', state: 'IL', postalCode: '627010001' },
  billingProvider: {
    npi: '1234567893',
    taxonomy: '261QP2300X',
    name: { kind: 'organization', organizationName: 'Testville Family Practice' },
    taxIdKind: 'EI',
    taxId: '123456789',
    address: { line1: '1 Example Street', city: 'Springfield', state: 'IL', postalCode: '627010001' },
    contactName: 'Billing Office',
    contactPhone: '2175550100',
  },
  providers: [
    {
      lastName: 'Halvorsen',
      firstName: 'Ingrid',
      npi: '1245319599',
      taxonomy: '207Q00000X',
      ehrNames: ['Halvorsen, Ingrid', 'Ingrid Halvorsen'],
    },
  ],
  locations: [{ name: 'Main office', facilityNames: ['Testville Family Practice'], placeOfService: '11' }],
  payers: [
    { payerId: '60054', name: 'Aetna', claimFilingIndicator: 'CI', aliases: ['Aetna Choice POS II'] },
    { payerId: '62308', name: 'Cigna', claimFilingIndicator: 'CI', aliases: [] },
    { payerId: '87726', name: 'UnitedHealthcare', claimFilingIndicator: 'CI', aliases: ['UHC'] },
  ],
};

/** What it charges for one unit, in cents. */
const PRICES = { '99213': 12_500, '99214': 18_500, '97110': 4_800, '20610': 14_000, J1030: 1_250 };

export const STAGE_PROCEDURES: readonly ScheduledProcedure[] = Object.entries(PRICES).map(
  ([code, price]) => ({
    code,
    price,
    contract: [],
  }),
);
