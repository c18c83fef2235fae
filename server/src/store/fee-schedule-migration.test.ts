/** Prices and contracts that stood in the practice's settings stand in the fee schedule after the first start. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readFeeSchedule } from '../fee-schedule/index.ts';
import { EXAMPLE_PRACTICE } from '../practice/index.ts';
import { getPractice } from './practices.ts';
import { openStore } from './store.ts';
import { storeBefore } from './testing-migrations.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'claimside-migration-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('each under its code, contracts under their payers, and the settings without them', async () => {
  const file = join(folder, 'claimside.db');
  const old = storeBefore('_fee_schedule', file);
  const payer = { payerId: 'ONE01', claimFilingIndicator: 'CI', aliases: [] };
  const payers = [
    { ...payer, name: 'ONE', contract: { '99214': 13_000, '99214-25': 12_500 } },
    { ...payer, payerId: 'TWO02', name: 'TWO EAST', contract: { '20610': 9_000 } },
    { ...payer, payerId: 'TWO02', name: 'TWO WEST', contract: {} },
  ];
  const settings = { ...EXAMPLE_PRACTICE, payers, fees: { '99214': 18_500, 'not a code': 100 } };
  const insert = old.prepare('INSERT INTO practices (id, name, settings, created_at) VALUES (?, ?, ?, ?)');
  insert.run('one', 'TEST', JSON.stringify(settings), '2026-11-20T12:00:00.000Z');
  insert.run('empty', 'TEST', null, '2026-11-20T12:00:00.000Z');
  old.close();

  const store = openStore(file);
  const scope = { db: store.db, practiceId: 'one' };
  expect(await readFeeSchedule(scope)).toEqual([
    {
      code: '20610',
      contract: [{ payerId: 'TWO02', payerName: 'TWO EAST', procedure: '20610', amount: 9_000 }],
    },
    {
      code: '99214',
      price: 18_500,
      contract: [
        { payerId: 'ONE01', procedure: '99214', amount: 13_000 },
        { payerId: 'ONE01', procedure: '99214-25', amount: 12_500 },
      ],
    },
  ]);
  expect((await getPractice(scope)).settings).toEqual({
    ...EXAMPLE_PRACTICE,
    payers: payers.map(({ contract: _, ...rest }) => rest),
  });
  expect((await getPractice({ ...scope, practiceId: 'empty' })).settings).toBeNull();
  await store.close();
});
