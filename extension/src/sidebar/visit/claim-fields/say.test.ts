import type { ClaimDraft } from '@claimside/shared/claim';
import { cents } from '@claimside/shared/values';
import { expect, it } from 'vitest';
import { sayValues } from './say.ts';
import { CLAIM_SECTIONS, LINE_SECTIONS } from './sections.ts';

/** A section's values as they stand in its line. */
function line(id: string, draft: ClaimDraft, base = ''): string {
  const section = (base === '' ? CLAIM_SECTIONS : LINE_SECTIONS).find((one) => one.id === id);
  const said = section ? sayValues(section, draft, base) : [];
  return said.map(({ before, text }, index) => (index === 0 ? text : before + text)).join('');
}

it.each<[string, ClaimDraft, string]>([
  [
    'accident',
    { relatedCauses: ['AA'], accidentDate: '2026-11-02', autoAccidentState: 'IL' },
    'Car accident · date 2026-11-02 · Illinois',
  ],
  [
    'referring',
    { referringProvider: { lastName: 'Sampleton', firstName: 'Rae', npi: '1003000126' } },
    'Sampleton, Rae · 1003000126',
  ],
  [
    'pay-to-address',
    { payToAddress: { line1: '1 Example Street', city: 'Springfield', state: 'IL', postalCode: '62701' } },
    '1 Example Street, Springfield, IL 62701',
  ],
  [
    'other-insurance',
    {
      coverage: { rank: 'S' },
      otherCoverages: [{ rank: 'P', payer: { name: 'Cigna' }, paidAmount: cents(8000) }],
    },
    'Secondary · Cigna Primary $80.00',
  ],
  [
    'attachments',
    { attachments: [{ reportType: 'OZ', transmission: 'FX' }, { reportType: '77' }] },
    'OZ By fax; 77',
  ],
  ['homebound', { isHomebound: true }, 'The patient cannot leave home'],
  ['file-information', { fixedFormats: ['ONE', 'TWO'] }, 'ONE, TWO'],
])('%s says in one line what it holds', (id, draft, text) => {
  expect(line(id, draft)).toBe(text);
});

it('a drug of a line, with its unit in words', () => {
  const draft: ClaimDraft = { serviceLines: [{ drug: { code: '55390014710', quantity: 2, unit: 'ML' } }] };
  expect(line('drug', draft, 'serviceLines.0')).toBe('55390014710 · quantity 2 Milliliters');
});

it('what every claim has is not worth a word, another value is', () => {
  const usual = {
    providerSignatureOnFile: true,
    assignmentOfBenefits: 'A',
    benefitsToProvider: 'Y',
    releaseOfInformation: 'Y',
  } as const;
  expect(line('signatures', usual)).toBe('');
  expect(line('signatures', { ...usual, assignmentOfBenefits: 'C', providerSignatureOnFile: false })).toBe(
    'Not accepted · provider signed no',
  );
});
