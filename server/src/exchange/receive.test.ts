/** What the outbound folder holds: fetched once when whole, again when it changes; what will not come is shown to people. */

import { open, readdir, readFile, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { exampleClaim } from '@claimside/shared/examples';
import { cents, err, type IsoDate, ok, sumCents } from '@claimside/shared/values';
import { expect, test } from 'vitest';
import { beginReading, insertInboundFile } from '../store/inbound-files.ts';
import { type Remittance, writeRemittance } from '../transactions/remittance-835/index.ts';
import { readZip } from '../zip/read-zip.ts';
import { LIMITS } from './limits.ts';
import { connectSftp } from './sftp-transport.ts';
import { settingsFor, testPractice, testSandbox } from './testing.ts';
import { ENVELOPE } from './testing-envelope.ts';
import type { RemoteFile, TransportSession } from './transport.ts';

/** A practice whose connection is changed by `alter`; `fetched` gathers the names that were asked for. */
async function connected(
  alter: (session: TransportSession) => Partial<TransportSession> = () => ({}),
  overrides = {},
) {
  const sandbox = await testSandbox();
  const fetched: string[] = [];
  const practice = await testPractice({
    connect: async (target, signal) => {
      const opened = await connectSftp(target, signal);
      if (!opened.ok) return opened;
      const session = { ...opened.value, ...alter(opened.value) };
      const download: TransportSession['download'] = (folder, file) => {
        fetched.push(file.name);
        return session.download(folder, file);
      };
      return { ok: true, value: { ...session, download } };
    },
  });
  await practice.connect(settingsFor(sandbox, { overrides }), sandbox.password);
  const path = (name: string) => join(sandbox.dataDir, 'outbound', name);
  const publish = async (name: string, bytes: Uint8Array | string) => {
    await writeFile(path(name), bytes);
    await practice.worker.runOnce();
  };
  const waiting = async () =>
    (await practice.files()).filter((file) => file.state === 'needs-person').map((file) => file.name);
  const payments = async (claim: string) =>
    (await practice.facts(claim)).filter((type) => type === 'payment').length;
  return { sandbox, practice, fetched, path, publish, waiting, payments };
}

/** Pays $200.00 by one check for the claim; `claimPaid` other than that makes it unbalanced. */
function payment(patientControlNumber: string, claimPaid = 20_000): Buffer {
  const charge = sumCents(exampleClaim.serviceLines.map((line) => line.chargeAmount));
  const remittance: Remittance = {
    handlingCode: 'I',
    paymentAmount: cents(20_000),
    paymentMethod: 'CHK',
    paymentDate: '2026-11-24' as IsoDate,
    traceNumber: 'CHK0000001',
    payerTraceId: '1999999999',
    payer: { name: 'SAMPLE HEALTH PLAN' },
    payee: { name: 'SAMPLE CLINIC', npi: '1234567893' },
    claims: [
      {
        patientControlNumber,
        statusCode: '1',
        chargeAmount: charge,
        paidAmount: cents(claimPaid),
        patientResponsibility: cents(0),
        claimFilingIndicator: 'CI',
        payerClaimControlNumber: 'P0000000001',
        patient: { lastName: 'TESTER', firstName: 'ANNA' },
        adjustments: [{ group: 'CO', reason: '45', amount: cents(charge - claimPaid) }],
        lines: [],
      },
    ],
    providerAdjustments: [],
  };
  return Buffer.from(writeRemittance(ENVELOPE, { remittances: [remittance] }));
}

test.each([
  ['before its IEA', '~IEA*'],
  ['in the midst of a claim', '~CAS*'],
])('an 835 that was cut %s is posted once it is whole, and nobody need look at the part', async (_, at) => {
  const { practice, publish, waiting, payments } = await connected();
  const claim = await practice.bill('C000000001', 'SILENT1');
  const whole = payment('C000000001');
  await publish('ERA.835', whole.subarray(0, whole.indexOf(at) + 1));
  expect(await payments(claim)).toBe(0);
  expect(await waiting()).toEqual(['ERA.835']);
  expect(await practice.remittances()).toEqual([]);
  await publish('ERA.835', whole);
  expect(await payments(claim)).toBe(1);
  expect(await practice.remittances()).toMatchObject([{ state: 'posted', total: 20_000 }]);
  expect(await waiting()).toEqual([]);
});

test('a corrected 835 takes the place of the unbalanced one of the same check', async () => {
  const { practice, publish, waiting, payments } = await connected();
  const claim = await practice.bill('C000000001', 'SILENT1');
  await publish('WRONG.835', payment('C000000001', 19_000));
  expect(await practice.remittances()).toMatchObject([{ state: 'unbalanced' }]);
  await publish('RIGHT.835', payment('C000000001'));
  expect(await payments(claim)).toBe(1);
  expect(await practice.remittances()).toMatchObject([{ state: 'posted' }]);
  expect(await waiting()).toEqual([]);
});

test('a malformed 835 says what is wrong once', async () => {
  const { practice, publish } = await connected();
  const bad = payment('C000000001')
    .toString('latin1')
    .replace(/~SE\*\d+\*/, '~SE*3*');
  await publish('COUNT.835', bad);
  expect((await practice.files())[0]?.reason?.match(/not well formed/g)).toHaveLength(1);
});

test('a file that is never handed out holds up no other, is shown to people and is no trouble of the connection', async () => {
  let stuck = true;
  const { practice, fetched, path, publish, waiting } = await connected((session) => ({
    download: async (folder, file) =>
      stuck && file.name === 'a.txt'
        ? err({ kind: 'trouble', phase: 'open', code: 'TIMEOUT' } as const)
        : session.download(folder, file),
  }));
  await writeFile(path('a.txt'), 'slow');
  await publish('b.txt', 'quick');
  expect(fetched).toEqual(['a.txt', 'b.txt']);
  expect((await practice.files()).find((file) => file.name === 'a.txt')).toMatchObject({
    sizeBytes: 4,
    reason: expect.stringContaining('did not hand it out'),
  });
  expect(await practice.exchange()).toMatchObject({ state: 'ok' });
  await publish('c.txt', 'newer');
  expect(fetched.slice(2)).toEqual(['c.txt', 'a.txt']);
  stuck = false;
  await practice.worker.runOnce();
  expect((await practice.files()).filter((file) => file.name === 'a.txt').map((file) => file.reason)).toEqual(
    [expect.stringContaining('does not know this kind'), null],
  );
  expect((await waiting()).sort()).toEqual(['a.txt', 'b.txt', 'c.txt']);
});

test('a file too large to read is left where it is, with a sentence in the queue, and not asked for', async () => {
  const { practice, fetched, path } = await connected();
  const file = await open(path('huge.835'), 'w');
  await file.truncate(LIMITS.inboundFileBytes + 1);
  await file.close();
  await practice.worker.runOnce();
  await practice.worker.runOnce();
  expect(fetched).toEqual([]);
  expect(await practice.files()).toMatchObject([
    { name: 'huge.835', state: 'needs-person', reason: expect.stringContaining('larger than 32 MB') },
  ]);
  expect(await practice.exchange()).toMatchObject({ state: 'ok' });
});

test('a report that was written anew to the same size is fetched again', async () => {
  const { practice, path, publish, fetched } = await connected();
  await publish('notice.txt', 'closed on Monday');
  await writeFile(path('notice.txt'), 'closed on Friday');
  const { mtimeMs } = await stat(path('notice.txt'));
  await utimes(path('notice.txt'), mtimeMs / 1_000 + 60, mtimeMs / 1_000 + 60);
  await practice.worker.runOnce();
  await practice.worker.runOnce();
  expect(fetched).toHaveLength(2);
  expect(await practice.files()).toHaveLength(2);
});

test('a plain 835 that is also in a package is fetched once', async () => {
  const { sandbox, practice, fetched, publish } = await connected();
  await practice.bill('C000000001', 'W1');
  await practice.worker.runOnce();
  await sandbox.idle();
  await practice.worker.runOnce();
  const zip = (await readdir(join(sandbox.dataDir, 'outbound'))).find((name) => name.endsWith('.zip')) ?? '';
  const entries = await readZip(await readFile(join(sandbox.dataDir, 'outbound', zip)));
  const inside = entries.ok ? entries.value.find((entry) => entry.name.endsWith('.835')) : undefined;
  await publish(inside?.name ?? '', inside?.bytes ?? '');
  await practice.worker.runOnce();
  await practice.worker.runOnce();
  expect(fetched.filter((name) => name === inside?.name)).toHaveLength(1);
});

test.each([
  [{ oddNames: 2, beyondLimit: 0 }, '2 files in the outbound folder'],
  [{ oddNames: 0, beyondLimit: 7 }, 'holds 7 files more than Claimside looks at'],
])('files that a listing leaves out (%j) are trouble, with their number', async (left, sentence) => {
  const { practice } = await connected((session) => ({
    list: async (folder) => {
      const listed = await session.list(folder);
      return listed.ok ? { ok: true, value: { ...listed.value, ...left } } : listed;
    },
  }));
  await practice.worker.runOnce();
  expect(await practice.exchange()).toMatchObject({
    state: 'trouble',
    message: expect.stringContaining(sentence),
  });
});

test('a file whose reading ended the process each time waits for a person after the next start', async () => {
  const { practice, payments } = await connected();
  const claim = await practice.bill('C000000001', 'SILENT1');
  await practice.store.transaction(async (db) => {
    const scope = { ...practice.scope, db };
    const receivedAt = practice.runtime.now();
    const file = {
      id: 'fatal',
      name: 'FATAL.835',
      bytes: payment('C000000001'),
      parentId: null,
      connectionId: 'main',
      receivedAt,
    };
    await insertInboundFile(scope, file);
    for (let begun = 0; begun < LIMITS.readingsOfOneFile; begun += 1) await beginReading(scope, 'fatal');
  });
  await practice.worker.runOnce();
  expect(await payments(claim)).toBe(0);
  expect(await practice.files()).toMatchObject([
    { id: 'fatal', state: 'needs-person', reason: expect.stringContaining('is not read again') },
  ]);
});

test('a file that is never as long as it is listed is shown to people, and other answers that stay away are noticed', async () => {
  const { practice, sandbox, publish, waiting } = await connected((session) => ({
    async list(folder) {
      const listed = await session.list(folder);
      if (!listed.ok) return listed;
      const pad = (file: RemoteFile) =>
        file.name === 'PADDED.835' ? { ...file, size: file.size + 5 } : file;
      return ok({ ...listed.value, files: listed.value.files.map(pad) });
    },
  }));
  const claim = await practice.bill('C000000001', 'SILENT1');
  await practice.worker.runOnce();
  await sandbox.idle();
  await publish('PADDED.835', 'ISA*PART');
  expect(await waiting()).toEqual([]);
  for (let round = 0; round < LIMITS.unfinishedDownloads; round += 1) await practice.worker.runOnce();
  expect(await waiting()).toEqual(['PADDED.835']);
  practice.runtime.moveClock(30 * 86_400_000);
  await practice.worker.runOnce();
  expect(await practice.facts(claim)).toContain('silent');
});

test('a round that fails by a fault of ours says so until one ends well, and leaves the place in the log, not the words of the error', async () => {
  const lines: string[] = [];
  const sandbox = await testSandbox();
  let fails = true;
  const practice = await testPractice({
    log: (line) => lines.push(line),
    connect: async (...args) => {
      if (fails) throw new TypeError('TESTER, ANNA');
      return connectSftp(...args);
    },
  });
  await practice.connect(settingsFor(sandbox), sandbox.password);
  await practice.worker.runOnce();
  const failed = lines.find((line) => line.includes('exchange round failed')) ?? '{}';
  expect(JSON.parse(failed)).toMatchObject({
    error: { name: 'TypeError', at: expect.arrayContaining([expect.stringContaining('receive.test.ts')]) },
  });
  expect(lines.join()).not.toContain('TESTER');
  expect(await practice.exchange()).toMatchObject({
    state: 'trouble',
    message: expect.stringContaining('look at the server log'),
  });
  fails = false;
  await practice.worker.runOnce();
  expect(await practice.exchange()).toMatchObject({ state: 'ok', message: '' });
});

test('over SFTP: a download ends one byte past the listed size, and names that cannot be asked for are counted', async () => {
  const { sandbox, practice, path } = await connected();
  await writeFile(path('grown.txt'), 'x'.repeat(100_000));
  await writeFile(path('odd\u0007name.txt'), 'x');
  const opened = await connectSftp({ ...settingsFor(sandbox), secret: sandbox.password });
  if (!opened.ok) throw new Error(opened.error.code);
  const { value: session } = opened;
  const listed = await session.list('/outbound');
  expect(listed).toMatchObject({
    value: { files: [{ name: 'grown.txt', size: 100_000 }], oddNames: 1, beyondLimit: 0 },
  });
  const whole = await session.download('/outbound', { name: 'grown.txt', size: 100_000, modified: 0 });
  expect(whole.ok && whole.value.equals(Buffer.alloc(100_000, 'x'))).toBe(true);
  const grown = await session.download('/outbound', { name: 'grown.txt', size: 40_000, modified: 0 });
  expect(grown.ok && grown.value.length).toBe(40_001);
  await session.close();
  expect(await session.list('/outbound')).toMatchObject({ ok: false, error: { code: 'CLOSED' } });
  await practice.worker.runOnce();
  expect(await practice.exchange()).toMatchObject({ state: 'trouble' });
});

test('a claim file that comes back, or is dropped, is told as what the server itself writes', async () => {
  const { practice, publish } = await connected();
  await publish(
    'echo.837',
    'ISA*00*          *00*          *ZZ*123456789      *ZZ*330897513      *261122*1530*^*00501*000000001*0*P*:~GS*HC*123456789*330897513*20261122*1530*1*X*005010X222A1~ST*837*0001*005010X222A1~SE*2*0001~GE*1*1~IEA*1*000000001~',
  );
  expect(await practice.files()).toMatchObject([
    { name: 'echo.837', state: 'needs-person', reason: expect.stringContaining('It holds claims (837P)') },
  ]);
});
