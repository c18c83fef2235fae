import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openDataFolder } from '../data-folder.ts';
import { EXAMPLE_CONNECTION, EXAMPLE_PRACTICE } from '../practice/index.ts';
import { systemRuntime } from '../runtime.ts';
import { findConnection } from '../store/connections.ts';
import { insertOutboundFile, markSending, setOutboundState } from '../store/outbound-files.ts';
import type { Io } from './io.ts';
import { runCli } from './program.ts';
import { testIo } from './testing.ts';

const runtime = systemRuntime(pino({ level: 'silent' }));
let folder: string;
let dataDir: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'claimside-cli-'));
  dataDir = join(folder, 'data');
});
afterEach(() => rmSync(folder, { recursive: true }));

interface Ran {
  code: number;
  /** What went to stdout, parsed. */
  result: unknown;
  /** What went to stderr. */
  said: string;
}

/** Runs one command line with the data folder in CLAIMSIDE_DATA. */
async function run(args: string[], more: Partial<Io> = {}): Promise<Ran> {
  const results: unknown[] = [];
  const said: string[] = [];
  const code = await runCli(
    args,
    testIo({
      result: (value) => results.push(value),
      write: async (text) => {
        results.push(text);
      },
      say: (line) => said.push(line),
      env: { CLAIMSIDE_DATA: dataDir },
      homeDir: folder,
      ...more,
    }),
  );
  return { code, result: results[0], said: said.join('\n') };
}

/** A command that goes on after its result; rejects with what it said when it ends without one. */
async function runUntilResult<T>(
  args: string[],
  stopped: AbortSignal,
): Promise<{ result: T; ended: Promise<Ran> }> {
  return new Promise((resolve, reject) => {
    const ended: Promise<Ran> = run(args, {
      stopped,
      result: (value) => resolve({ result: value as T, ended }),
    });
    ended.then(({ said }) => reject(new Error(said)), reject);
  });
}

/** A server in another task; `stop` ends it as Ctrl-C would and resolves to its exit code. */
async function serve() {
  const stop = new AbortController();
  const { result, ended } = await runUntilResult<{ url: string }>(['serve', '--port', '0'], stop.signal);
  return {
    ...result,
    stop: async () => {
      stop.abort();
      return (await ended).code;
    },
  };
}

/** A file in the temporary folder. */
function file(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

const madeFolder = async () => (await openDataFolder(dataDir, runtime)).close();

describe('serve', () => {
  test('runs until it is stopped and ends with 0', async () => {
    const server = await serve();
    expect((await fetch(`${server.url}/api/v1/health`)).status).toBe(200);
    expect(await server.stop()).toBe(0);
    await expect(fetch(`${server.url}/api/v1/health`)).rejects.toThrow();
  });
});

describe('pair and devices, beside a running server', () => {
  test('a code made at the console pairs; the device is listed, revoked, and refused', async () => {
    const server = await serve();
    const { code, result } = await run(['pair', '--role', 'clinician']);
    expect(code).toBe(0);
    const paired = await fetch(`${server.url}/api/v1/pairing`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ code: (result as { code: string }).code, deviceName: 'TEST BROWSER' }),
    });
    const { deviceId, token } = (await paired.json()) as { deviceId: string; token: string };
    expect((await run(['devices'])).result).toMatchObject([
      { id: deviceId, name: 'TEST BROWSER', role: 'clinician', revokedAt: null },
    ]);
    expect((await run(['devices', 'revoke', deviceId])).result).toEqual({ id: deviceId, revoked: true });
    const session = await fetch(`${server.url}/api/v1/session`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(session.status).toBe(401);
    await server.stop();
  });

  test('a role that does not exist, a device that does not exist, and a folder without data end with 2', async () => {
    const noData = await run(['devices']);
    expect(noData.code).toBe(2);
    expect(noData.said).toContain(`There is no Claimside data in ${dataDir}`);
    expect(existsSync(dataDir)).toBe(false);
    await madeFolder();
    expect((await run(['pair', '--role', 'owner'])).code).toBe(2);
    const noDevice = await run(['devices', 'revoke', 'nobody']);
    expect(noDevice).toMatchObject({
      code: 2,
      said: 'There is no device nobody. Run claimside devices for their ids.',
    });
  });
});

