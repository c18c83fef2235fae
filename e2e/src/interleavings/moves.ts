/** What a person does in the chart meanwhile, at random moments: the same seed gives the same row of moves. */
import type { Page } from 'puppeteer';

export interface Moves {
  /** Mostly, a visit is open when it begins. */
  begin(page: Page): Promise<void>;
  /** None to three moves, as quickly as a hand can. */
  act(page: Page): Promise<void>;
  /** A moment: nothing at all, or up to some hundreds of milliseconds. */
  pause(): Promise<void>;
}

/** One product that a person goes about in. */
export interface World {
  /** Under the look-alike's origin of this name. */
  readonly name: string;
  readonly path: string;
  /** In the look-alike's own words; each chooses between its two patients. */
  readonly moves: readonly ((patient: number) => string)[];
  readonly opens: (patient: number) => string;
}

const ALIKE: World['moves'] = [
  () => 'history.back()',
  () => 'history.forward()',
  () => 'history.pushState(null, "", location.href)',
];

/** By a recipe: tabs, frames in frames. */
const OPENEMR: World['moves'] = [
  (patient) => `setPatient(${patient})`,
  (patient) => `openEncounter(${patient})`,
  (patient) => `setPatient(${patient}); openEncounter(${patient})`,
  () => `showTab('pat')`,
  () => `showTab('enc')`,
  () => 'reloadEncounter()',
  () => 'frames.pat.location.reload()',
  ...ALIKE,
];

/** By none: a banner, and a frame that says more or less of whose it is. */
const SPLIT: World['moves'] = [
  (patient) => `setPatient(${patient})`,
  ...['whole', 'number', 'nothing'].map(
    (naming) => (patient: number) => `setPatient(${patient}); openVisit(${patient}, '${naming}')`,
  ),
  // What says nothing of whose it is can be opened for nobody but whom the banner names: no reader could tell.
  (patient) => `openVisit(${patient}, 'whole')`,
  (patient) => `openVisit(${patient}, 'number')`,
  () => `openVisit(shown, 'nothing')`,
  () => 'frames.visit.location.reload()',
  ...ALIKE,
];

export const WORLDS: readonly World[] = [
  {
    name: 'openemr',
    path: '/interface/main/tabs/main.php',
    moves: OPENEMR,
    opens: (patient) => `setPatient(${patient}); openEncounter(${patient})`,
  },
  {
    name: 'split',
    path: '/split/chart',
    moves: SPLIT,
    opens: (patient) => `setPatient(${patient}); openVisit(${patient}, 'whole')`,
  },
];
const LONGEST_PAUSE = 400;
/** No hand is quicker from one thing in a chart to the next. */
const QUICKEST_HAND = 40;
const LONGEST_BEGINNING = 200;

export function randomMoves(seed: number, { moves, opens }: World): Moves {
  const random = numbersOf(seed);
  const pause = (): Promise<void> => {
    const length = random() < 0.3 ? 0 : random() * LONGEST_PAUSE;
    return new Promise((done) => setTimeout(done, length));
  };
  return {
    pause,
    async begin(page) {
      const patient = random() < 0.5 ? 1 : 2;
      if (random() < 0.2) return;
      await page.evaluate(opens(patient));
      await new Promise((done) => setTimeout(done, random() * LONGEST_BEGINNING));
    },
    async act(page) {
      for (let left = Math.floor(random() * 4); left > 0; left -= 1) {
        const move = moves[Math.floor(random() * moves.length)];
        await new Promise((done) => setTimeout(done, QUICKEST_HAND * (1 + random())));
        await page.evaluate(move?.(random() < 0.5 ? 1 : 2) ?? '');
      }
    },
  };
}

/** Numbers from 0 to 1 (mulberry32). */
export function numbersOf(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
