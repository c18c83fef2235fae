import { expect, test } from 'vitest';
import { TRIAL_STEPS, type TrialStep } from '../api/trial.ts';
import { outcomeWords, stepWords } from './trial-words.ts';

const step = (kind: TrialStep['kind'], claims?: number): TrialStep => ({
  kind,
  at: '2026-11-27T12:00:00.000Z',
  ...(claims !== undefined && { claims }),
  messages: [],
});
const trial = { claims: 5, fileName: 'OATEST_837P_1.txt' };

test.each(TRIAL_STEPS)('%s has words of its own', (kind) => {
  expect(stepWords(step(kind, 3), trial)).not.toContain('undefined');
});

test('what is said of claims says of how many', () => {
  expect(stepWords(step('clearinghouse-accepted', 5), trial)).toBe(
    '5 of 5 invented claims taken by the clearinghouse',
  );
  expect(stepWords(step('written'), trial)).toBe('A file of 5 invented claims was made: OATEST_837P_1.txt');
});

test('waiting says for what', () => {
  expect(outcomeWords({ outcome: 'waiting', steps: [step('asked')] })).toContain('sends it now');
  expect(outcomeWords({ outcome: 'waiting', steps: [step('sent')] })).toContain('may take hours');
  expect(outcomeWords({ outcome: 'works', steps: [] })).toContain('both ways');
});