describe('practice', () => {
  test('the example it prints can be set as it is, and is shown again', async () => {
    await madeFolder();
    const example = await run(['practice', 'example']);
    const set = await run(['practice', 'set', file('practice.json', example.result)]);
    expect(set.code).toBe(0);
    expect(set.said).toContain('99213 $125.00, 99214 $185.00');
    expect((await run(['practice', 'show'])).result).toEqual(EXAMPLE_PRACTICE);
  });

  test('a faulty file ends with 1, names each place and what to write, and changes nothing', async () => {
    await madeFolder();
    const billingProvider = {
      ...EXAMPLE_PRACTICE.billingProvider,
      npi: '1234567890',
      contactPhone: '503-555',
    };
    const ran = await run(['practice', 'set', file('bad.json', { ...EXAMPLE_PRACTICE, billingProvider })]);
    expect(ran.code).toBe(1);
    expect(ran.result).toEqual({
      findings: [
        {
          path: 'billingProvider.npi',
          message: 'npi must be a 10-digit NPI with a valid check digit.',
          fix: 'Write the 10-digit NPI of the group or person that bills.',
        },
        {
          path: 'billingProvider.contactPhone',
          message: 'contactPhone has not the form that is expected here.',
          fix: 'Write 10 digits without punctuation.',
        },
      ],
    });
    expect((await run(['practice', 'show'])).result).toBeNull();
  });

  test('a file that is no JSON ends with 1, one that is not there with 2', async () => {
    await madeFolder();
    expect(
      (await run(['practice', 'set', file('text.json', '{\n  "name": "A"\n  "fees": {}\n}')])).result,
    ).toMatchObject({
      findings: [
        { message: expect.stringContaining('The file is not JSON: look at or before line 3, column 3') },
      ],
    });
    expect((await run(['practice', 'set', join(folder, 'none.json')])).code).toBe(2);
  });
});

