import { expect, test } from 'vitest';
import { createMemory } from './memory.ts';

const MARTA = { name: 'marta tester', birthDate: '1978-04-12' };
const TOBIAS = { name: 'tobias tester', birthDate: '1990-02-03' };
/** The memory keeps documents apart and never looks into them. */
const aDocument = (): Document => Object.create(null) as Document;
const newId = () => 'id';

test('a document belongs to the patient whose banner it appeared under', () => {
  const memory = createMemory(newId, []);
  const sheet = aDocument();
  memory.seen(sheet, MARTA);
  expect(memory.seen(sheet, TOBIAS)).toEqual({ id: 'id', patient: MARTA, inherited: false });
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
  expect(memory.seen(sheet, TOBIAS)).toEqual({ id: 'id', patient: {}, inherited: true });
});

test('a document opened later is witnessed, though others were there before', () => {
  const memory = createMemory(newId, [aDocument()]);
  expect(memory.seen(aDocument(), TOBIAS)).toMatchObject({ patient: TOBIAS, inherited: false });
});
