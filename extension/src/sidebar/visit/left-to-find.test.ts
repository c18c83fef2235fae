import type { CaptureField } from '@claimside/shared/capture';
import type { ClaimDraft } from '@claimside/shared/claim';
import { expect, it } from 'vitest';
import { isLeftToFind } from './left-to-find.ts';

const note = (...fields: CaptureField[]) => ({ code: 'look-elsewhere' as const, message: 'TEST', fields });

it.each<[string, boolean, ClaimDraft, CaptureField[]]>([
  [
    'stays while one value is missing',
    true,
    { coverage: { payerName: 'TEST' } },
    ['coverage.payerName', 'coverage.memberId'],
  ],
  ['goes once all are there', false, { coverage: { memberId: 'TEST0001' } }, ['coverage.memberId']],
  [
    'knows where the claim has what pages call otherwise',
    false,
    { relationshipToSubscriber: '19' },
    ['coverage.relationship'],
  ],
  [
    'goes for the insured person where that is the patient',
    false,
    { relationshipToSubscriber: '18' },
    ['subscriber.birthDate'],
  ],
  [
    'stays for the insured person of somebody else',
    true,
    { relationshipToSubscriber: '19' },
    ['subscriber.birthDate'],
  ],
  ['stays for what no claim holds', true, {}, ['patient.chartNumber']],
  ['stays where it names no field', true, {}, []],
])('a note of where to look %s', (_what, isLeft, draft, fields) => {
  expect(isLeftToFind(note(...fields), draft)).toBe(isLeft);
});
