/** SBR09 claim filing indicators in our own words (as of November 2026). */
import { codeSet } from './code-set.ts';

export const CLAIM_FILING = codeSet({
  name: 'claim-filing',
  title: 'Kind of insurance (claim filing indicator)',
  asOf: '2026-11-22',
  source: '837P SBR09, 835 CLP06; words are ours',
  codes: {
    '11': 'Other non-federal program',
    '12': 'Preferred provider organization (PPO)',
    '13': 'Point of service (POS)',
    '14': 'Exclusive provider organization (EPO)',
    '15': 'Indemnity insurance',
    '16': 'Health maintenance organization, Medicare risk',
    '17': 'Dental maintenance organization',
    AM: 'Automobile medical',
    BL: 'Blue Cross Blue Shield',
    CH: 'Champus / Tricare',
    CI: 'Commercial insurance',
    DS: 'Disability',
    FI: 'Federal employees program',
    HM: 'Health maintenance organization (HMO)',
    LM: 'Liability medical',
    MA: 'Medicare Part A',
    MB: 'Medicare Part B',
    MC: 'Medicaid',
    OF: 'Other federal program',
    TV: 'Title V',
    VA: 'Veterans affairs',
    WC: 'Workers compensation',
    ZZ: 'Mutually defined',
  },
});

export const CLAIM_FILING_INDICATORS = CLAIM_FILING.codes;

const LAST_BY_LAW: readonly string[] = ['CH', 'MC', 'TV'];

/** By law these pay after every other insurance (42 USC 1396a(a)(25), 32 CFR 199.8), and want to know what each of those said. */
export const paysLast = (claimFilingIndicator: string | undefined): boolean =>
  claimFilingIndicator !== undefined && LAST_BY_LAW.includes(claimFilingIndicator);
