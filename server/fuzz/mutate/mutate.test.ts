import { expect, test } from 'vitest';
import { Random } from '../random.ts';
import { Sources } from '../sources/index.ts';
import { MUTATIONS, mutate } from './index.ts';

const sources = new Sources();
const [file = ''] = sources.files;

test.each(MUTATIONS.map((mutation) => [mutation.name, mutation] as const))(
  '%s: changes a file, and does well with what hardly is one',
  (_, { change }) => {
    const random = new Random(1);
    const changed = Array.from({ length: 30 }, () => change(file, random, () => file));
    expect(changed.some((text) => text !== file)).toBe(true);
    for (const text of ['A', '~', '***', 'ISA', 'ISA*~~', '\n\n', file.slice(0, 106), file.slice(0, 105)])
      for (let times = 0; times < 20; times += 1)
        expect(change(text, random, () => '~')).toBeTypeOf('string');
  },
);

test('one character stays one byte', () => {
  for (let index = 0; index < 500; index += 1) {
    const text = mutate(file, new Random(2, index), () => file);
    expect(/^[\0-\xff]*$/.test(text)).toBe(true);
  }
});
