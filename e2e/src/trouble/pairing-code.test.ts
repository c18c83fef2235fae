/** A code that pairs nothing: the options page says at the code field why, and the right one still works. */

import { type RunningServer, startServer } from '@claimside/server/run';
import { systemRuntime } from '@claimside/server/runtime';
import type { UtcInstant } from '@claimside/shared/values';
import type { Page } from 'puppeteer';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  allowHosts,
  type LaunchedBrowser,
  launchBrowser,
  openOptions,
  submitPairing,
} from '../browser/index.ts';
import { type ApiClient, pairClient } from '../stage/index.ts';
import { SILENT, temporaryFolder, textOf } from './set-up.ts';

const MINUTE = 60_000;
const folder = temporaryFolder('codes');
let present = Date.parse('2026-11-22T08:00:00Z');
let server: RunningServer;
let admin: ApiClient;
let launched: LaunchedBrowser;

beforeAll(async () => {
  const now = () => new Date(present).toISOString() as UtcInstant;
  server = await startServer({ dataDir: folder.path, runtime: { ...systemRuntime(SILENT), now } });
  admin = await pairClient(server.url, server.ownerCode ?? '');
  launched = await launchBrowser();
  await allowHosts(launched.browser, [server.url]);
});
afterAll(async () => {
  await launched?.close();
  await server?.close();
  folder.remove();
});
// Wrong codes are also counted by address, for ten minutes: each test begins with none.
beforeEach(() => {
  present += 11 * MINUTE;
});

/** Types the code and presses the button; gives the page once it has an answer. */
async function submit(code: string): Promise<Page> {
  const options = await openOptions(launched.browser);
  await submitPairing(options, server.url, code);
  await options.waitForSelector(
    'input[name=code][aria-invalid=true], [role=alert], ::-p-aria([name="This browser"][role="heading"])',
  );
  return options;
}

/** What is said at the code field. */
async function saidOfCode(code: string): Promise<string> {
  const options = await submit(code);
  const input = await options.waitForSelector('input[name=code][aria-invalid=true]');
  const noteId = await input?.evaluate((field) => field.getAttribute('aria-describedby'));
  const sentence = await textOf(options, `[id="${noteId}"]`);
  await options.close();
  return sentence;
}

/** Wrong codes from this machine, without the browser: they count alike. */
async function tryWrongCodes(count: number): Promise<void> {
  for (let tries = 0; tries < count; tries += 1) {
    await expect(pairClient(server.url, 'BCDF-GHJK')).rejects.toThrow('403');
  }
}

async function pairsAndUnpairs(code: string): Promise<void> {
  const options = await submit(code);
  expect(await textOf(options, '.facts')).toContain(
    'Clinician: bills visits and sees how their claims stand',
  );
  await options.locator('::-p-aria([name="Unpair this browser"][role="button"])').click();
  await options.locator('::-p-aria([name="Unpair"][role="button"])').click();
  await options.waitForSelector('input[name=code]');
  await options.close();
}

describe('wrong or used code', () => {
  test('a code that nobody made', async () => {
    expect(await saidOfCode('BCDF-GHJK')).toBe('This code is not known. Check it and type it again.');
  });

  test('no code at all', async () => {
    expect(await saidOfCode('  ')).toBe('Enter the one-time code.');
  });

  test('a code that has paired another browser', async () => {
    const code = await admin.pairingCode('clinician');
    await pairClient(server.url, code, 'Other browser');
    expect(await saidOfCode(code)).toBe('This code has paired a browser already. Ask for a new one.');
  });

  test('a code of more than ten minutes ago', async () => {
    const code = await admin.pairingCode('clinician');
    present += 10 * MINUTE;
    expect(await saidOfCode(code)).toBe(
      'This code is too old. Ask for a new one and use it within 10 minutes.',
    );
  });

  test('after five wrong tries the right code is locked, and a new one pairs', async () => {
    const code = await admin.pairingCode('clinician');
    await tryWrongCodes(4);
    await saidOfCode('BCDF-GHJK');
    expect(await saidOfCode(code)).toBe('Too many wrong codes were tried meanwhile. Ask for a new code.');
    await pairsAndUnpairs(await admin.pairingCode('clinician'));
  });

  test('ten wrong tries from one address: it waits, even with the right code, and then it pairs', async () => {
    await tryWrongCodes(9);
    await saidOfCode('BCDF-GHJK');
    present += 7 * MINUTE;
    const code = await admin.pairingCode('clinician');
    expect(await saidOfCode(code)).toBe(
      'Too many wrong codes from this address. Wait 3 minutes, then try again with a new code.',
    );
    present += 3 * MINUTE;
    await pairsAndUnpairs(code);
  });

  test.each([
    ['lower case', (code: string) => code.toLowerCase()],
    ['no hyphen', (code: string) => code.replace('-', '')],
    ['spaces around and within', (code: string) => ` ${code.replace('-', ' ')} `],
  ])('%s: a right code pairs however it is typed', async (_, typed) => {
    await pairsAndUnpairs(typed(await admin.pairingCode('clinician')));
  });
});
