import type { Capture, Captured } from '@claimside/shared/capture';
import type { Pointed, Recipe } from '@claimside/shared/recipe';
import { describe, expect, test } from 'vitest';
import { beginLesson } from './lesson.ts';
import {
  after,
  type Happening,
  isChanged,
  type Lesson,
  mayKeep,
  STARTING,
  type Teaching,
} from './teaching.ts';

const VISIT = { address: '^/visit', name: 'Visit' };
const captured = (value: string): Captured => ({ value, raw: value, placeId: 'p', place: '', confidence: 1 });
const reads = (fields: Record<string, string> = {}, of: Partial<Capture> = {}): Capture => ({
  ehr: '',
  fields: Object.fromEntries(Object.entries(fields).map(([field, value]) => [field, captured(value)])),
  diagnoses: [],
  lines: [],
  notes: [],
  binding: { documentId: '', patient: '', visit: '', content: '' },
  ...of,
});
const placed = (raw: string, of: Partial<Pointed['value']> = {}): Pointed => ({
  document: VISIT,
  value: { raw, locators: [{ css: '.x' }], suggestions: [], ...of },
});
const LIST: Pointed = {
  document: VISIT,
  lines: {
    list: { rows: 'table', columns: { code: 'Item' }, required: ['code'], unitsNotShown: true },
    headers: [
      { text: 'Item', sample: '99214', column: 'code' },
      { text: 'Times', sample: '2' },
    ],
  },
};
const EMPTY = beginLesson('ehr.example.test', undefined);
const BEGAN: Happening = { type: 'began', host: 'ehr.example.test', recipe: EMPTY, read: reads() };
const SEX = 'patient.sex';

const through = (...happenings: readonly Happening[]): Teaching => happenings.reduce(after, STARTING);
/** What was taught is tried at once, as the panel does. */
const trying = (teaching: Teaching, read: Capture): Teaching =>
  after(teaching, { type: 'tried', of: lessonOf(teaching).recipe, read });
function lessonOf({ lesson }: Teaching): Lesson {
  if (!lesson) throw new Error('no lesson');
  return lesson;
}
const pointed = (row: 'patient.sex' | 'lines' | 'patient.birthDate', at: Pointed | null): Happening[] => [
  { type: 'point', row },
  { type: 'pointed', row, pointed: at },
];
const taughtSex = through(BEGAN, ...pointed(SEX, placed('F')));
const saved = (of: Recipe): Happening => ({ type: 'saved', of, kept: { ...of, revision: of.revision + 1 } });

describe('the page', () => {
  test('is begun with once it was read', () => {
    expect(through(BEGAN)).toMatchObject({ at: 'page', lesson: { recipe: EMPTY, keeping: 'unchanged' } });
  });

  test('that was left keeps the lesson, which goes on where it is open again', () => {
    const left = after(taughtSex, { type: 'gone' });
    expect(left).toMatchObject({ at: 'gone', lesson: { recipe: lessonOf(taughtSex).recipe } });
    const again = after(after(left, { type: 'go-on' }), BEGAN);
    expect(again).toMatchObject({ at: 'page', lesson: { recipe: lessonOf(taughtSex).recipe } });
    expect(isChanged(lessonOf(again))).toBe(true);
  });

  test('that was loaded anew goes on with what was taught, which is still to be saved; or begins anew', () => {
    const { recipe } = lessonOf(taughtSex);
    const resumed = through({ ...BEGAN, recipe, isResumed: true });
    expect(lessonOf(resumed)).toMatchObject({ recipe, isResumed: true });
    expect([isChanged(lessonOf(resumed)), mayKeep(lessonOf(resumed))]).toEqual([true, true]);
    expect(after(resumed, { type: 'begin-anew' })).toEqual(STARTING);
  });

  test('that was left ends pointing and saving: neither would ever be answered', () => {
    expect(
      lessonOf(after(through(BEGAN, { type: 'point', row: SEX }), { type: 'gone' })).now,
    ).toBeUndefined();
    const saving = after(taughtSex, { type: 'save' });
    expect(lessonOf(after(saving, { type: 'gone' })).keeping).toBe('changed');
  });

  test('that was left or is being opened takes nothing that comes late', () => {
    const left = after(taughtSex, { type: 'gone' });
    for (const late of [...pointed(SEX, placed('M')), saved(EMPTY)]) expect(after(left, late)).toBe(left);
  });
});

