import { expect, test } from 'vitest';
import type { PaperAsked } from '../ui/server/index.ts';
import { paperAddress, paperIn } from './address.ts';

test.each<PaperAsked>([
  { kind: 'receipt', claimId: 'c1', payment: 'c1-4' },
  { kind: 'superbill', claimId: 'c1', for: 'insured' },
  { kind: 'superbill', claimId: 'c1', for: 'self-pay' },
  { kind: 'statement', claimId: 'c1' },
  { kind: 'cms-1500', claimId: 'c1', print: 'form' },
])('the address of %o names the same paper again', (asked) => {
  expect(paperIn(new URL(paperAddress(asked), 'https://sample.example').search)).toEqual(asked);
});

test.each(['', '?claim=c1', '?claim=c1&kind=other', '?claim=c1&kind=receipt', '?kind=statement'])(
  '%j names none',
  (search) => expect(paperIn(search)).toBeUndefined(),
);
