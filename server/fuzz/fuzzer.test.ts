import { expect, test } from 'vitest';
import { readClaimFile } from '../src/transactions/claim-837p/index.ts';
import { Fuzzer, type Made, textOf, tryTarget } from './fuzzer.ts';
import { Input } from './input.ts';
import { shrink } from './shrink.ts';
import { Sources } from './sources/index.ts';
import { claimsTarget } from './targets/claims.ts';
import type { Target } from './targets/target.ts';

const sources = new Sources();

function inputsOf(seed: number, count: number): Made[] {
  const fuzzer = new Fuzzer(seed, sources, [claimsTarget]);
  return Array.from({ length: count }, (_, index) => {
    const made = fuzzer.make(index);
    fuzzer.read(made);
    return made;
  });
}

test('the same seed makes the same inputs, another one others', () => {
  const texts = (seed: number) => inputsOf(seed, 50).map(({ text }) => text);
  expect(texts(1)).toEqual(texts(1));
  expect(texts(1)).not.toEqual(texts(2));
});

test('inputs that showed something new have children, which seed and name alone make again', () => {
  const children = inputsOf(3, 300).filter(({ lineage }) => lineage.length > 1);
  expect(children.length).toBeGreaterThan(50);
  for (const { text, lineage } of children) expect(textOf(3, lineage, sources)).toBe(text);
});

/** Breaks on one thing that only a file harmed in a certain way has. */
const fragile: Target = {
  name: 'fragile',
  read({ bytes, text }) {
    const { findings, claims } = readClaimFile(bytes);
    if (claims.length > 0 && text.includes('REF*G1*REF')) throw new Error('planted');
    return { findings, kept: undefined };
  },
};

test('what a reader breaks on is left when the input is made short, and little else', () => {
  const file = sources.files[0]?.replace('~LX*1', '~REF*G1*REF~LX*1') ?? '';
  const failure = tryTarget(fragile, new Input(file));
  if (!failure) throw new Error('the planted fault was not found');
  expect(failure).toMatchObject({ target: 'fragile', promise: 'nothing throws because of content' });
  const shortest = shrink(file, failure, fragile);
  expect(tryTarget(fragile, new Input(shortest))?.way).toBe(failure.way);
  expect(shortest.length).toBeLessThan(40);
  expect(shortest).toContain('REF*G1*REF');
});
