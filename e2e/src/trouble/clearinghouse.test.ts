/** Trouble with the clearinghouse: the claim waits, the sidebar says why and what to do, and it is sent once. */
import { spawn } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { systemRuntime } from '@claimside/server/runtime';
import { type Sandbox, startSandbox } from '@claimside/server/sandbox';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { clickInSidebar, openOptions, pressBill, sidebarText } from '../browser/index.ts';
import { type Chart, type Office, openOffice, SILENT, textGone, textOf } from './set-up.ts';

const CLAIMSIDE = join(import.meta.dirname, '../../../server/src/cli/start.js');

let office: Office;
let exampleAccount: string;
/** The stage's own, or the one that was started in its place. */
let sandbox: Sandbox;
let chart: Chart;
let filesBefore: number;
let visits = 7000;

beforeAll(async () => {
  [office, exampleAccount] = await Promise.all([
    openOffice('clearinghouse'),
    claimside(['clearinghouse', 'example']),
  ]);
  sandbox = office.stage.sandbox;
});
afterAll(async () => {
  await sandbox?.close();
  await office?.close();
});
beforeEach(async () => {
  filesBefore = (await sandbox.received()).length;
  visits += 1;
  chart = await office.openVisit(visits);
  await sidebarText(chart.sidebar, 'Bill this visit · $421.00');
});
afterEach(async () => {
  sandbox.faults.clear();
  await chart.page.close();
});

/** What the options page says of the exchange: the sentence, the state in a word, the claims that wait. */
async function exchangeInOptions() {
  const options = await openOptions(office.browser);
  const section = '::-p-xpath(//section[h2="Exchange with the clearinghouse"]';
  const facts = await textOf(options, `${section}//dl)`);
  const said = {
    sentence: await textOf(options, `${section}//p[contains(@class,"finding")])`),
    state: /State(.*?) since/.exec(facts)?.[1],
    waiting: Number(/Claims waiting to go out(\d+)/.exec(facts)?.[1]),
  };
  await options.close();
  await chart.page.bringToFront();
  return said;
}

/** The claim in sight is paid, and exactly one more file with one claim has reached the clearinghouse. */
async function isSentOnceAndPaid() {
  await sidebarText(chart.sidebar, 'Nothing to do.');
  const files = (await sandbox.received()).slice(filesBefore);
  expect(files.map(({ verdict, claims }) => [verdict, claims.length])).toEqual([['accepted', 1]]);
}

/** One round of the exchange now, instead of after its backoff. */
const tryNow = () => office.stage.server.worker.runOnce();

/** Runs the `claimside` command beside the running server, as an admin does. Gives what it printed. */
async function claimside(args: readonly string[], password = ''): Promise<string> {
  const child = spawn(process.execPath, [CLAIMSIDE, ...args], {
    env: { ...process.env, CLAIMSIDE_SFTP_PASSWORD: password },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [out, messages, code] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise((resolve) => child.once('close', resolve)),
  ]);
  if (code !== 0) throw new Error(`claimside ended with ${code}: ${messages}`);
  return out;
}

/** `claimside clearinghouse set` with the account of the sandbox as it is now. */
async function setAccount(changes: { hostKeySha256?: string } = {}): Promise<void> {
  const { host, port, username, hostKeySha256 } = sandbox;
  const file = join(office.dataDir, 'account.json');
  await writeFile(
    file,
    JSON.stringify({
      ...(JSON.parse(exampleAccount) as object),
      profileId: 'sandbox',
      mode: 'test',
      host,
      port,
      username,
      hostKeySha256,
      overrides: {},
      ...changes,
    }),
  );
  await claimside(['clearinghouse', 'set', file, '--data', office.stage.serverDataDir], sandbox.password);
}

describe('clearinghouse down', () => {
  test('the claim waits and says so; when it is back, it goes out by itself and is paid', async () => {
    const { port, dataDir } = sandbox;
    await sandbox.close();
    await pressBill(chart.page, chart.sidebar);
    const sentence =
      'Sandbox clearinghouse cannot be reached. Claims wait here and go out by themselves; check the host name and the network if this lasts.';
    await sidebarText(chart.sidebar, sentence);
    await sidebarText(chart.sidebar, 'Queued');
    expect(await exchangeInOptions()).toEqual({ sentence, state: 'Not reachable', waiting: 1 });

    sandbox = await startSandbox({ dataDir, port, runtime: systemRuntime(SILENT) });
    await isSentOnceAndPaid();
    await textGone(chart.sidebar, sentence);
  });
});

