/** Lives one seed to its end: so many events, then calm, then the promises. */

import { App } from './app.ts';
import { FAIR } from './clearinghouse/weather.ts';
import { HOUR } from './clock.ts';
import { drawEvent } from './events.ts';
import { makeTemplate, type Template } from './practice.ts';
import { brokenPromises } from './promises.ts';
import { Trace } from './trace.ts';
import { World } from './world.ts';

export interface SeedOutcome {
  readonly seed: number;
  /** Of all that happened: the same seed gives the same. */
  readonly hash: string;
  readonly troubles: readonly string[];
  readonly claims: number;
  readonly deaths: number;
}

/** What all worlds of a thread share, as it is slow to make. */
export interface Stage {
  readonly template: Template;
  readonly app: App;
  close(): void;
}

export async function openStage(): Promise<Stage> {
  const template = await makeTemplate();
  return { template, app: new App(template.key), close: () => template.remove() };
}

/** Rounds of calm after which all must be done. */
const MOST_CALM_ROUNDS = 30;

export async function runSeed(
  seed: number,
  events: number,
  { template, app }: Stage,
  tell?: (line: string) => void,
): Promise<SeedOutcome> {
  const trace = new Trace(tell);
  const world = new World(seed, template, app, trace);
  try {
    await world.begin();
    for (let count = 0; count < events; count += 1) {
      const event = drawEvent(world.random);
      trace.note(`${count} ${event.name}`);
      await world.alive(async () => event.run(world));
    }
    await calm(world);
    const troubles = await brokenPromises(world);
    for (const trouble of troubles) trace.note(`broken: ${trouble}`);
    for (const press of world.clinic.presses)
      trace.note(`${press.key} ${press.patientControlNumber} ${press.cancel}`);
    return {
      seed,
      hash: trace.digest(),
      troubles,
      claims: world.clinic.presses.length,
      deaths: world.deaths,
    };
  } finally {
    await world.end();
  }
}

/** Nothing more fails; people do what they are asked to, and everybody has time. */
export async function calm(world: World): Promise<void> {
  const { clinic, houses, trace, clock } = world;
  world.weather = FAIR;
  world.isBusy = false;
  trace.note('calm');
  world.life.calm();
  await clinic.reconnect();
  for (let round = 0; round < MOST_CALM_ROUNDS; round += 1) {
    await clinic.insist();
    await world.round();
    await clinic.decide();
    await houses.answerAll();
    clock.advance(HOUR);
    if (round > 3 && (await isDone(world))) break;
  }
  await world.round();
}

async function isDone(world: World): Promise<boolean> {
  return (await brokenPromises(world)).length === 0;
}
