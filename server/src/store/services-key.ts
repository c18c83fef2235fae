/** The key under which claims for the same services find each other. */
import { createHash } from 'node:crypto';
import type { Claim } from '@claimside/shared/claim';
import { servicesText } from '@claimside/shared/edits';

/** SHA-256 in hex, as the sidebar makes it too when it asks whether a visit was billed before. */
export function servicesKeyOf(claim: Claim): string {
  const text = servicesText(claim);
  if (text === undefined) throw new Error('a claim without patient or services');
  return createHash('sha256').update(text).digest('hex');
}
