import { expect, test } from 'vitest';
import { UNSURE } from './looks.ts';
import { inTurn } from './notices.ts';

test('the next one to go to is what has to be fixed, then what to look at, and what only is to know comes last', () => {
  const notice = (key: string, id: string, severity: 'error' | 'warning') => ({
    key,
    finding: { id, severity, path: '', message: '', fix: '' },
    fix: undefined,
  });
  const notices = [
    notice('know', 'duplicate', 'warning'),
    notice('look', UNSURE, 'warning'),
    notice('fix', 'required', 'error'),
    notice('look too', UNSURE, 'warning'),
  ];
  expect(inTurn(notices).map(({ key }) => key)).toEqual(['fix', 'look', 'look too', 'know']);
});
