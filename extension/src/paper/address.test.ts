import { expect, test } from 'vitest';
import { type PaperNamed, paperAddress, paperIn } from './address.ts';

test.each<PaperNamed>([
  { kind: 'self-pay', kept: 'k1' },
  { kind: 'receipt', claimId: 'c1', payment: 'c1-4' },
  { kind: 'superbill', claimId: 'c1', for: 'insured' },
  { kind: 'superbill', claimId: 'c1', for: 'self-pay' },
  { kind: 'statement', claimId: 'c1' },
  { kind: 'cms-1500', claimId: 'c1', print: 'form' },
])('the address of %o names the same paper again', (asked) => {
  expect(paperIn(new URL(paperAddress(asked), 'https://sample.example').search)).toEqual(asked);
});

test.each([
  '',
  '?claim=c1',
  '?claim=c1&kind=other',
  '?claim=c1&kind=receipt',
  '?kind=statement',
  '?kind=self-pay',
])('%j names none', (search) => expect(paperIn(search)).toBeUndefined());
