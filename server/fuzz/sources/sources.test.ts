import { expect, test } from 'vitest';
import { checkClaimFile } from '../../src/transactions/claim-837p/index.ts';
import { identify } from '../../src/x12/index.ts';
import { Random } from '../random.ts';
import { goodFiles } from './good-files.ts';
import { madeUpFile } from './made-up.ts';

const bytesOf = (text: string) => Buffer.from(text, 'latin1');

test('good files are of every kind that we read', () => {
  expect(new Set(goodFiles().map((file) => identify(bytesOf(file))))).toEqual(
    new Set(['837p', '999', '277ca', '277', '276', '270', '271', '835']),
  );
});

test('files made up from guides are of every kind, most of them recognised, and use all of the 837P', () => {
  const files = Array.from({ length: 1_000 }, (_, index) => bytesOf(madeUpFile(new Random(5, index))));
  const kinds = files.map(identify);
  for (const kind of ['837p', '999', '277ca', '277', '276', '270', '271', '835'] as const)
    expect(kinds.filter((each) => each === kind).length).toBeGreaterThan(40);
  const loops = files
    .filter((_, index) => kinds[index] === '837p')
    .flatMap((file) => checkClaimFile(file).findings)
    .flatMap(({ location }) => location.loop.replaceAll(/\[\d+\]/g, '').split(' > '));
  for (const loop of [
    '1000A',
    '2010AA',
    '2010BB',
    '2000C',
    '2310B',
    '2320',
    '2330B',
    '2400',
    '2420A',
    '2430',
  ])
    expect(loops).toContain(loop);
});