describe('pointing', () => {
  test('goes on with one row alone: an answer for the row before is passed over', () => {
    const other = through(BEGAN, { type: 'point', row: SEX }, { type: 'point', row: 'lines' });
    expect(after(other, { type: 'pointed', row: SEX, pointed: null })).toEqual(other);
  });

  test('that a person stopped changes nothing', () => {
    expect(through(BEGAN, ...pointed(SEX, null))).toEqual(through(BEGAN));
  });

  test('at a value is learnt, tried, and leads to the next needed row that the page does not give', () => {
    expect(lessonOf(taughtSex)).toMatchObject({
      keeping: 'changed',
      now: { is: 'taught', row: SEX },
      recipe: { documents: [{ fields: { 'patient.sex': [{ css: '.x' }] } }, {}] },
    });
    const { now, next } = lessonOf(
      trying(taughtSex, reads({ 'patient.sex': 'F', 'visit.serviceDate': '2026-11-16' })),
    );
    expect([now, next]).toEqual([undefined, 'diagnoses']);
  });

  test.each<[string, 'patient.sex' | 'lines', Pointed, string]>([
    ['where nothing stands', SEX, { document: VISIT }, 'Nothing stands there'],
    ['where nothing marks the place', SEX, placed('F', { locators: [] }), 'Nothing that stays'],
    ['where no service stands', 'lines', { document: VISIT }, 'No procedure code'],
    [
      'into a table that nothing names',
      'lines',
      { document: VISIT, why: 'unnamed-table' },
      'columns without a header',
    ],
    ['into a part that is closed', SEX, { document: VISIT, why: 'closed-part' }, 'closed'],
  ])('%s is refused with the reason, and nothing is changed', (_, row, at, why) => {
    const { now, recipe, keeping } = lessonOf(through(BEGAN, ...pointed(row, at)));
    expect(now).toMatchObject({ is: 'refused', row, why: expect.stringContaining(why) });
    expect([recipe, keeping]).toEqual([EMPTY, 'unchanged']);
  });

  test('at what can`t be read as this says so, and stays with the row', () => {
    const { now, next } = lessonOf(trying(taughtSex, reads()));
    expect([now, next]).toEqual([expect.objectContaining({ is: 'refused', row: SEX }), SEX]);
  });

  test.each([
    ['a comma in it', reads()],
    ['the text of the first name', reads({ 'patient.firstName': 'Marta Quintero' })],
  ])('at a last name with %s asks whether it is the whole name', (what, read) => {
    const at = placed(what.startsWith('a comma') ? 'Quintero, Marta' : 'Marta Quintero');
    const row = 'patient.lastName';
    const asked = through({ ...BEGAN, read }, { type: 'point', row }, { type: 'pointed', row, pointed: at });
    expect(lessonOf(asked)).toMatchObject({ now: { is: 'asked', says: 'patient.name' }, recipe: EMPTY });
    const answered = lessonOf(after(asked, { type: 'answer', field: 'patient.name' }));
    expect(answered.recipe.documents[0]?.fields).toEqual({ 'patient.name': [{ css: '.x' }] });
  });

  test('at what can`t be what the row is for says so, and stays with the row', () => {
    const row = 'patient.birthDate';
    const taught = through(BEGAN, ...pointed(row, placed('Quintero, Marta')));
    const read = reads({ [row]: 'Quintero, Marta' });
    const wrong = { ...read, fields: { [row]: { ...captured('Quintero, Marta'), confidence: 0.3 } } };
    const { now, next } = lessonOf(trying(taught, wrong));
    expect(now).toMatchObject({ is: 'refused', row, why: expect.stringContaining('birth date') });
    expect(next).toBe(row);
  });

  test('at what the page calls something else asks, and counts for what the person answers', () => {
    const at = placed('04/12/1978', { suggestions: ['patient.birthDate'] });
    const asked = through(BEGAN, ...pointed(SEX, at));
    expect(lessonOf(asked)).toMatchObject({ now: { is: 'asked', says: 'patient.birthDate' }, recipe: EMPTY });
    const answered = after(asked, { type: 'answer', field: 'patient.birthDate' });
    expect(lessonOf(answered)).toMatchObject({
      now: { is: 'taught', row: 'patient.birthDate' },
      recipe: { documents: [{ fields: { 'patient.birthDate': [{ css: '.x' }] } }, {}] },
    });
  });

  test('is remembered as the patient`s only once it was read: it may be a label, by mistake', () =>
    expect([...lessonOf(taughtSex).seen]).toEqual([]));
});

