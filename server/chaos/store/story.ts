/** One day of a practice, always the same, in which one thing asked of the database fails; then calm, and the promises of the simulation. */
import Database from 'better-sqlite3';
import { MINUTE } from '../../sim/world/clock.ts';
import { brokenPromises } from '../../sim/world/promises.ts';
import { calm, type Stage } from '../../sim/world/run-seed.ts';
import { Trace } from '../../sim/world/trace.ts';
import { World } from '../../sim/world/world.ts';
import { type Failure, failAt, failNoMore } from './statements.ts';

type Act = (world: World) => Promise<void>;

const answers: Act = ({ houses }) => houses.answerAll();
const bill: Act = ({ clinic }) => clinic.bill();
/** Whatever waits is old enough to become a file. */
const round: Act = (world) => {
  world.clock.advance(2 * MINUTE);
  return world.round();
};

const STORY: readonly Act[] = [
  bill,
  ({ clinic }) => clinic.takeBack(),
  bill,
  bill,
  round,
  answers,
  ({ clinic }) => clinic.pressAgain(),
  bill,
  round,
  ({ clinic }) => clinic.decide(),
  answers,
  round,
];

/** Draws who is billed, and how the account is set up. */
const SEED = 2;

export interface StoryEnd {
  readonly troubles: readonly string[];
  /** Statements, up to the calm. */
  readonly asked: number;
}

/** `at` 0: nothing fails. */
export async function liveStory({ template, app }: Stage, at: number, failure: Failure): Promise<StoryEnd> {
  const world = new World(SEED, template, app, new Trace());
  world.isBusy = false;
  try {
    await world.begin();
    failAt(at, failure);
    for (const act of STORY) await act(world).catch(unlessOfTheDisk);
    const asked = failNoMore();
    await calm(world);
    return { troubles: await brokenPromises(world), asked };
  } finally {
    failNoMore();
    await world.end();
  }
}

/** A person looks again, the next round goes on. */
function unlessOfTheDisk(error: unknown): void {
  const cause = error instanceof Error ? error.cause : undefined;
  if (!(error instanceof Database.SqliteError) && !(cause instanceof Database.SqliteError)) throw error;
}
