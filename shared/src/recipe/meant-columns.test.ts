import { expect, test } from 'vitest';
import { withMeantColumns } from './meant-columns.ts';
import { LineListSchema } from './schema.ts';

const header = (text: string, column?: 'code' | 'modifiers' | 'units') => ({
  text,
  sample: '',
  ...(column && { column }),
});

test('a table is read by the headers that mean something, all of which must be there', () => {
  const list = withMeantColumns({ rows: 'table' }, [
    header('Item (CPT)', 'code'),
    header('Times', 'units'),
    header('Note'),
  ]);
  expect(list).toEqual({
    rows: 'table',
    columns: { code: 'Item \\(CPT\\)', units: 'Times' },
    required: ['code', 'units'],
  });
});

test('modifiers may stand in columns of their own, of which none may be missing', () => {
  const headers = [header('Item', 'code'), header('M1', 'modifiers'), header('M2', 'modifiers')];
  const list = withMeantColumns({ rows: 'table' }, headers);
  expect(list).toEqual({
    rows: 'table',
    columns: { code: 'Item', modifiers: 'M1|M2' },
    required: ['code', 'modifiers', 'modifiers'],
    unitsNotShown: true,
  });
  expect(LineListSchema.safeParse(list).success).toBe(true);
  expect(withMeantColumns(list, headers.slice(0, 2)).required).toEqual(['code', 'modifiers']);
});

test('or in several columns under one header', () => {
  const list = withMeantColumns({ rows: 'table' }, [
    header('Item', 'code'),
    { ...header('Mod', 'modifiers'), alike: 4 },
  ]);
  expect(list).toMatchObject({
    columns: { modifiers: 'Mod' },
    required: ['code', 'modifiers', 'modifiers', 'modifiers', 'modifiers'],
  });
});

test('in rows that are no table`s, or in parts of their own', () => {
  const part = (css: string, column: 'code' | 'modifiers') => ({ ...header(css, column), part: { css } });
  const parts = [part('.code', 'code'), part('.mod-a', 'modifiers'), part('.mod-b', 'modifiers')];
  expect(withMeantColumns({ rows: { css: '.svc' } }, parts)).toMatchObject({
    parts: { code: { css: '.code' }, modifiers: { css: '.mod-a, .mod-b' } },
  });
});

test('a table without headers is read by its cells', () => {
  const cell = (at: number, column: 'code' | 'modifiers') => ({
    ...header(`Column ${at + 1}`, column),
    part: { cells: [at] },
  });
  const list = withMeantColumns({ rows: { css: '.services tr', cells: 4 } }, [
    cell(0, 'code'),
    cell(1, 'modifiers'),
    cell(3, 'modifiers'),
  ]);
  expect(list.parts).toEqual({ code: { cells: [0] }, modifiers: { cells: [1, 3] } });
  expect(LineListSchema.safeParse(list).success).toBe(true);
});
