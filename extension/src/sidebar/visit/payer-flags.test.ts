import type { ClearinghouseFacts, ListedFacts } from '@claimside/shared/api';
import { expect, test } from 'vitest';
import { payerFlags } from './payer-flags.ts';

const listing = (...listed: Partial<ListedFacts>[]): ClearinghouseFacts => ({
  payerIdPattern: null,
  listed: listed.map((one) => ({ payerId: 'T1', name: 'TEST PLAN', isListed: true, ...one })),
});

test('says in a line what a claim to the payer brings with it', () => {
  const facts = listing({ isNonPar: true, needsEnrollment: true, takesAttachments: false });
  expect(payerFlags(facts, 'T1', 'Test Plan')).toBe(
    'By the payer list: non-par; wants an enrollment before the first claim; takes no attachments.',
  );
  expect(payerFlags(listing({ isNonPar: false }), 'T1', 'TEST PLAN')).toBe('By the payer list: par.');
  expect(payerFlags(listing({ isListed: false }), 'T1', 'TEST PLAN')).toContain('no professional claims');
});

test('of payers that share an ID the one of that name is meant; what the list does not say is not said', () => {
  const two = listing({ isNonPar: true }, { name: 'OTHER PLAN', isNonPar: false });
  expect(payerFlags(two, 'T1', 'OTHER PLAN')).toBe('By the payer list: par.');
  expect(payerFlags(two, 'T1', 'THIRD PLAN')).toBe('');
  expect(payerFlags(listing({}), 'T1', 'TEST PLAN')).toBe('');
  expect(payerFlags(null, 'T1', 'TEST PLAN')).toBe('');
});
