import { expect, test } from 'vitest';
import { createBannerClock } from './banner-clock.ts';
import { createMemory } from './memory.ts';

const MARTA = { name: 'marta tester', birthDate: '1978-04-12' };
const TOBIAS = { name: 'tobias tester', birthDate: '1990-02-03' };
/** The memory keeps documents apart and never looks into them. */
const aDocument = (): Document => ({ URL: 'about:blank' }) as Document;
const newId = () => 'id';

test('a document belongs to the patient whose banner it appeared under', () => {
  const memory = createMemory(newId, []);
  const sheet = aDocument();
  memory.seen(sheet, MARTA);
  expect(memory.seen(sheet, TOBIAS)).toEqual({ id: 'id', patient: MARTA });
});

test('a banner that was empty at first is no witness', () => {
  const memory = createMemory(newId, []);
  const sheet = aDocument();
  memory.seen(sheet, {});
  expect(memory.seen(sheet, MARTA).patient).toEqual(MARTA);
});

test('a document that was there before the reader belongs to nobody for certain, however often it is read', () => {
  const sheet = aDocument();
  const memory = createMemory(newId, [sheet]);
  memory.seen(sheet, TOBIAS);
  expect(memory.seen(sheet, TOBIAS)).toEqual({ id: 'id', patient: {}, doubt: 'inherited' });
});

test('a document opened later is witnessed, though others were there before', () => {
  const memory = createMemory(newId, [aDocument()]);
  expect(memory.seen(aDocument(), TOBIAS)).toEqual({ id: 'id', patient: TOBIAS });
});

test.each([
  ['began to load under somebody else`s name', 880, 880, 'navigate', 'overtaken'],
  ['was opened with the patient, in the same breath', 980, 980, 'navigate', undefined],
  ['was opened later', 2_000, 2_000, 'navigate', undefined],
  ['was loaded later into a frame that was opened before', 2_000, 880, 'navigate', 'overtaken'],
  ['stands in a frame that the browser`s history brought back', 2_000, 2_000, 'back_forward', 'overtaken'],
])('after the banner turned to another patient, a document that %s', (_, own, around, type, doubt) => {
  const clock = createBannerClock(() => 1_000);
  const memory = createMemory(newId, [], clock);
  const times = (timeOrigin: number, kind: string) => ({
    timeOrigin,
    getEntriesByType: () => [{ type: kind }],
  });
  const top = { performance: times(0, 'navigate') };
  const parent = {
    document: {},
    performance: times(around, type),
    parent: Object.assign(top, { parent: top }),
  };
  const view = { document: {}, performance: times(own, 'navigate'), parent };
  const sheet = { URL: '/sheet', defaultView: view } as unknown as Document;
  clock.set(MARTA, []);
  clock.set(TOBIAS, []);
  expect(memory.seen(sheet, TOBIAS)).toEqual({
    id: 'id',
    ...(doubt ? { patient: {}, doubt } : { patient: TOBIAS }),
  });
});

test('services that stay as they were when the patient changes are stale, until they change', () => {
  const memory = createMemory(newId, []);
  const chart = aDocument();
  expect(memory.isStale(chart, MARTA, '99213p1')).toBe(false);
  expect(memory.isStale(chart, TOBIAS, '99213p1')).toBe(true);
  expect(memory.isStale(chart, TOBIAS, '99213p7')).toBe(false);
  expect(memory.isStale(chart, TOBIAS, '99213p7')).toBe(false);
});

test('a document that was opened before the banner named another visit is not surely of that one', () => {
  const clock = createBannerClock(() => 1_000);
  const memory = createMemory(newId, [], undefined, clock);
  const opened = (timeOrigin: number) => {
    const performance = { timeOrigin, getEntriesByType: () => [{ type: 'navigate' }] };
    return { defaultView: { performance } } as unknown as Document;
  };
  clock.set({ name: '2026-11-16 44' }, []);
  expect(memory.isBeforeVisit(opened(500))).toBe(false);
  clock.set({ name: '2026-11-20 52' }, []);
  expect(memory.isBeforeVisit(opened(500))).toBe(true);
  expect(memory.isBeforeVisit(opened(1_200))).toBe(false);
});

test.each([
  ['that was in doubt', { inherited: true, first: MARTA }, 'overtaken'],
  ['that was somebody else`s', { inherited: false, first: TOBIAS }, 'overtaken'],
  ['that was the same patient`s', { inherited: false, first: MARTA }, undefined],
  ['whose banner was empty, until it named the patient', { inherited: false, first: {} }, undefined],
])('a document that is loaded again at the address of one %s', (_, { inherited, first }, doubt) => {
  const navigation = { type: 'navigate' };
  const view = { performance: { timeOrigin: 0, getEntriesByType: () => [navigation] } };
  const inFrame = () => ({ URL: '/visit', defaultView: view }) as unknown as Document;
  const before = inFrame();
  Object.assign(view, { document: before, parent: view });
  const memory = createMemory(
    newId,
    inherited ? [before] : [],
    createBannerClock(() => 1_000),
  );
  memory.seen(before, first);
  if (!('name' in first)) memory.seen(before, MARTA);
  navigation.type = 'reload';
  expect(memory.seen(inFrame(), MARTA).doubt).toBe(doubt);
});

test('a document that was loaded again before any was read in its frame is nobody`s for certain', () => {
  const view = { performance: { timeOrigin: 0, getEntriesByType: () => [{ type: 'reload' }] } };
  const sheet = { URL: '/visit', defaultView: view } as unknown as Document;
  Object.assign(view, { document: sheet, parent: view });
  expect(createMemory(newId, []).seen(sheet, MARTA).doubt).toBe('overtaken');
});
