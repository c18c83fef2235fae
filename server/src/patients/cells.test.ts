import type { IsoDate } from '@claimside/shared/values';
import { expect, test } from 'vitest';
import { dateIn, nameIn, phoneIn, relationshipIn, sexIn, stateIn, zipIn } from './cells.ts';

const TODAY = '2026-11-27' as IsoDate;
const told = (cell: object) => ('value' in cell ? cell.value : 'a fault');

test.each([
  ['04/12/1978', '1978-04-12', false],
  ['4-12-1978', '1978-04-12', false],
  ['1978-04-12', '1978-04-12', false],
  ['Apr 12, 1978', '1978-04-12', false],
  ['19780412', '1978-04-12', false],
  ['04121978', '1978-04-12', false],
  ['28592', '1978-04-12', false],
  ['04/12/78', '1978-04-12', true],
  ['04/12/26', '2026-04-12', true],
  ['12/12/26', '1926-12-12', true],
])('the date %s is %s', (text, date, isMended) => {
  expect(told(dateIn(text, TODAY))).toEqual({ date, isMended });
});

test.each(['13/12/1978', 'yesterday', '04/12', '02/30/1980'])('%s is no date', (text) => {
  expect(told(dateIn(text, TODAY))).toBe('a fault');
});

test.each([
  ['Tester, Anna', { lastName: 'Tester', firstName: 'Anna' }],
  ['TESTER, ANNA M', { lastName: 'TESTER', firstName: 'ANNA', middleName: 'M' }],
  ['Van Tester, Anna', { lastName: 'Van Tester', firstName: 'Anna' }],
  ['Tester Jr, Anna', { lastName: 'Tester', firstName: 'Anna', suffix: 'Jr' }],
  ['Anna Tester', { lastName: 'Tester', firstName: 'Anna' }],
  ['Anna van Tester', 'a fault'],
  ['Tester', 'a fault'],
])('the name “%s”', (text, name) => {
  expect(told(nameIn(text))).toEqual(name);
});

test('other cells', () => {
  expect(told(sexIn('Female'))).toBe('F');
  expect(told(sexIn('Non-binary'))).toBe('U');
  expect(told(stateIn('Oregon'))).toBe('OR');
  expect(told(stateIn('or'))).toBe('OR');
  expect(told(stateIn('Testland'))).toBe('a fault');
  expect(told(zipIn('97201-0001'))).toEqual({ zip: '972010001', isMended: false });
  expect(told(zipIn('2134'))).toEqual({ zip: '02134', isMended: true });
  expect(told(phoneIn('+1 (503) 555-0100 ext. 7'))).toBe('5035550100');
  expect(told(phoneIn('555-0100'))).toBe('a fault');
  expect(told(relationshipIn('Husband'))).toBe('01');
  expect(told(relationshipIn('19'))).toBe('19');
  expect(told(relationshipIn('Father'))).toBe('a fault');
});
