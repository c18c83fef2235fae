/** Bills through so many lives of a server, each ended by SIGKILL, and then compares the accounts of both sides. */
import { Random } from '../../fuzz/random.ts';
import { Clinic } from './clinic.ts';
import { integrityOf } from './integrity.ts';
import { KILL_POINTS, type KillPoint } from './points.ts';
import { makePlace, type Place, type UploadMode } from './practice.ts';
import { brokenPromises } from './promises.ts';
import { type Death, ServerProcess } from './server-process.ts';

export interface KillOptions {
  /** Lives that end at any moment. */
  readonly times: number;
  /** Named points, at each of which one more life ends. */
  readonly points?: readonly KillPoint[];
  readonly seed: number;
  readonly stopped: AbortSignal;
  onProgress(done: number, total: number): void;
}

export interface KillOutcome {
  readonly kills: number;
  /** Points at which a server did die; one that was to, and never did, is a trouble. */
  readonly points: ReadonlySet<string>;
  readonly presses: number;
  /** Milliseconds from each start to its first answer. */
  readonly starts: readonly number[];
  readonly troubles: readonly string[];
}

/** A point that is not come to in that time is no reason to wait. */
const LIFE_MILLISECONDS = 15_000;
/** For one that was not come to in its turn: however slow the machine. */
const LAST_MILLISECONDS = 120_000;
/** A life that ends at any moment ends within so long after a start as slow as the last. */
const SHORT_MILLISECONDS = 4_000;
/** Few are come to more often in one life. */
const MOST_TIMES = 3;

export async function killServers(options: KillOptions): Promise<KillOutcome> {
  const place = await makePlace();
  try {
    const run = new Run(place, new Random(options.seed));
    return await run.live(options);
  } finally {
    await place.close();
  }
}

/** Each point in turn, and between them, evenly, so many that end at any moment. */
function livesOf(times: number, points: readonly KillPoint[]): (KillPoint | undefined)[] {
  const upTo = (index: number) => Math.round((times * index) / points.length);
  return points.flatMap((point, index) => [
    point,
    ...Array.from({ length: upTo(index + 1) - upTo(index) }, () => undefined),
  ]);
}

class Run {
  readonly #place: Place;
  readonly #random: Random;
  readonly #clinic: Clinic;
  readonly #points = new Set<string>();
  readonly #starts: number[] = [];
  readonly #troubles: string[] = [];

  constructor(place: Place, random: Random) {
    this.#place = place;
    this.#random = random;
    this.#clinic = new Clinic(place.token);
  }

  async live({ times, points = KILL_POINTS, stopped, onProgress }: KillOptions): Promise<KillOutcome> {
    let kills = 0;
    const lives = livesOf(times, points);
    for (const point of lives) {
      if (stopped.aborted) break;
      await this.#oneLife(point, this.#deathAt(point));
      kills += 1;
      onProgress(kills, lives.length);
    }
    for (const point of points) {
      if (stopped.aborted || this.#points.has(point.name)) continue;
      await this.#oneLife(point, { point: point.name, time: 1 }, LAST_MILLISECONDS);
      kills += 1;
      if (!this.#points.has(point.name)) this.#troubles.push(`never came to the point ${point.name}`);
    }
    const server = await this.#start();
    const troubles = server.hasEnded
      ? ['the server does not start any more']
      : await brokenPromises(this.#place, this.#clinic, server);
    await server.stop();
    return {
      kills,
      points: this.#points,
      presses: this.#clinic.presses.length,
      starts: this.#starts,
      troubles: [...this.#troubles, ...troubles],
    };
  }

  async #oneLife(
    point: KillPoint | undefined,
    death: Death,
    milliseconds = LIFE_MILLISECONDS,
  ): Promise<void> {
    const mode: UploadMode | undefined = point?.uploadMode;
    if (mode || this.#random.oneIn(5))
      await this.#place.connect(mode ?? this.#random.pick(['direct', 'rename']));
    const server = await this.#start(death);
    const work = this.#workAt(server);
    const isDead = await server.diedWithin(milliseconds);
    if (point && isDead) this.#points.add(point.name);
    await server.kill();
    await work;
    if (!server.wasKilled) this.#troubles.push('the server ended by itself');
    const integrity = integrityOf(this.#place.dataDir);
    if (integrity !== 'ok') this.#troubles.push(`the database is damaged: ${integrity}`);
  }

  #deathAt(point: KillPoint | undefined): Death {
    if (!point) return { milliseconds: this.#random.below((this.#starts.at(-1) ?? 0) + SHORT_MILLISECONDS) };
    return { point: point.name, time: point.once ? 1 : this.#random.between(1, MOST_TIMES) };
  }

  async #start(death?: Death): Promise<ServerProcess> {
    const begun = performance.now();
    const server = await ServerProcess.start(this.#place, death);
    if (!server.hasEnded) this.#starts.push(performance.now() - begun);
    return server;
  }

  async #workAt(server: ServerProcess): Promise<void> {
    await this.#clinic.insist(server.url);
    while (!server.hasEnded) {
      const visits = this.#random.between(1, 3);
      await Promise.all(Array.from({ length: visits }, () => this.#clinic.bill(server.url)));
      await server.diedWithin(200);
    }
  }
}
