import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { login, testSandbox } from './testing.ts';
import { a837p, aClaim } from './testing-claims.ts';

const NAME = '837P_20261122_153000_000101.txt';

test('refuseLogins: the right password is refused, until the fault is cleared', async () => {
  const sandbox = await testSandbox();
  sandbox.faults.refuseLogins = true;
  await expect(login(sandbox)).rejects.toThrow(/authentication methods failed/);
  sandbox.faults.clear();
  await login(sandbox);
  expect(sandbox.authenticationAttempts).toBe(2);
});

test('dropAtConnect: no connection comes about', async () => {
  const sandbox = await testSandbox();
  sandbox.faults.dropAtConnect = true;
  await expect(login(sandbox)).rejects.toThrow();
  expect(sandbox.authenticationAttempts).toBe(0);
});

test('dropOnList: the connection ends at a listing', async () => {
  const sandbox = await testSandbox();
  const client = await login(sandbox);
  sandbox.faults.dropOnList = true;
  await expect(client.list('/outbound')).rejects.toThrow();
  sandbox.faults.clear();
  expect(await (await login(sandbox)).list('/outbound')).toEqual([]);
});

test('dropOnWriteAfterBytes: exactly so many bytes stay in inbound, and the part is never picked up', async () => {
  const sandbox = await testSandbox();
  const bytes = a837p([aClaim('W1')]);
  const client = await login(sandbox);
  sandbox.faults.dropOnWriteAfterBytes = 300;
  await expect(client.put(Buffer.from(bytes), `/inbound/${NAME}`)).rejects.toThrow();
  await sandbox.idle();
  expect(await readFile(join(sandbox.dataDir, 'inbound', NAME))).toEqual(Buffer.from(bytes.subarray(0, 300)));
  expect(await sandbox.received()).toEqual([]);

  sandbox.faults.clear();
  const again = await login(sandbox);
  await again.put(Buffer.from(bytes), `/inbound/${NAME}`);
  await again.end();
  await sandbox.idle();
  expect(await sandbox.received()).toMatchObject([
    { name: NAME, verdict: 'accepted', sizeBytes: bytes.length },
  ]);
});

test('an upload of every byte counts, though the client was gone before it closed it', async () => {
  const sandbox = await testSandbox();
  const bytes = Buffer.from(a837p([aClaim('W1')]));
  const client = await login(sandbox);
  // Not closed by itself: the stream stays open for more.
  const stream = client.createWriteStream(`/inbound/${NAME}`);
  await new Promise<void>((resolve) => stream.write(bytes, () => resolve()));
  const received = new Promise((resolve) => sandbox.on('received', resolve));
  await client.end();
  expect(await received).toMatchObject({ name: NAME, verdict: 'accepted', sizeBytes: bytes.length });
});

test('a file under a temporary name is not taken before it has its own', async () => {
  const sandbox = await testSandbox();
  const client = await login(sandbox);
  await client.put(Buffer.from(a837p([aClaim('W1')])), `/inbound/.${NAME}.part`);
  await client.end();
  await sandbox.idle();
  expect(await sandbox.received()).toEqual([]);

  const again = await login(sandbox);
  await again.rename(`/inbound/.${NAME}.part`, `/inbound/${NAME}`);
  await again.end();
  await sandbox.idle();
  expect(await sandbox.received()).toMatchObject([{ name: NAME, verdict: 'accepted' }]);
});

test('dropOnClose: the client hears of a lost connection, yet the upload counts', async () => {
  const sandbox = await testSandbox();
  const client = await login(sandbox);
  sandbox.faults.dropOnClose = true;
  await expect(client.put(Buffer.from(a837p([aClaim('W1')])), `/inbound/${NAME}`)).rejects.toThrow();
  await sandbox.idle();
  expect(await sandbox.received()).toMatchObject([{ name: NAME, verdict: 'accepted' }]);
});

test('dropOnReadAfterBytes: a download is cut', async () => {
  const sandbox = await testSandbox();
  await writeFile(join(sandbox.dataDir, 'outbound', 'report.txt'), 'x'.repeat(5000));
  const client = await login(sandbox);
  sandbox.faults.dropOnReadAfterBytes = 1000;
  await expect(client.get('/outbound/report.txt')).rejects.toThrow();
});

test('diskFull: the upload fails, the connection lives, nothing is picked up', async () => {
  const sandbox = await testSandbox();
  const client = await login(sandbox);
  sandbox.faults.diskFull = true;
  await expect(client.put(Buffer.from('x'), `/inbound/${NAME}`)).rejects.toThrow();
  expect(await client.list('/inbound')).toEqual([]);
  await client.end();
  await sandbox.idle();
  expect(await sandbox.received()).toEqual([]);
});

test('delayMilliseconds: answers come late but in order and whole', async () => {
  const sandbox = await testSandbox();
  sandbox.faults.delayMilliseconds = 2;
  const client = await login(sandbox);
  const bytes = a837p([aClaim('W1')]);
  await client.put(Buffer.from(bytes), `/inbound/${NAME}`);
  await client.end();
  await sandbox.idle();
  const [received] = await sandbox.received();
  expect(await readFile(received?.archivePath ?? '')).toEqual(Buffer.from(bytes));
});

test('swapHostKey: connections end, the old pin fails before any credential, the new one is kept', async () => {
  const sandbox = await testSandbox();
  const before = sandbox.hostKeySha256;
  await login(sandbox);
  const after = await sandbox.faults.swapHostKey();
  expect(after).toMatch(/^SHA256:[A-Za-z0-9+/]{43}$/);
  expect(after).not.toBe(before);
  expect(sandbox.hostKeySha256).toBe(after);
  await expect(login(sandbox, { pinnedHostKey: before })).rejects.toThrow();
  expect(sandbox.authenticationAttempts).toBe(1);
  await login(sandbox);
  expect(await readdir(sandbox.dataDir)).toContain('host_key');
});

test('faults.json in the data folder switches faults on and off, and a broken one changes nothing', async () => {
  const lines: string[] = [];
  const sandbox = await testSandbox({ log: (line) => lines.push(line) });
  const file = join(sandbox.dataDir, 'faults.json');
  await writeFile(file, '{ "refuseLogins": true }');
  await expect(login(sandbox)).rejects.toThrow(/authentication methods failed/);
  await writeFile(file, '{ "refuseLogin": tru');
  await expect(login(sandbox)).rejects.toThrow(/authentication methods failed/);
  expect(lines).toContain('faults.json cannot be read; faults stay as they were');
  await rm(file);
  await login(sandbox);
});

test('faults set by a program are not touched while there is no faults.json', async () => {
  const sandbox = await testSandbox();
  sandbox.faults.refuseLogins = true;
  await expect(login(sandbox)).rejects.toThrow(/authentication methods failed/);
  await expect(login(sandbox)).rejects.toThrow(/authentication methods failed/);
});