describe('clearinghouse', () => {
  test('stores the account with the password of the environment, sealed and never shown', async () => {
    await madeFolder();
    const env = { CLAIMSIDE_DATA: dataDir, CLAIMSIDE_SFTP_PASSWORD: 'not-a-real-one' };
    const ran = await run(['clearinghouse', 'set', file('account.json', EXAMPLE_CONNECTION)], { env });
    expect(ran.code).toBe(0);
    expect(JSON.stringify(ran)).not.toContain('not-a-real-one');
    const data = await openDataFolder(dataDir, runtime);
    const connection = await findConnection(data.scope);
    expect(connection?.settings).toEqual(EXAMPLE_CONNECTION);
    expect(connection?.sealedSecret).not.toContain('not-a-real-one');
    expect(data.key.openSecret(connection?.sealedSecret ?? '')).toBe('not-a-real-one');
    await data.close();
  });

  test('asks for the password when the environment has none, and changes nothing without one', async () => {
    await madeFolder();
    const account = file('account.json', EXAMPLE_CONNECTION);
    const refused = await run(['clearinghouse', 'set', account]);
    expect(refused).toMatchObject({ code: 2, said: 'No password was given, so nothing was changed.' });
    expect((await run(['clearinghouse', 'test'])).said).toContain('No clearinghouse is set up');
    const set = await run(['clearinghouse', 'set', account], { readSecret: async () => 'typed' });
    expect(set.code).toBe(0);
  });

  test('an account without a pinned host key is refused with the command that reads it', async () => {
    await madeFolder();
    const { hostKeySha256: _, ...unpinned } = EXAMPLE_CONNECTION;
    const ran = await run(['clearinghouse', 'set', file('account.json', unpinned)]);
    expect(ran.code).toBe(1);
    expect(ran.result).toMatchObject({ findings: [{ path: 'hostKeySha256' }] });
    expect(JSON.stringify(ran.result)).toContain('claimside clearinghouse host-key');
  });

  test('reads the host key of a sandbox, sets the account, logs in, and finds its folders', async () => {
    await madeFolder();
    const stop = new AbortController();
    const sandbox = await runUntilResult<{
      host: string;
      port: number;
      username: string;
      password: string;
      hostKeySha256: string;
    }>(['sandbox', '--port', '0', '--pace', '0'], stop.signal);
    const { host, port, username, password, hostKeySha256 } = sandbox.result;
    const key = await run(['clearinghouse', 'host-key', `${host}:${port}`]);
    expect(key.result).toMatchObject({ host, port, hostKeySha256 });

    const account = { ...EXAMPLE_CONNECTION, profileId: 'sandbox', host, port, username, hostKeySha256 };
    const env = { CLAIMSIDE_DATA: dataDir, CLAIMSIDE_SFTP_PASSWORD: password };
    await run(['clearinghouse', 'set', file('account.json', account)], { env });
    expect(await run(['clearinghouse', 'test'])).toEqual({
      code: 0,
      result: { inboundFiles: 0, outboundFiles: 0 },
      said: '',
    });
    const wrong = { ...env, CLAIMSIDE_SFTP_PASSWORD: 'wrong' };
    await run(['clearinghouse', 'set', file('account.json', account)], { env: wrong });
    const refused = await run(['clearinghouse', 'test']);
    expect(refused.code).toBe(1);
    expect(refused.said).toContain('log-in was refused');
    stop.abort();
    expect((await sandbox.ended).code).toBe(0);
  });

  test('a sandbox on a port in use says so, and how to choose another', async () => {
    await madeFolder();
    const stop = new AbortController();
    const first = await runUntilResult<{ port: number }>(['sandbox', '--port', '0'], stop.signal);
    const second = await run(['sandbox', '--port', String(first.result.port)]);
    expect(second.code).toBe(2);
    expect(second.said).toContain(
      `Port ${first.result.port} of 127.0.0.1 is in use. Choose another with --port.`,
    );
    stop.abort();
    expect((await first.ended).code).toBe(0);
  });

  test('a server that is not there ends with 2 and a sentence', async () => {
    const ran = await run(['clearinghouse', 'host-key', '127.0.0.1:1']);
    expect(ran.code).toBe(2);
    expect(ran.said).toContain('No host key could be read from 127.0.0.1 port 1');
    for (const target of ['host:99999', 'a:b:c', '']) {
      expect(await run(['clearinghouse', 'host-key', target])).toMatchObject({
        code: 2,
        said: 'Name the server as HOST or HOST:PORT.',
      });
    }
  });
});

