/** What the roles may do, in a few words. */
import type { Role } from '@claimside/shared/api';

export const ROLE_WORDS: Readonly<Record<Role, string>> = {
  clinician: 'Clinician: bills visits and sees claims',
  biller: 'Biller: also works payments and files',
  admin: 'Admin: also pairs and revokes browsers',
};
