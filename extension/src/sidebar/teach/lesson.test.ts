import type { Capture, Captured } from '@claimside/shared/capture';
import { type Pointed, type Recipe, RecipeSchema, tellingWords } from '@claimside/shared/recipe';
import { describe, expect, test } from 'vitest';
import {
  beginLesson,
  finished,
  isRowTaught,
  taughtId,
  tellingTexts,
  withColumns,
  withDiagnoses,
  withLines,
  without,
  withValue,
} from './lesson.ts';

const VISIT = { address: '^/chart/[^/?#]+/visit', name: 'Visit' };
const pointedAt = (css: string, document = VISIT): Pointed => ({
  document,
  value: { raw: 'x', locators: [{ css }], suggestions: [] },
});
const LINES: Pointed = {
  document: VISIT,
  lines: {
    list: { rows: 'table', columns: { code: 'Item' }, required: ['code'], unitsNotShown: true },
    headers: [
      { text: 'Item', sample: '99214', column: 'code' },
      { text: 'How often (times)', sample: '2' },
    ],
  },
};
const captured = (value: string, raw = value): Captured => ({
  value,
  raw,
  placeId: 'p',
  place: '',
  confidence: 1,
});
const CAPTURE: Capture = {
  ehr: '',
  fields: {
    'patient.birthDate': captured('1978-04-12', '04/12/1978'),
    'coverage.memberId': captured('W123456789'),
  },
  diagnoses: [],
  lines: [{ procedureCode: captured('99214'), modifiers: [], diagnosisCodes: [] }],
  notes: [],
  binding: { documentId: '', patient: '', visit: '', content: '' },
};
const empty = beginLesson('ehr.example.test', undefined);

describe('a lesson', () => {
  test('on a site that nothing knew keeps its other pages read as before', () => {
    const taught = withValue(empty, 'patient.birthDate', pointedAt('.born'));
    expect(taught).toMatchObject({
      id: 'taught-ehr-example-test',
      documents: [
        {
          id: 'taught-1',
          name: 'Visit',
          fields: { 'patient.birthDate': [{ css: '.born' }] },
          rest: 'generic',
        },
        { id: 'other-pages', rest: 'generic' },
      ],
    });
  });

  test('puts what stands on the same page together, and another page before the others', () => {
    const other = { address: '^/chart/[^/?#]+/summary', name: 'Summary' };
    const taught = withDiagnoses(
      withValue(
        withValue(empty, 'patient.birthDate', pointedAt('.born')),
        'patient.sex',
        pointedAt('.sex', other),
      ),
      { document: VISIT, diagnoses: { list: { rows: { css: '.why' }, parts: { code: {} } }, samples: [] } },
    );
    expect(taught.documents.map(({ id }) => id)).toEqual(['taught-2', 'taught-1', 'other-pages']);
    expect(taught.documents[1]).toMatchObject({
      fields: { 'patient.birthDate': [{ css: '.born' }] },
      diagnoses: {},
    });
  });

  test('goes on where it was left, and keeps what the extension knew of the site', () => {
    const own: Recipe = {
      ...empty,
      id: 'openemr',
      documents: [{ id: 'x', name: 'X', address: '^/x' }],
      banner: 'x',
    };
    const first = beginLesson('ehr.example.test', own);
    expect(first).toMatchObject({
      id: taughtId('ehr.example.test'),
      revision: 0,
      banner: 'x',
      documents: own.documents,
    });
    expect(beginLesson('ehr.example.test', first)).toBe(first);
  });

  test('forgets a row that is removed', () => {
    const taught = withLines(withValue(empty, 'patient.sex', pointedAt('.sex')), LINES);
    expect(isRowTaught(taught, 'patient.sex') && isRowTaught(taught, 'lines')).toBe(true);
    const less = without(without(taught, 'patient.sex'), 'lines');
    expect(isRowTaught(less, 'patient.sex') || isRowTaught(less, 'lines')).toBe(false);
  });

  test('takes the meaning that a person gives a column; units that are shown are no longer guessed', () => {
    const [item, often] = LINES.lines?.headers ?? [];
    if (!item || !often) throw new Error('no columns');
    expect(withColumns(LINES, [item, { ...often, column: 'units' }]).lines?.list).toEqual({
      rows: 'table',
      columns: { code: 'Item', units: 'How often \\(times\\)' },
      required: ['code', 'units'],
    });
  });

  test('is stored with shapes of what always looks alike, never with a value', () => {
    const taught = withLines(
      withValue(
        withValue(empty, 'patient.birthDate', pointedAt('.born')),
        'coverage.memberId',
        pointedAt('.member'),
      ),
      LINES,
    );
    const recipe = finished(taught, CAPTURE);
    expect(recipe).toMatchObject({
      revision: 1,
      shapes: { 'patient.birthDate': '99/99/9999', procedureCode: '99999' },
    });
    expect(RecipeSchema.safeParse(recipe).success).toBe(true);
  });
});

describe('a word of the patient is found before it is stored', () => {
  const words = tellingWords(['Quintero']);
  test.each<[string, (word: string) => Recipe]>([
    ['selector', (word) => withValue(empty, 'patient.sex', pointedAt(`.${word}`))],
    [
      'address',
      (word) => withValue(empty, 'patient.sex', pointedAt('.x', { address: `^/${word}`, name: 'X' })),
    ],
    [
      'page`s name',
      (word) => withValue(empty, 'patient.sex', pointedAt('.x', { address: '^/', name: word })),
    ],
    [
      'column',
      (word) =>
        withLines(empty, {
          document: VISIT,
          lines: { list: { rows: 'table', columns: { code: word } }, headers: [] },
        }),
    ],
  ])('in a %s', (_, taughtWith) => {
    for (const word of ['quintero', 'patQUINTERO2', 'an-quintero'])
      expect(tellingTexts(taughtWith(word), words)).toHaveLength(1);
    expect(tellingTexts(taughtWith('quint'), words)).toEqual([]);
  });
});
