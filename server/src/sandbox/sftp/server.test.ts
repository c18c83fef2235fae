import { existsSync } from 'node:fs';
import { readdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { login, testSandbox } from '../testing.ts';

/** SFTP status codes. */
const NO_SUCH_FILE = 2;
const PERMISSION_DENIED = 3;

describe('login', () => {
  test('the one password opens the door; a wrong one does not, and both are counted', async () => {
    const sandbox = await testSandbox();
    await login(sandbox);
    await expect(login(sandbox, { password: 'wrong' })).rejects.toThrow(/authentication methods failed/);
    await expect(login(sandbox, { username: 'SOMEONE' })).rejects.toThrow(/authentication methods failed/);
    expect(sandbox.authenticationAttempts).toBe(3);
  });

  test('a client that pins another host key leaves before it shows a credential', async () => {
    const sandbox = await testSandbox();
    await expect(login(sandbox, { pinnedHostKey: `SHA256:${'A'.repeat(43)}` })).rejects.toThrow();
    expect(sandbox.authenticationAttempts).toBe(0);
  });
});

describe('folders', () => {
  test('the root shows inbound and outbound and nothing of what else the sandbox keeps', async () => {
    const sandbox = await testSandbox();
    const client = await login(sandbox);
    const listed = await client.list('/');
    expect(listed.map(({ name, type }) => [name, type])).toEqual([
      ['inbound', 'd'],
      ['outbound', 'd'],
    ]);
    expect(await client.realPath('.')).toBe('/');
    expect(await client.realPath('outbound/../inbound/x.txt')).toBe('/inbound/x.txt');
  });

  test('no path leads out: not upwards, not to the journal, not through a link', async () => {
    const sandbox = await testSandbox();
    const client = await login(sandbox);
    await writeFile(join(sandbox.dataDir, 'secret.txt'), 'secret');
    await symlink(join(sandbox.dataDir, 'secret.txt'), join(sandbox.dataDir, 'outbound', 'link.txt'));
    const paths = [
      '/../secret.txt',
      '/outbound/../secret.txt',
      '/account.json',
      '/archive/x',
      '/etc/passwd',
      '/outbound/a/b',
    ];
    for (const path of paths) {
      await expect(client.get(path), path).rejects.toMatchObject({ code: NO_SUCH_FILE });
      expect(await client.exists(path), path).toBe(false);
    }
    await expect(client.get('/outbound/link.txt')).rejects.toThrow();
    expect(await client.list('/outbound')).toEqual([]);
    await expect(client.put(Buffer.from('x'), '/../planted.txt')).rejects.toThrow();
    await expect(client.put(Buffer.from('x'), '/archive/planted.txt')).rejects.toThrow();
    expect(existsSync(join(sandbox.dataDir, 'planted.txt'))).toBe(false);
    expect(await readdir(join(sandbox.dataDir, 'archive'))).toEqual([]);
  });

  test('folders are not made, uploads go to inbound only', async () => {
    const client = await login(await testSandbox());
    await expect(client.mkdir('/inbound/new')).rejects.toThrow();
    await expect(client.put(Buffer.from('x'), '/outbound/x.txt')).rejects.toMatchObject({
      code: PERMISSION_DENIED,
    });
  });

  test('a listing longer than one page comes whole, with sizes', async () => {
    const sandbox = await testSandbox();
    for (let n = 0; n < 250; n++)
      await writeFile(join(sandbox.dataDir, 'outbound', `report${n}.txt`), 'x'.repeat(n));
    const listed = await (await login(sandbox)).list('/outbound');
    expect(listed).toHaveLength(250);
    expect(listed.find(({ name }) => name === 'report249.txt')).toMatchObject({ size: 249, type: '-' });
  });

  test('a missing file is told as missing', async () => {
    const client = await login(await testSandbox());
    await expect(client.get('/outbound/none.txt')).rejects.toMatchObject({ code: NO_SUCH_FILE });
    await expect(client.stat('/inbound/none.txt')).rejects.toThrow(/no such file/i);
    await expect(client.delete('/outbound/none.txt')).rejects.toThrow(/no such file/i);
  });
});

describe('files', () => {
  test('a large file comes back byte for byte and its size is seen right after the upload', async () => {
    const sandbox = await testSandbox();
    const client = await login(sandbox);
    const bytes = Buffer.from(Array.from({ length: 700_001 }, (_, n) => (n * 31) % 251));
    await client.put(bytes, '/inbound/large.bin');
    expect((await client.stat('/inbound/large.bin')).size).toBe(bytes.length);
    const back = await client.get('/inbound/large.bin');
    expect(Buffer.isBuffer(back) && back.equals(bytes)).toBe(true);
  });

  test('fast transfers, which set a mode afterwards, work too', async () => {
    const sandbox = await testSandbox();
    const source = join(sandbox.dataDir, 'source.bin');
    await writeFile(source, 'y'.repeat(100_000));
    const client = await login(sandbox);
    await client.fastPut(source, '/inbound/fast.bin');
    expect((await client.stat('/inbound/fast.bin')).size).toBe(100_000);
  });

  test('a plain rename never replaces: it fails when the target exists', async () => {
    const sandbox = await testSandbox();
    const client = await login(sandbox);
    await client.put(Buffer.from('one'), '/inbound/a.tmp');
    await client.put(Buffer.from('two'), '/inbound/b.txt');
    await expect(client.rename('/inbound/a.tmp', '/inbound/b.txt')).rejects.toThrow();
    expect(String(await client.get('/inbound/b.txt'))).toBe('two');
    await client.rename('/inbound/a.tmp', '/inbound/c.txt');
    expect(String(await client.get('/inbound/c.txt'))).toBe('one');
    await expect(client.rename('/inbound/c.txt', '/outbound/c.txt')).rejects.toThrow();
  });

  test('a report may be removed', async () => {
    const sandbox = await testSandbox();
    await writeFile(join(sandbox.dataDir, 'outbound', 'old.txt'), 'old');
    const client = await login(sandbox);
    await client.delete('/outbound/old.txt');
    expect(await client.exists('/outbound/old.txt')).toBe(false);
  });
});
