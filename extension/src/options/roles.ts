/** What the roles may do, in a few words. */
import type { Role } from '@claimside/shared/api';

export const ROLE_WORDS: Readonly<Record<Role, string>> = {
  clinician: 'Clinician: bills visits and sees how their claims stand',
  biller: 'Biller: also works all claims and their money',
  admin: 'Admin: also sets up, pairs browsers and reads the log',
};
