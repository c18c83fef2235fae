import { describe, expect, it } from 'vitest';
import {
  code,
  codes,
  date,
  digits,
  type FieldKind,
  modifiers,
  money,
  number,
  pointers,
  signedMoney,
  texts,
  units,
} from './field-kinds.ts';

describe('what is typed into a field', () => {
  it.each<[string, FieldKind, string, unknown]>([
    ['code', code, ' j1030 ', 'J1030'],
    ['digits', digits, '(217) 555-0123', '2175550123'],
    ['date', date, '11/16/2026', '2026-11-16'],
    ['date that is none stays as typed', date, 'yesterday', 'yesterday'],
    ['money', money, '$1,234.5', 123450],
    ['a takeback', signedMoney, '-20', -2000],
    ['units', units, '2.5', 2.5],
    ['a number with a comma', number, '1,250.5', 1250.5],
    ['codes of any length', codes, 'm51, n130', ['M51', 'N130']],
    ['no codes at all', codes, ' ', undefined],
    ['lines of text', texts, 'one \n\n two', ['one', 'two']],
    ['modifiers apart', modifiers, 'rt, 59', ['RT', '59']],
    ['modifiers in one piece', modifiers, 'RT59', ['RT', '59']],
    ['pointers as letters', pointers, 'bc', [2, 3]],
    ['pointers apart', pointers, 'B, A', [2, 1]],
    ['pointers as numbers', pointers, '2 12', [2, 12]],
    ['nothing', money, ' ', undefined],
  ])('%s', (_, kind, typed, value) => {
    expect(kind.read(typed)).toEqual({ ok: true, value });
  });

  it.each<[string, FieldKind, string]>([
    ['an amount with three decimals', money, '1.234'],
    ['a negative amount', money, '-5'],
    ['words for units', units, 'two'],
    ['a letter past L', pointers, 'M'],
  ])('%s is refused with a sentence', (_, kind, typed) => {
    expect(kind.read(typed)).toEqual({ ok: false, error: expect.stringMatching(/^Write .+\.$/) });
  });

  it('is shown again as it will be sent', () => {
    expect(pointers.show([2, 3])).toBe('B C');
    expect(modifiers.show(['RT', '59'])).toBe('RT 59');
    expect(money.show(18_500)).toBe('$185.00');
  });
});
