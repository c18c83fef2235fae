/** What may happen next in a simulated world, and how often against the others. */
import type { Random } from '../../fuzz/random.ts';
import { drawWeather } from './clearinghouse/weather.ts';
import { DAY, HOUR, MINUTE } from './clock.ts';
import type { World } from './world.ts';

export interface SimulatedEvent {
  readonly name: string;
  readonly weight: number;
  run(world: World): Promise<void> | void;
}

/** A life may end within so many steps; a round has some dozens. */
const SOON = 40;

export const EVENTS: readonly SimulatedEvent[] = [
  { name: 'bill', weight: 24, run: ({ clinic }) => clinic.bill() },
  {
    name: 'bill several at once',
    weight: 3,
    run: async ({ clinic, random }) => {
      await Promise.all(Array.from({ length: random.between(2, 6) }, () => clinic.bill()));
    },
  },
  { name: 'press again', weight: 6, run: ({ clinic }) => clinic.pressAgain() },
  { name: 'take back', weight: 6, run: ({ clinic }) => clinic.takeBack() },
  { name: 'decide', weight: 4, run: ({ clinic }) => clinic.decide() },
  { name: 'reconnect', weight: 4, run: ({ clinic }) => clinic.reconnect() },
  { name: 'route elsewhere', weight: 4, run: ({ clinic }) => clinic.routeElsewhere() },
  { name: 'round', weight: 36, run: (world) => world.round() },
  {
    name: 'round while people work',
    weight: 10,
    run: async (world) => {
      const { clinic } = world;
      await Promise.all([world.round(), clinic.takeBack(), clinic.bill(), clinic.takeBack()]);
    },
  },
  { name: 'minutes pass', weight: 14, run: ({ clock, random }) => clock.advance(random.below(5 * MINUTE)) },
  { name: 'hours pass', weight: 6, run: ({ clock, random }) => clock.advance(random.below(12 * HOUR)) },
  { name: 'days pass', weight: 2, run: ({ clock, random }) => clock.advance(random.below(4 * DAY)) },
  // As it is set right by hand, or by a time server.
  { name: 'clock back', weight: 1, run: ({ clock, random }) => clock.advance(-random.below(2 * HOUR)) },
  { name: 'pick up', weight: 16, run: ({ houses, random }) => houses.any(random).pickUp() },
  { name: 'answer', weight: 36, run: ({ houses, random }) => houses.any(random).publish({ inOrder: true }) },
  {
    name: 'answer out of order',
    weight: 12,
    run: ({ houses, random }) => houses.any(random).publish({ inOrder: false }),
  },
  { name: 'answer again', weight: 6, run: ({ houses, random }) => houses.any(random).repeat() },
  { name: 'garbage', weight: 2, run: ({ houses, random }) => houses.any(random).layGarbage() },
  {
    name: 'weather',
    weight: 8,
    run: (world) => {
      world.weather = drawWeather(world.random);
    },
  },
  { name: 'will die soon', weight: 8, run: ({ life, random }) => life.dieAfter(random.below(SOON)) },
  { name: 'disk full', weight: 3, run: ({ life, random }) => life.refuseWrites(random.between(1, 3)) },
  { name: 'restart', weight: 2, run: (world) => world.restart() },
];

const TOTAL = EVENTS.reduce((sum, { weight }) => sum + weight, 0);

export function drawEvent(random: Random): SimulatedEvent {
  let left = random.below(TOTAL);
  for (const event of EVENTS) {
    if (left < event.weight) return event;
    left -= event.weight;
  }
  throw new Error('weights add up to more than their sum');
}