describe('clearinghouse refusing login', () => {
  test('the claim waits, log-ins stop before the account is locked, and a new password sends it', async () => {
    const { faults, authenticationAttempts: before } = sandbox;
    faults.refuseLogins = true;
    await pressBill(chart.page, chart.sidebar);
    await sidebarText(
      chart.sidebar,
      'Sandbox clearinghouse refused the log-in. Check user name and password; after 3 refusals Claimside stops trying, so that the account is not locked.',
    );
    for (let rounds = 0; rounds < 5; rounds += 1) await tryNow();
    const sentence =
      'Sandbox clearinghouse refused the log-in 3 times, so Claimside stopped trying. Set the right password in Options, or with claimside clearinghouse set; claims wait until then.';
    await sidebarText(chart.sidebar, sentence);
    await sidebarText(chart.sidebar, 'Queued');
    expect(await exchangeInOptions()).toEqual({
      sentence,
      state: 'Stopped after refused log-ins',
      waiting: 1,
    });
    expect(sandbox.authenticationAttempts - before).toBe(3);

    faults.clear();
    await setAccount();
    await isSentOnceAndPaid();
    await textGone(chart.sidebar, sentence);
  });
});

describe('changed host key', () => {
  test('no password is sent, the claim waits, and it is sent once the new key is pinned', async () => {
    await sandbox.faults.swapHostKey();
    const { authenticationAttempts } = sandbox;
    await pressBill(chart.page, chart.sidebar);
    const sentence =
      'The host key of Sandbox clearinghouse is not the pinned one, so no password was sent. Ask the clearinghouse whether it changed its key before you pin the new one.';
    await sidebarText(chart.sidebar, sentence);
    await sidebarText(chart.sidebar, 'Queued');
    expect(await exchangeInOptions()).toEqual({ sentence, state: 'Host key changed', waiting: 1 });
    await tryNow();
    expect(sandbox.authenticationAttempts).toBe(authenticationAttempts);

    const read = await claimside(['clearinghouse', 'host-key', `${sandbox.host}:${sandbox.port}`]);
    const { hostKeySha256 } = JSON.parse(read) as { hostKeySha256: string };
    await setAccount({ hostKeySha256 });
    await isSentOnceAndPaid();
    await textGone(chart.sidebar, sentence);
  });
});

describe('connection cut in the middle of an upload', () => {
  test('the last word was lost: the answer to the file settles it, and it is sent once', async () => {
    sandbox.faults.dropOnClose = true;
    await pressBill(chart.page, chart.sidebar);
    await sidebarText(
      chart.sidebar,
      'The connection to Sandbox clearinghouse broke during a transfer. Claimside looks at what arrived and goes on from there.',
    );
    sandbox.faults.clear();
    await isSentOnceAndPaid();
  });

  test('half of the file arrived: it is not sent again by itself, and says what to do', async () => {
    sandbox.faults.dropOnWriteAfterBytes = 300;
    await pressBill(chart.page, chart.sidebar);
    await sidebarText(chart.sidebar, 'broke during a transfer');
    sandbox.faults.clear();
    await tryNow();
    await sidebarText(chart.sidebar, 'Unknown: needs a person');
    const [claim] = await office.claimsOnce('unknown');
    const name = claim?.outboundFile?.name;
    await sidebarText(
      chart.sidebar,
      'The connection broke while its file was sent: it may have arrived or not.',
    );
    await sidebarText(chart.sidebar, `Look in Sandbox clearinghouse’s portal for the file ${name}`);
    await tryNow();
    expect(await sandbox.received()).toHaveLength(filesBefore);

    await clickInSidebar(chart.page, chart.sidebar, '::-p-xpath(//button[.="It arrived"])');
    await sidebarText(chart.sidebar, 'Waiting for the clearinghouse to confirm the file');
    await tryNow();
    expect(await sandbox.received()).toHaveLength(filesBefore);
  });
});
