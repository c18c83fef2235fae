/** A minute of load, and what came of it. */
import { startClaimside } from '../bench/claimside-process.ts';
import { deliveredIn } from '../chaos/delivered.ts';
import { Random } from '../fuzz/random.ts';
import { startSandbox } from '../src/sandbox/index.ts';
import { type Act, type Billed, press, work } from './clinician.ts';
import type { Options } from './options.ts';
import { makePlace, runtime } from './place.ts';
import { notAsBilled, waitUntilPaid } from './promises.ts';
import { openBrowser } from './requests.ts';

export interface LoadOutcome {
  /** Milliseconds of each act, all clinicians together. */
  readonly times: Readonly<Record<Act, readonly number[]>>;
  readonly claims: number;
  /** While they worked. */
  readonly filesReceived: number;
  readonly filesPublished: number;
  readonly troubles: readonly string[];
}

export interface Watching {
  progress(line: string): void;
  onProgress(done: number, total: number): void;
}

export async function runLoad(
  { claims, clinicians, seconds, seed }: Options,
  { progress, onProgress }: Watching,
): Promise<LoadOutcome> {
  const place = await makePlace(claims, clinicians, progress);
  const times: Record<Act, number[]> = { press: [], bill: [], list: [], status: [] };
  const billed: Billed[] = [];
  const troubles: string[] = [];
  try {
    const server = await startClaimside<{ url: string }>('serve', '--port', '0', '--data', place.dataDir);
    const browsers = place.tokens.map((token) => openBrowser(server.result.url, token));
    let until: string;
    try {
      for (const { listen, send } of browsers) {
        await listen();
        // Code that never ran is slow at first, whoever asks.
        await send('POST', '/claims/search', { list: 'all' });
      }
      progress(`${clinicians} clinicians work for ${seconds} s`);
      let number = 0;
      const nextNumber = () => {
        number += 1;
        return number;
      };
      const told = {
        took: (act: Act, milliseconds: number) => void times[act].push(milliseconds),
        billed: (claim: Billed) => void billed.push(claim),
        trouble: (line: string) => void troubles.push(line),
      };
      const people = browsers.map(({ send }) => ({ send, told, nextNumber }));
      await Promise.all(people.map(press));
      await Promise.all(people.map((each, index) => work(each, new Random(seed, index), seconds * 1_000)));
      until = runtime.now();
      const [first] = browsers;
      if (first) troubles.push(...(await waitUntilPaid(billed, first.send, onProgress)));
    } finally {
      for (const browser of browsers) browser.close();
      await server.stop();
      await place.sandbox.stop();
    }
    const { received, published } = await filesOf(place.sandbox.result.dataDir);
    troubles.push(...notAsBilled(billed, deliveredIn(received)));
    return {
      times,
      claims: billed.length,
      filesReceived: received.filter(({ receivedAt }) => receivedAt < until).length,
      filesPublished: published.filter(({ publishedAt }) => publishedAt < until).length,
      troubles,
    };
  } finally {
    await place.close();
  }
}

/** The sandbox's own account of what came and went. */
async function filesOf(dataDir: string) {
  const sandbox = await startSandbox({ dataDir, runtime });
  try {
    return { received: await sandbox.received(), published: await sandbox.published() };
  } finally {
    await sandbox.close();
  }
}
