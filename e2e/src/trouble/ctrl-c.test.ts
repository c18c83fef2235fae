/** Ctrl-C stops the demo, the server and the sandbox wherever they are, and leaves no process behind. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { EXTENSION_DIR } from '../browser/index.ts';
import { pairClient } from '../stage/index.ts';
import { type Command, descendantsOf, leftOf, start } from './processes.ts';
import { temporaryFolder } from './set-up.ts';

const root = join(import.meta.dirname, '../../..');
const DEMO = join(root, 'e2e/src/demo/main.ts');
const CLAIMSIDE = join(root, 'server/src/cli/start.js');
/** Where processes can be listed. Elsewhere only the exit codes are looked at. */
const canListProcesses = process.platform === 'linux';

const folder = temporaryFolder('ctrl-c');
afterAll(folder.remove);

/** Presses Ctrl-C and waits for the end; gives how it ended. Fails when anything that it started goes on. */
async function ctrlC(command: Command, dataDir: string): Promise<number | string | null> {
  const before = canListProcesses ? descendantsOf(command.pid) : [];
  command.ctrlC();
  const how = await command.ended;
  if (canListProcesses) await expect.poll(() => leftOf(before, dataDir)).toEqual([]);
  return how;
}

describe('Ctrl-C of the demo', () => {
  const startBuilt = (dataDir: string) =>
    start(DEMO, ['--headless', '--data', dataDir, '--extension', EXTENSION_DIR]);

  test('while it builds the extension: the one that was built before is whole all the same', async () => {
    const dataDir = join(folder.path, 'building');
    const demo = start(DEMO, ['--headless', '--data', dataDir]);
    const built = readdirSync(EXTENSION_DIR);
    await demo.says('Building the extension');
    expect(await ctrlC(demo, dataDir)).toBe(130);
    expect(demo.said()).toContain('Stopping ...');
    expect(demo.said()).not.toContain('Error');
    expect(readdirSync(EXTENSION_DIR)).toEqual(built);
  });

  test('while the server stands and the browser starts', async () => {
    const dataDir = join(folder.path, 'starting');
    const demo = startBuilt(dataDir);
    await demo.says('Look-alike EHR');
    expect(await ctrlC(demo, dataDir)).toBe(130);
    expect(demo.said()).not.toContain('Error');
  });

  test('while the browser is up and the chart is opened', async () => {
    const dataDir = join(folder.path, 'browsing');
    const demo = startBuilt(dataDir);
    await demo.says('the demo presses "Bill this visit" itself');
    if (canListProcesses) expect(descendantsOf(demo.pid).length).toBeGreaterThan(0);
    expect(await ctrlC(demo, dataDir)).toBe(130);
    expect(demo.said()).not.toContain('Error');
  });

  test('while the billed claim waits for its answers', async () => {
    const dataDir = join(folder.path, 'billed');
    const demo = startBuilt(dataDir);
    await demo.says('sent 837P');
    expect(await ctrlC(demo, dataDir)).toBe(130);
    expect(demo.said()).not.toContain('Error');
  });
});

describe('the demo without a browser', () => {
  test('says which setting is wrong and ends with 2', async () => {
    const demo = start(DEMO, ['--headless', '--data', join(folder.path, 'none')], {
      CLAIMSIDE_BROWSER: '/nonexistent',
    });
    expect(await demo.ended).toBe(2);
    expect(demo.said().trim()).toBe(
      'CLAIMSIDE_BROWSER names /nonexistent, which is not a program. Correct it or unset it.',
    );
  });
});

describe('Ctrl-C of the server and the sandbox', () => {
  test('serve, with a browser that listens to live events: it ends well, and the folder is free again', async () => {
    const dataDir = join(folder.path, 'serve');
    const first = start(CLAIMSIDE, ['serve', '--port', '0', '--data', dataDir]);
    await first.says('"ownerCode"');
    const url = /"url": "(.*)"/.exec(first.said())?.[1] ?? '';
    const code = /"ownerCode": "(.*)"/.exec(first.said())?.[1] ?? '';
    const client = await pairClient(url, code);
    const stream = await client.api.events.$get();
    expect(await ctrlC(first, dataDir)).toBe(0);
    expect(first.said()).toContain('Stopping: finishing what is under way.');
    await stream.body?.cancel().catch(() => undefined);

    const second = start(CLAIMSIDE, ['serve', '--port', '0', '--data', dataDir]);
    await second.says('"ownerCode": null');
    expect(await ctrlC(second, dataDir)).toBe(0);
  });

  test('serve, while it starts', async () => {
    const dataDir = join(folder.path, 'early');
    const server = start(CLAIMSIDE, ['serve', '--port', '0', '--data', dataDir]);
    await server.says('Claimside listens');
    expect(await ctrlC(server, dataDir)).toBe(0);
  });

  test('sandbox', async () => {
    const dataDir = join(folder.path, 'sandbox');
    const sandbox = start(CLAIMSIDE, ['sandbox', '--port', '0', '--data', dataDir]);
    await sandbox.says('"hostKeySha256"');
    expect(await ctrlC(sandbox, dataDir)).toBe(0);
  });
});
