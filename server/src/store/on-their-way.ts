/** Claims that ask for nobody: they are on their way to the payer, or with it. */
import type { ClaimStatus } from '@claimside/shared/lifecycle';

export const ON_THEIR_WAY: readonly ClaimStatus[] = [
  'queued',
  'sent',
  'file-accepted',
  'at-clearinghouse',
  'with-payer',
];
