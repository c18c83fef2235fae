import { type ClaimDraft, withValueAt } from '@claimside/shared/claim';
import type { Finding } from '@claimside/shared/edits';
import { exampleClaim } from '@claimside/shared/examples';
import { expect, it } from 'vitest';
import { unfinished } from './unfinished.ts';

const claim: ClaimDraft = exampleClaim;
const said = (draft: ClaimDraft, known: readonly Finding[] = []) =>
  unfinished(draft, known).map(({ id, path, message }) => [id, path, message]);
const error = (path: string): Finding => ({
  id: 'any',
  severity: 'error',
  path,
  message: 'Wrong.',
  fix: 'Do.',
});

it('a whole claim has nothing unfinished', () => {
  expect(said(claim)).toEqual([]);
});

it('a section that was begun says what it still needs, each at its field', () => {
  expect(said(withValueAt(claim, 'serviceLines.0.drug.code', '55390014710'))).toEqual([
    ['required', 'serviceLines.0.drug.quantity', 'Quantity is missing.'],
    ['required', 'serviceLines.0.drug.unit', 'Unit is missing.'],
  ]);
});

it('another insurance that was only added says all that it needs, part by part', () => {
  const paths = said({ ...claim, otherCoverages: [{}] }).map(([, path]) => path);
  expect(paths).toEqual(
    [
      'rank',
      'relationshipToSubscriber',
      'claimFilingIndicator',
      'benefitsToProvider',
      'releaseOfInformation',
      'subscriber.memberId',
      'subscriber.lastName',
      'payer.name',
      'payer.id',
    ].map((field) => `otherCoverages.0.${field}`),
  );
});

it('of an address that is begun, what its own country needs', () => {
  expect(said({ ...claim, payToAddress: { line1: '1 Example Street' } }).map(([, path]) => path)).toEqual([
    'payToAddress.city',
    'payToAddress.state',
    'payToAddress.postalCode',
  ]);
  expect(said({ ...claim, payToAddress: { line1: '1 Example Street', country: 'CA' } })).toEqual([
    ['required', 'payToAddress.city', 'City is missing.'],
  ]);
});

it('a text too long, a number too fine, and an NPI with a wrong digit', () => {
  expect(said({ ...claim, note: { kind: 'ADD', text: 'x'.repeat(81) } })).toEqual([
    ['shape', 'note.text', 'Text is too long.'],
  ]);
  expect(said({ ...claim, ambulance: { reason: 'A', miles: 6.0005 } })).toEqual([
    ['shape', 'ambulance.miles', 'Miles has more than three decimals.'],
  ]);
  expect(said({ ...claim, carePlanOversightNpi: '1234567890' })).toEqual([
    ['shape', 'carePlanOversightNpi', 'NPI of the agency must be a 10-digit NPI with a valid check digit.'],
  ]);
});

it('what an edit says is not said twice, and what has edits of its own waits for them', () => {
  const draft = withValueAt(claim, 'serviceLines.0.drug.code', '55390014710');
  expect(said(draft, [error('serviceLines.0.drug')])).toEqual([]);
  const causes = { ...claim, relatedCauses: ['AA', 'EM', 'OA', 'OA'] } satisfies ClaimDraft;
  expect(said(causes).map(([, path]) => path)).toEqual(['relatedCauses']);
  expect(said(causes, [error('relatedCauses.3')])).toEqual([]);
  const bare = { ...draft, patient: {} };
  expect(said(bare, [error('patient.lastName')]).map(([, path]) => path)).toEqual([
    'serviceLines.0.drug.quantity',
    'serviceLines.0.drug.unit',
  ]);
});
