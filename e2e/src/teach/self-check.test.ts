/** A taught page is compared with what stood there when it was taught, and says what it lost. */
import type { Recipe, RecipeDocument } from '@claimside/shared/recipe';
import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Answering, startAnswering } from '../browser/index.ts';
import { startTeaching, type Teacher } from './teacher.ts';

/** Answered by the test itself: nothing listens there. */
const ORIGIN = 'http://changed.localhost:8';

let site: Answering;
beforeAll(async () => {
  site = await startAnswering(ORIGIN);
});
afterAll(() => site?.close());

const withPage = <Result>(
  body: string,
  act: (teacher: Teacher, page: Page) => Promise<Result>,
  path = '/chart/4711/visit',
): Promise<Result> =>
  site.with(
    ORIGIN + path,
    () => body,
    async (page) => act(await startTeaching(site.asker, page), page),
  );

describe('a page that was taught and has changed', () => {
  const SHAPES = {
    'patient.birthDate': '99/99/9999',
    'patient.name': 'Aa, Aa',
    procedureCode: '99999',
    diagnosis: 'A99.99',
  };
  const taught = (of: Partial<RecipeDocument>): Recipe => ({
    id: 'taught-x',
    name: 'X',
    revision: 1,
    hosts: ['changed.localhost'],
    signs: { selectors: [] },
    documents: [
      {
        id: 'taught-1',
        name: 'Visit',
        address: '^/chart/',
        fields: { 'patient.birthDate': [{ css: '.born' }], 'patient.name': [{ css: '.name' }] },
        lines: { rows: { css: '.svc' }, parts: { code: { css: '.code' }, units: { css: '.times' } } },
        diagnoses: { rows: { css: '.why' }, parts: { code: {} } },
        ...of,
      },
    ],
    noVisit: 'Open the visit.',
    elsewhere: [],
    shapes: SHAPES,
  });
  const WHO = '<b class="name">Tester, Anna</b><i class="born">04/12/1978</i>';
  const WHY = '<div class="why">M54.50</div>';
  const SERVICE = '<div class="svc"><i class="code">99214</i> <i class="times">1</i></div>';
  const read = async (body: string, of: Partial<RecipeDocument> = {}) => {
    const { fields, notes } = await withPage(body, (teacher) => teacher.tryOut(taught(of)));
    return {
      birthDate: fields['patient.birthDate']?.confidence,
      changed: notes.flatMap(({ code, message }) => (code === 'page-changed' ? [message] : [])),
    };
  };
  const changed = (what: string): string[] => [
    `This page looks different from when it was taught: ${what}. Teach it again or correct by hand.`,
  ];
  const TABLE: Partial<RecipeDocument> = {
    lines: { rows: 'table', columns: { code: 'item' }, required: ['code'] },
  };

  test.each([
    ['as it was', WHO + WHY + SERVICE, {}, { birthDate: 0.98, changed: [] }],
    ['before anything was coded', WHO, {}, { birthDate: 0.98, changed: [] }],
    [
      'without what was pointed at',
      `<b>Tester, Anna</b>${WHY}<div class="svc2"><i class="code">99214</i></div>`,
      {},
      { birthDate: undefined, changed: changed('birth date, name, services') },
    ],
    [
      'with words where the date was',
      WHO.replace('04/12/1978', 'May 4, 1978') + WHY + SERVICE,
      {},
      { birthDate: 0.52, changed: [] },
    ],
    [
      'with units under another name',
      WHO + WHY + SERVICE.replace('times', 'times2'),
      {},
      { birthDate: 0.98, changed: changed('services') },
    ],
    [
      'with an empty table',
      `${WHO}${WHY}<table><tr><th>Item<th>Count</table>`,
      TABLE,
      { birthDate: 0.98, changed: [] },
    ],
    [
      'with a renamed column',
      `${WHO}${WHY}<table><tr><th>Thing<th>Count<tr><td>99214<td>1</table>`,
      TABLE,
      { birthDate: 0.98, changed: changed('services') },
    ],
  ])('%s', async (_, body, of, expected) => expect(await read(body, of)).toEqual(expected));

  test('by a recipe with a selector that is none is read as if nobody had taught it', async () => {
    const body = '<dl><dt>Patient<dd>Tester, Anna<dt>Date of birth<dd>04/12/1978</dl>';
    const { fields } = await withPage(body, (teacher) =>
      teacher.tryOut(taught({ lines: { rows: { css: 'div[' }, parts: { code: {} } } })),
    );
    expect(fields['patient.birthDate']?.value).toBe('1978-04-12');
  });
});
