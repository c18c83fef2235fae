import { expect, test } from 'vitest';
import { reportFileName } from './file-name.ts';

const DAYS = { from: '2026-01-01', to: '2026-11-28' } as const;

test('days alone, a table, and of whom alone', () => {
  expect(reportFileName(DAYS)).toBe('report-2026-01-01-2026-11-28');
  expect(reportFileName({ ...DAYS, table: 'rows', payer: 'EXAMPLE HEALTH PLAN' })).toBe(
    'report-rows-2026-01-01-2026-11-28-payer-example-health-plan',
  );
  expect(reportFileName({ ...DAYS, provider: '1234567893' })).toBe(
    'report-2026-01-01-2026-11-28-provider-1234567893',
  );
});

test('a payer’s name brings nothing into it that a file can not be called', () => {
  const called = (payer: string) =>
    reportFileName({ ...DAYS, payer }).slice('report-2026-01-01-2026-11-28-'.length);
  expect(called('../Crème & "Co": a/b\\c\r\nX')).toBe('payer-creme-co-a-b-c-x');
  expect(called('***')).toBe('payer');
  expect(called('A'.repeat(80))).toBe(`payer-${'a'.repeat(40)}`);
});
