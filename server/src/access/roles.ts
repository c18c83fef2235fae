/** What each kind of person may do. */
import type { Role } from '@claimside/shared/api';

export const EVERYONE: readonly Role[] = ['clinician', 'biller', 'admin'];
/** Who works money and files of the clearinghouse. */
export const BILLING: readonly Role[] = ['biller', 'admin'];
export const ADMINS: readonly Role[] = ['admin'];