describe('a try', () => {
  test('of an earlier recipe shows nothing, but whom the page is about is remembered', () => {
    const read = reads({ 'patient.lastName': 'Tester' });
    const late = after(taughtSex, { type: 'tried', of: EMPTY, read });
    expect(lessonOf(late).capture).toBe(lessonOf(taughtSex).capture);
    expect(lessonOf(late).seen).toContain('Tester');
  });
});

describe('a change', () => {
  const withList = trying(
    through(BEGAN, ...pointed('lines', LIST)),
    reads({}, { lines: [{ procedureCode: captured('99214'), modifiers: [], diagnosisCodes: [] }] }),
  );

  test('of what a column means is taught anew', () => {
    const [item, times] = LIST.lines?.headers ?? [];
    if (!item || !times) throw new Error('no columns');
    const meant = after(withList, { type: 'mean', columns: [item, { ...times, column: 'units' }] });
    expect(lessonOf(meant).recipe.documents[0]?.lines).toMatchObject({ required: ['code', 'units'] });
    expect(after(taughtSex, { type: 'mean', columns: [item] })).toEqual(taughtSex);
  });

  test('is taken back with all that was changed after it', () => {
    const more = after(after(withList, { type: 'point', row: SEX }), {
      type: 'pointed',
      row: SEX,
      pointed: placed('F'),
    });
    const { recipe, list, before, next, keeping } = lessonOf(after(more, { type: 'undo', row: 'lines' }));
    expect([recipe, list, before.size, next, keeping]).toEqual([EMPTY, undefined, 0, 'lines', 'changed']);
  });

  test('that removes a row never says that the row can`t be read', () => {
    const { now, list, next } = lessonOf(trying(after(withList, { type: 'remove', row: 'lines' }), reads()));
    expect([now, list, next]).toEqual([undefined, undefined, 'lines']);
  });
});

describe('saving', () => {
  test('needs a change, and is not begun twice', () => {
    expect(after(through(BEGAN), { type: 'save' })).toEqual(through(BEGAN));
    const saving = after(taughtSex, { type: 'save' });
    expect(lessonOf(saving).keeping).toBe('saving');
    expect(mayKeep(lessonOf(saving))).toBe(false);
  });

  test('leaves nothing to lose; the next change does', () => {
    const done = after(after(taughtSex, { type: 'save' }), saved(lessonOf(taughtSex).recipe));
    expect(lessonOf(done)).toMatchObject({ keeping: 'saved', recipe: { revision: 1 } });
    expect(isChanged(lessonOf(done))).toBe(false);
    expect(isChanged(lessonOf(after(done, { type: 'remove', row: SEX })))).toBe(true);
  });

  test('while a person went on keeps what was changed meanwhile, unsaved', () => {
    const meanwhile = after(after(taughtSex, { type: 'save' }), { type: 'remove', row: SEX });
    const { recipe, keeping } = lessonOf(after(meanwhile, saved(lessonOf(taughtSex).recipe)));
    expect(keeping).toBe('changed');
    expect(recipe).toEqual({ ...lessonOf(meanwhile).recipe, revision: 1 });
  });

  test('that failed says why and may be tried again', () => {
    const failed = after(after(taughtSex, { type: 'save' }), { type: 'not-saved', why: 'No server.' });
    expect(lessonOf(failed).keeping).toEqual({ failed: 'No server.' });
    expect(mayKeep(lessonOf(failed))).toBe(true);
  });

  test('of what is switched off uses it again, without any change', () => {
    const off = through({ ...BEGAN, isOff: true });
    expect([isChanged(lessonOf(off)), mayKeep(lessonOf(off))]).toEqual([false, true]);
    expect(lessonOf(after(after(off, { type: 'save' }), saved(EMPTY)))).not.toHaveProperty('isOff');
  });
});
