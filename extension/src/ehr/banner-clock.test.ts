import { expect, test } from 'vitest';
import { createBannerClock } from './banner-clock.ts';

const MARTA = { name: 'marta tester' };
const TOBIAS = { name: 'tobias tester' };

/** A clock at an hour of our own, and the element that the banner's name stands in. */
function stage() {
  const at = { now: 0 };
  const element = { textContent: 'Marta', isConnected: true, ownerDocument: { defaultView: {} } };
  const clock = createBannerClock(() => at.now);
  const set = (patient: { name?: string }) => clock.set(patient, [element as unknown as Element]);
  const when = (now: number, act: () => void): void => {
    at.now = now;
    act();
  };
  const glance = () => clock.glance(false);
  return { clock, element, set, glance, at: when };
}

test('the first patient is there from the beginning', () => {
  const { clock, set, at } = stage();
  at(500, () => set(MARTA));
  expect(clock.since()).toBe(0);
});

test('another patient is there from when the banner`s text changed, not from when it was read', () => {
  const { clock, element, set, glance, at } = stage();
  at(500, () => set(MARTA));
  at(700, glance);
  element.textContent = 'Tobias';
  at(900, glance);
  at(950, glance);
  at(1_000, () => set(TOBIAS));
  expect(clock.since()).toBe(900);
});

test('a banner that names nobody for a while does not hide that it named somebody else', () => {
  const { clock, set, at } = stage();
  at(500, () => set(MARTA));
  at(600, () => set({}));
  at(900, () => set(TOBIAS));
  expect(clock.since()).toBe(900);
});

test('a banner that was taken out of the page changes at each glance', () => {
  const { clock, element, set, glance, at } = stage();
  at(500, () => set(MARTA));
  element.isConnected = false;
  at(900, glance);
  at(920, glance);
  at(1_000, () => set(TOBIAS));
  expect(clock.since()).toBe(920);
});

test('the same patient named more fully is the same', () => {
  const { clock, set, at } = stage();
  at(500, () => set(MARTA));
  at(900, () => clock.set({ ...MARTA, ...{ birthDate: '1978-04-12' } }, []));
  expect(clock.since()).toBe(0);
});

test('one that changed in a hidden tab, and names the same patient again, may have named another in between', () => {
  const { clock, element, set, at } = stage();
  at(500, () => set(MARTA));
  element.textContent = 'Tobias';
  at(900, () => clock.glance(true));
  element.textContent = 'Marta';
  at(1_200, () => clock.glance(true));
  at(2_000, () => set(MARTA));
  expect(clock.since()).toBe(1_200);
});

test('nobody was named before the first patient, in a hidden tab neither', () => {
  const { clock, set, at } = stage();
  at(500, () => clock.glance(true));
  at(900, () => set(MARTA));
  expect(clock.since()).toBe(0);
});

test('a banner that named somebody else for a moment that nobody read names the patient anew', () => {
  const { clock, element, set, glance, at } = stage();
  at(500, () => set(MARTA));
  element.textContent = 'Tobias';
  at(900, glance);
  element.textContent = 'Marta';
  at(950, glance);
  at(1_000, () => set(MARTA));
  expect(clock.since()).toBe(950);
});

test('a banner whose elements were taken out for a moment still names the same', () => {
  const { clock, element, set, glance, at } = stage();
  at(500, () => set(MARTA));
  element.isConnected = false;
  at(900, glance);
  element.isConnected = true;
  at(950, glance);
  at(1_000, () => set(MARTA));
  expect(clock.since()).toBe(0);
});
