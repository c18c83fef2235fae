/** `pnpm demo`: a visit billed, answered and paid on this machine, with everything real but the payer. */
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { destination, pino } from 'pino';
import { BrowserNotFound, findBrowser, launchBrowser, openSidebar, setUpBrowser } from '../browser/index.ts';
import { pairClient, startStage } from '../stage/index.ts';
import { billVisit, photographAnswer } from './bill.ts';
import { buildExtension } from './build.ts';
import { saveFiles } from './files.ts';
import { createTimeline } from './timeline.ts';

const USAGE = `Usage: pnpm demo [--headless | --headed] [--member ID] [--data DIR] [--screenshots DIR]
  --headless         press the button for you and end when the claim has its last answer (chosen by itself without a display)
  --member ID        the patient's member id; its start chooses the answer, any other is paid:
                     CHREJECT1 PEND1 PAYREJECT1 SILENT1 MOREINFO1           not decided
                     DENY1 NOTCOVERED1 NOTFIRST1 DUPLICATE1 CAPITATED1      nothing paid
                     PARTIAL1 COPAY1 CROSSOVER1                             a share is left
                     SPLIT1 TWICE1 HELDBACK1 INTEREST1 REVERSE1 TAKEBACK1   ways of paying
                     and more (server/src/sandbox/README.md)
  --data DIR         where to keep everything (default .claimside/demo/<time>)
  --screenshots DIR  where to put the screenshots (default <data>/screenshots)
  --extension DIR    a built extension to show, instead of building it`;

const root = join(import.meta.dirname, '../../..');
const say = (line: string) => console.log(line);

/** What has to be closed, newest last. */
const open: (() => Promise<void>)[] = [];
/** The last thing begun that may have to be closed once it is there. */
let opening: Promise<unknown> = Promise.resolve();
const stopped = new AbortController();

let closing: Promise<void> | undefined;
const close = () => {
  closing ??= (async () => {
    await opening;
    for (const step of open.splice(0).reverse()) await step();
  })();
  return closing;
};
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => {
    say('\nStopping ...');
    stopped.abort();
    void close().then(() => process.exit(signal === 'SIGINT' ? 130 : 143));
  });
}

/** Starts something and has it closed at the end, however early that comes. Rejects once stopped. */
async function hold<T>(begin: () => Promise<T>, end: (held: T) => Promise<void>): Promise<T> {
  stopped.signal.throwIfAborted();
  const held = begin().then((thing) => {
    open.push(() => end(thing));
    return thing;
  });
  opening = held.catch(() => undefined);
  const thing = await held;
  stopped.signal.throwIfAborted();
  return thing;
}

try {
  process.exitCode = await demo();
} catch (error) {
  if (!stopped.signal.aborted) {
    console.error(error instanceof BrowserNotFound ? error.message : error);
    process.exitCode = 2;
  }
} finally {
  await close();
}

async function demo(): Promise<number> {
  const options = readOptions();
  if (options === 'help') return 0;
  if (!options) return 2;
  const headless = options.headless ?? !hasDisplay();
  const stamp = new Date()
    .toISOString()
    .replaceAll(/[-:]|\..*/g, '')
    .replace('T', '-');
  const dataDir = resolve(options.data ?? join(root, '.claimside/demo', stamp));
  const screenshots = resolve(options.screenshots ?? join(dataDir, 'screenshots'));
  for (const folder of [dataDir, screenshots]) mkdirSync(folder, { recursive: true, mode: 0o700 });

  await findBrowser(say);
  say(`Everything is kept in  ${dataDir}`);
  const extensionDir = await builtExtension(options, dataDir);
  const stage = await hold(
    () =>
      startStage({
        dataDir,
        log: pino({}, destination(join(dataDir, 'server.log'))),
        paceMilliseconds: 1_000,
      }),
    (started) => started.close(),
  );
  say(`Server                  ${stage.server.url}  (data in ${stage.serverDataDir})`);
  say(
    `Sandbox clearinghouse   sftp://${stage.sandbox.host}:${stage.sandbox.port}  (files in ${stage.sandbox.dataDir})`,
  );
  say(`Look-alike EHR          ${stage.ehr.url}`);

  const client = await pairClient(stage.server.url, stage.server.ownerCode ?? '', 'Demo console');
  const { browser } = await hold(
    () => launchBrowser({ headless, userDataDir: join(dataDir, 'browser'), extensionDir }),
    (launched) => launched.close(),
  );
  await setUpBrowser(browser, {
    serverUrl: stage.server.url,
    code: await client.pairingCode('admin'),
    ehrs: [new URL(stage.ehr.url).origin],
  });
  const chart = new URL(stage.ehr.url);
  if (options.member) chart.searchParams.set('member', options.member);
  const [blank] = await browser.pages();
  const page = await browser.newPage();
  await blank?.close();
  await page.goto(chart.href);

  const timeline = createTimeline(client, say);
  const end = new AbortController();
  browser.once('disconnected', () => end.abort());
  const following = client.follow(() => timeline.print().then(() => false), end.signal);
  if (headless) {
    say('\nNo window here: the demo presses "Bill this visit" itself.\n');
    await billVisit(page, screenshots).catch(async (error) => {
      await page.screenshot({ path: join(screenshots, 'failed.png') });
      throw error;
    });
    await timeline.sent;
    await stage.sandbox.idle();
    await stage.server.worker.runOnce();
    await photographAnswer(page, screenshots);
    end.abort();
  } else {
    await openSidebar(page);
    say('\nA finished visit is open in the browser, with Claimside beside it. Press "Bill this visit".');
    say('Close the browser, or press Ctrl-C here, to end.\n');
  }
  await following;
  await timeline.print();

  const files = join(dataDir, 'files');
  const saved = await saveFiles(client, stage.sandbox, files);
  if (headless) say(`\nScreenshots             ${screenshots}`);
  say(`Files exchanged         ${files}`);
  for (const line of saved) say(`  ${line}`);
  return 0;
}

/** Gives the folder that a browser can load. */
async function builtExtension(options: DemoOptions, dataDir: string): Promise<string> {
  if (options.extension !== undefined) return resolve(options.extension);
  say('Building the extension ...');
  return hold(
    () => buildExtension(join(dataDir, 'extension')),
    async () => {},
  );
}

interface DemoOptions {
  readonly headless: boolean | undefined;
  readonly member: string | undefined;
  readonly data: string | undefined;
  readonly screenshots: string | undefined;
  readonly extension: string | undefined;
}

/** Undefined when the words can't be understood; the usage has been said then, as for `help`. */
function readOptions(): DemoOptions | 'help' | undefined {
  try {
    const { values } = parseArgs({
      options: {
        headless: { type: 'boolean' },
        headed: { type: 'boolean' },
        member: { type: 'string' },
        data: { type: 'string' },
        screenshots: { type: 'string' },
        extension: { type: 'string' },
        help: { type: 'boolean' },
      },
    });
    if (values.help) {
      say(USAGE);
      return 'help';
    }
    const headless = values.headless ?? (values.headed ? false : undefined);
    const { member, data, screenshots, extension } = values;
    return { headless, member, data, screenshots, extension };
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
  }
  console.error(USAGE);
  return undefined;
}

function hasDisplay(): boolean {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}
