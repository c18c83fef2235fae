/** Our claim numbers stay apart, whatever senders do to them on their way back. */
import { claimNumbersMeantBy } from '@claimside/shared/matching';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { randomControlNumber } from '../http/claims/control-number.ts';

/** As they are allotted, from arbitrary bytes. */
const ourNumber = fc.uint8Array({ minLength: 64, maxLength: 64 }).map((bytes) => {
  let at = 0;
  return randomControlNumber({
    randomBytes: (length) => Buffer.from(Array.from({ length }, () => bytes[at++ % bytes.length] ?? 0)),
  });
});

const CHANGES: readonly ((number: string) => string)[] = [
  (number) => number.slice(0, 13),
  (number) => number.toUpperCase(),
  (number) => number.toLowerCase(),
  (number) => number.replace(/^0+/, ''),
  (number) => number.padStart(13, '0'),
  (number) => number.padEnd(20),
  (number) => number.padEnd(13).slice(0, 13),
];
/** One change after the other. */
const sender = fc
  .array(fc.constantFrom(...CHANGES), { maxLength: 5 })
  .map((changes) => (number: string) => changes.reduce((changed, change) => change(changed), number));

test('a number of ours is found again whatever a sender does to it', () => {
  fc.assert(
    fc.property(ourNumber, sender, (number, change) => claimNumbersMeantBy(change(number)).includes(number)),
    { numRuns: 2_000 },
  );
});

test('no two numbers of ours are taken for each other, whatever senders do to either', () => {
  fc.assert(
    fc.property(ourNumber, ourNumber, sender, (one, other, change) => {
      fc.pre(one !== other);
      expect(claimNumbersMeantBy(change(one))).not.toContain(other);
    }),
    { numRuns: 2_000 },
  );
});

test('neighbours that differ in one character stay apart', () => {
  const letter = fc.constantFrom(...'23456789BCDFGHJKLMNPQRSTVWXZ');
  fc.assert(
    fc.property(ourNumber, fc.integer({ min: 1, max: 9 }), letter, sender, (number, at, another, change) => {
      const neighbour = number.slice(0, at) + another + number.slice(at + 1);
      fc.pre(neighbour !== number);
      expect(claimNumbersMeantBy(change(number))).not.toContain(neighbour);
    }),
    { numRuns: 2_000 },
  );
});
