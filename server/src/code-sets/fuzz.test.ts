/** Whatever bytes come, the answer is a value. */
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { CODE_LISTS } from './lists.ts';
import { type Bench, ORDER_FILE, openBench, PAIR_FILE, UNIT_FILE, zipOf } from './testing.ts';

let bench: Bench;
beforeEach(async () => {
  bench = await openBench();
});
afterEach(() => bench.close());

test('a package with any byte changed or cut off gives an outcome, never an exception', async () => {
  const zip = await zipOf({ 'icd10cm_order_2027.txt': ORDER_FILE });
  await fc.assert(
    fc.asyncProperty(
      fc.nat(zip.length - 1),
      fc.integer({ min: 1, max: 255 }),
      fc.boolean(),
      async (at, bits, cut) => {
        const changed = Buffer.from(zip);
        changed[at] = (changed[at] ?? 0) ^ bits;
        const file = bench.file('any.zip', cut ? zip.subarray(0, at) : changed);
        const outcome = await bench.import('icd-10-cm', [file], { effective: '2026-10-01', anyway: true });
        if (!outcome.ok) expect(outcome.error.faults[0]?.fix).toMatch(/\.$/);
      },
    ),
    { numRuns: 150 },
  );
});

test('any bytes as any list give an outcome, never an exception', async () => {
  const lists = fc.constantFrom(...CODE_LISTS.slice(0, 8).map((list) => list.name));
  const sample = fc.constantFrom(ORDER_FILE, PAIR_FILE, UNIT_FILE, 'Code,Description\n45,"X');
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 300 }).map((array) => Buffer.from(array)),
    fc.tuple(sample, fc.nat(), fc.nat({ max: 255 })).map(([text, at, byte]) => {
      const changed = Buffer.from(text);
      changed[at % changed.length] = byte;
      return changed.subarray(0, at % 7 === 0 ? at % changed.length : undefined);
    }),
  );
  await fc.assert(
    fc.asyncProperty(lists, bytes, async (list, content) => {
      const outcome = await bench.import(list, [bench.file('any.txt', content)], {
        effective: '2026-10-01',
        anyway: true,
      });
      if (!outcome.ok) expect(outcome.error.count).toBeGreaterThan(0);
    }),
    { numRuns: 150 },
  );
});
