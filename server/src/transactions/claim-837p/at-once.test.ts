/** Segments that are read at once, straight from their bytes, are read, checked and kept as when each is looked at closely. */
import { exampleClaim } from '@claimside/shared/examples';
import { expect, test } from 'vitest';
import { FindingList, type ReaderOptions } from '../../x12/index.ts';
import { fileOf } from '../examples.ts';
import { goodLines } from './check/testing.ts';
import { ClaimFileReader } from './file-reader.ts';
import type { ReadClaim } from './model.ts';

const good = goodLines(Array.from({ length: 5 }, () => exampleClaim)).join('\n');

/** The claims and findings of a file after a change to each of its claims, the same in both ways. */
function read(from: string, to: string) {
  const file = fileOf(good.replaceAll(from, to));
  const [atOnce, closely] = [readWith(file, {}), readWith(file, { givesBytes: false })];
  expect(atOnce).toEqual(closely);
  return atOnce;
}

function readWith(file: Uint8Array, options: ReaderOptions) {
  const findings = new FindingList();
  const claims: ReadClaim[] = [];
  const visitor = { claim: (claim: ReadClaim) => claims.push(claim) };
  const reader = new ClaimFileReader(findings, visitor, undefined, options);
  reader.push(file);
  reader.end();
  return { claims, findings: findings.toArray() };
}

test('what is read of them is said of every claim', () => {
  const { claims, findings } = read('', '');
  expect(findings).toEqual([]);
  expect(claims.map(({ claim }) => claim.patient?.lastName)).toEqual(Array(5).fill('QUINTERO'));
});

test('a fault is found in each of them', () => {
  const { findings } = read('D8*20261116', 'D8*20261131');
  expect(findings.map(({ code }) => code)).toEqual(Array(10).fill('ELEMENT-DATE'));
});

test('what the model has no place for is kept of each of them', () => {
  const { claims } = read('SV1*HC:97110:GP', 'SV1*HC:97110:GP:::::X');
  expect(claims.map(({ notInModel }) => notInModel)).toEqual(
    Array(5).fill([{ loop: '2400[2]', segment: 'SV1', occurrence: 1, elements: { '1-8': 'X' } }]),
  );
});

test('a whole segment that has no place is kept of each of them', () => {
  const { claims } = read('HI*ABK', 'REF*QQ*12345\nHI*ABK');
  expect(claims.map(({ notInModel }) => notInModel?.[0]?.followedBy)).toEqual(
    Array(5).fill([['REF', 'QQ', '12345']]),
  );
});

test('what is held against another segment of the line is held against that of each line', () => {
  const { claims } = read('DTP*472', 'SV5*HC:97110*DA*30*100**1\nDTP*472');
  for (const { claim, notInModel } of claims) {
    expect(claim.serviceLines?.map(({ procedureCode }) => procedureCode)).toEqual(['99214', '97110']);
    expect(notInModel).toEqual([
      { loop: '2400[1]', segment: 'SV5', occurrence: 1, elements: { '1-2': '97110' } },
    ]);
  }
});
