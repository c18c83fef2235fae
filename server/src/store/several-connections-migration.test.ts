/** A store from when a practice had one connection has it as its main one, and all that was on its way goes by it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exampleClaim } from '@claimside/shared/examples';
import type { UtcInstant } from '@claimside/shared/values';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { EXAMPLE_CONNECTION } from '../practice/index.ts';
import { listConnections } from './connections.ts';
import { getExchangeStatus } from './exchange-status.ts';
import { findInboundFile, listUnreadFiles } from './inbound-files.ts';
import { listOutboundFiles, readOutboundBytes } from './outbound-files.ts';
import { takeApart } from './outbound-states.ts';
import { readQueue } from './outbox.ts';
import { findRemoteFiles } from './remote-files.ts';
import { openStore } from './store.ts';
import { storeBefore } from './testing-migrations.ts';
import { listWaitingClaims } from './waiting-claims.ts';
import { listWatches } from './watches.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'claimside-migration-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const AT = '2026-11-20T12:00:00.000Z' as UtcInstant;
const BYTES = Buffer.from('ISA*TEST~');

/** Rows as the version before wrote them: an account in trouble, two files, and a claim in each state of leaving. */
function fillOldStore(file: string): void {
  const old = storeBefore('_several_connections', file);
  const insert = (table: string, row: Record<string, unknown>) => {
    const names = Object.keys(row);
    old
      .prepare(
        `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map((name) => `@${name}`).join(', ')})`,
      )
      .run(row);
  };
  const practice_id = 'one';
  insert('practices', { id: practice_id, name: 'TEST', created_at: AT });
  insert('connections', {
    practice_id,
    profile_id: EXAMPLE_CONNECTION.profileId,
    mode: 'test',
    settings: JSON.stringify(EXAMPLE_CONNECTION),
    sealed_secret: 'SEALED',
    password_since: AT,
    state: 'login-refused',
    state_message: 'Refused.',
    state_since: AT,
    failed_logins: 2,
    last_contact_at: AT,
  });
  for (const [number, state] of [
    [1, 'sent'],
    [2, 'ready'],
  ] as const)
    insert('outbound_files', {
      id: `file-${number}`,
      practice_id,
      name: `OATEST_837P_${number}.txt`,
      mode: 'test',
      bytes: BYTES,
      sha256: 'hash',
      interchange_control_number: number,
      group_control_number: number,
      batch_reference: String(number),
      positions: '[]',
      state,
      state_since: AT,
      created_at: AT,
      attempts: 0,
    });
  for (const [id, outbound_file_id] of [
    ['left', 'file-1'],
    ['frozen', 'file-2'],
    ['waits', null],
  ]) {
    insert('claims', {
      id,
      practice_id,
      idempotency_key: id,
      request_hash: '',
      visit_key: id,
      patient_control_number: id,
      claim: JSON.stringify(exampleClaim),
      ehr: 'manual',
      corrected_fields: '[]',
      created_by_device: 'device',
      created_at: AT,
      patient_name: 'TEST',
      service_date: '2026-11-16',
      payer_name: 'PLAN',
      total_charge: 100,
      status: 'queued',
      status_since: AT,
      money: '{}',
    });
    insert('outbox', { id, practice_id, claim_id: id, created_at: AT, mode: 'test', outbound_file_id });
  }
  insert('inbound_files', {
    id: 'in-1',
    practice_id,
    name: 'A.999',
    bytes: BYTES,
    sha256: 'hash',
    size_bytes: BYTES.length,
    kind: 'unknown',
    state: 'stored',
    received_at: AT,
  });
  insert('remote_files', { practice_id, name: 'A.999', size_bytes: 9, modified: 1, settled: 1, failures: 0 });
  for (const name of ['backup', 'connection'])
    insert('watches', { practice_id, name, message: 'Look.', since: AT });
  old.close();
}

test('the one connection is the main one, under the name of its clearinghouse, and stands as it stood', async () => {
  const file = join(folder, 'claimside.db');
  fillOldStore(file);
  const store = openStore(file);
  const scope = { db: store.db, practiceId: 'one' };
  const connections = await listConnections(scope);
  expect(connections).toMatchObject([
    {
      id: 'main',
      name: 'Office Ally',
      settings: EXAMPLE_CONNECTION,
      sealedSecret: 'SEALED',
      passwordSince: AT,
      state: 'login-refused',
      failedLogins: 2,
      lastContactAt: AT,
      pausedAt: null,
    },
  ]);
  expect(await getExchangeStatus(scope, AT)).toMatchObject({
    clearinghouse: 'Office Ally',
    state: 'login-refused',
    claimsWaiting: 2,
    others: [],
  });
  await store.close();
});

test('what is stored or on its way goes by it, and what was fetched is not fetched again', async () => {
  const file = join(folder, 'claimside.db');
  fillOldStore(file);
  const store = openStore(file);
  const scope = { db: store.db, practiceId: 'one' };
  const files = await listOutboundFiles(scope, ['ready', 'sent'], 'main');
  expect(files.map(({ id }) => id)).toEqual(['file-1', 'file-2']);
  expect(await readOutboundBytes(scope, 'file-1')).toEqual(BYTES);
  const { payerId, claimFilingIndicator } = exampleClaim.coverage;
  const destinations = [`${claimFilingIndicator}:${payerId}`];
  expect(await readQueue(scope, 'main', AT)).toEqual({ waiting: 1, oldest: AT, destinations });
  expect(await listUnreadFiles(scope, 'main')).toEqual(['in-1']);
  expect(await findInboundFile(scope, 'in-1')).toMatchObject({ connectionId: 'main', bytes: BYTES });
  expect((await findRemoteFiles(scope, 'main', ['A.999'])).get('A.999')).toMatchObject({ settled: true });
  expect((await listWatches(scope)).map(({ name, connectionId }) => [name, connectionId])).toEqual([
    ['backup', ''],
    ['connection', 'main'],
  ]);
  // A claim that is taken out of its file finds its way as one that always waited.
  await store.transaction((db) => takeApart({ ...scope, db }, 'file-2', AT));
  expect((await listWaitingClaims(scope, 10, destinations)).map(({ claimId }) => claimId)).toEqual([
    'frozen',
    'waits',
  ]);
  await store.close();
});
