/** Under whom a claim is billed, where the practice bills under several. */
import { expect, test } from 'vitest';
import type { BillingProfile, PracticeSettings } from '../api/index.ts';
import { exampleCapture, examplePractice } from '../examples/index.ts';
import { billedAs } from './billing-profile.ts';
import { draftFromCapture, type PracticeContext } from './draft-from-capture.ts';

const USUAL = examplePractice.billingProvider;
const profile = (name: string, changes: Partial<BillingProfile> = {}): BillingProfile => ({
  name,
  billingProvider: { ...USUAL, npi: '1245319599' },
  payerIds: [],
  locations: [],
  renderingNpis: [],
  ...changes,
});
const practice = (...billingProfiles: BillingProfile[]): PracticeContext => ({
  ...examplePractice,
  billingProfiles,
});
const DRAFT = {
  coverage: { payerId: '60054' },
  renderingProvider: { npi: '1245319599' },
  placeOfService: '11',
};
const nameFor = (of: PracticeSettings, draft: Parameters<typeof billedAs>[1] = DRAFT) =>
  billedAs(of, draft).profile?.name;

test('without profiles, and where none fits, the usual billing provider bills', () => {
  expect(billedAs(examplePractice, DRAFT)).toEqual({ billingProvider: USUAL });
  expect(nameFor(practice(profile('Cigna alone', { payerIds: ['62308'] })))).toBeUndefined();
});

test.each([
  ['payer', { payerIds: ['60054'] }],
  ['rendering provider', { renderingNpis: ['1245319599'] }],
  ['location', { locations: ['Main clinic'] }],
])('one that fits by its %s bills', (_, changes) => {
  const one = profile('Own NPI', changes);
  expect(billedAs(practice(one), DRAFT)).toEqual({ billingProvider: one.billingProvider, profile: one });
});

test('all that a profile asks for must be so, and what the claim does not say is not so', () => {
  const both = practice(profile('Both', { payerIds: ['60054'], locations: ['Main clinic'] }));
  expect(nameFor(both)).toBe('Both');
  expect(nameFor(both, { ...DRAFT, placeOfService: '12' })).toBeUndefined();
  expect(nameFor(both, { placeOfService: '11' })).toBeUndefined();
});

test('the most particular one bills; of two alike the first', () => {
  const payer = profile('By payer', { payerIds: ['60054'] });
  const who = profile('By provider', { renderingNpis: ['1245319599'] });
  const both = profile('By both', { payerIds: ['60054'], renderingNpis: ['1245319599'] });
  expect(nameFor(practice(payer, who, both))).toBe('By both');
  expect(nameFor(practice(who, payer))).toBe('By provider');
});

test('one that asks for nothing is only chosen by hand', () => {
  expect(nameFor(practice(profile('By hand')))).toBeUndefined();
});

test('a visit that is read is billed under the profile that fits, and says so', () => {
  const { draft, provenance } = draftFromCapture(
    exampleCapture,
    practice(profile('Aetna', { payerIds: ['60054'] })),
  );
  expect(draft.billingProvider?.npi).toBe('1245319599');
  expect(provenance.billingProvider?.place).toBe('Practice settings, billing profile Aetna');
});