describe('exchange', () => {
  const NAME = 'OATEST_837P_TEST.txt';
  /** A file of which nobody knows whether it arrived. */
  async function inDoubt() {
    const data = await openDataFolder(dataDir, runtime);
    await data.store.transaction(async (db) => {
      const scope = { db, practiceId: data.practiceId };
      const file = {
        id: 'file-1',
        name: NAME,
        mode: 'test',
        bytes: Buffer.from('TEST'),
        sha256: '00',
        interchangeControlNumber: 1,
        groupControlNumber: 1,
        batchReference: '1',
        positions: [],
        createdAt: runtime.now(),
      } as const;
      await insertOutboundFile(scope, file, []);
      await markSending(scope, file.id, runtime.now());
      await setOutboundState(scope, file.id, 'unknown', runtime.now());
    });
    await data.close();
  }

  test('lists outbound files; a decision is made once and shows in the list', async () => {
    await inDoubt();
    expect((await run(['exchange', 'files', '--state', 'unknown'])).result).toMatchObject([
      { name: NAME, mode: 'test', state: 'unknown', attempts: 1, claims: 0, sentAt: null },
    ]);
    const decided = await run(['exchange', 'decide', NAME, 'send-again']);
    expect(decided).toEqual({
      code: 0,
      result: { fileName: NAME, decision: 'send-again', claims: 0 },
      said: 'A running server sends it again within a minute.',
    });
    expect((await run(['exchange', 'files'])).result).toMatchObject([{ name: NAME, state: 'ready' }]);
    expect((await run(['exchange', 'files', '--state', 'unknown'])).result).toEqual([]);
    const again = await run(['exchange', 'decide', NAME, 'arrived']);
    expect(again.code).toBe(2);
    expect(again.said).toContain('No file of this name is in doubt');
  });

  test('anything but the two decisions ends with 2 and changes nothing', async () => {
    await inDoubt();
    expect((await run(['exchange', 'decide', NAME, 'maybe'])).code).toBe(2);
    expect((await run(['exchange', 'files'])).result).toMatchObject([{ state: 'unknown' }]);
  });
});

describe('backup', () => {
  test('copies the data of a running server into one file that only its user may read', async () => {
    const server = await serve();
    await run(['practice', 'set', file('practice.json', EXAMPLE_PRACTICE)]);
    const copy = join(folder, 'copy.db');
    expect((await run(['backup', copy])).result).toEqual({ file: copy, checked: true });
    await server.stop();
    expect(readdirSync(folder).filter((name) => name.startsWith('copy'))).toEqual(['copy.db']);
    expect(statSync(copy).mode & 0o077).toBe(0);
  });

  test('a restored copy holds what was there', async () => {
    await madeFolder();
    await run(['practice', 'set', file('practice.json', EXAMPLE_PRACTICE)]);
    dataDir = folder;
    const original = { CLAIMSIDE_DATA: join(folder, 'data') };
    await run(['backup', join(folder, 'claimside.db')], { env: original });
    expect((await run(['practice', 'show'])).result).toEqual(EXAMPLE_PRACTICE);
  });

  test('the first start from a restored copy says so, the next one does not', async () => {
    await madeFolder();
    const restored = join(folder, 'restored');
    mkdirSync(restored);
    await run(['backup', join(restored, 'claimside.db')]);
    const startFrom = async () => {
      const stop = new AbortController();
      const args = ['serve', '--port', '0', '--data', restored];
      const { ended } = await runUntilResult(args, stop.signal);
      stop.abort();
      return (await ended).said;
    };
    expect(await startFrom()).toContain('This data was restored from a backup');
    expect(await startFrom()).not.toContain('restored from a backup');
  });

  test('never overwrites a file', async () => {
    await madeFolder();
    const existing = file('exists.db', 'precious');
    expect((await run(['backup', existing])).code).toBe(2);
  });
});

test('a key file that others may read ends with 2 and the command that mends it', async () => {
  await madeFolder();
  chmodSync(join(dataDir, 'server.key'), 0o644);
  expect(await run(['devices'])).toMatchObject({
    code: 2,
    said: 'server.key can be read by other users of this machine: run chmod 600 on it',
  });
});

test('docs edits prints the page that stands beside the edits', async () => {
  const page = readFileSync(join(import.meta.dirname, '../../../shared/src/edits/EDITS.md'), 'utf8');
  expect(await run(['docs', 'edits'])).toMatchObject({ code: 0, result: page });
});

test('an unknown command, a port that is none and a missing argument end with 2; --help with 0', async () => {
  expect((await run(['bill'])).code).toBe(2);
  expect((await run(['serve', '--port', '70000'])).code).toBe(2);
  expect((await run(['backup'])).code).toBe(2);
  expect(await run(['--help'])).toMatchObject({ code: 0, result: undefined });
});
