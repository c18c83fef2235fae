import { expect, test } from 'vitest';
import type { EligibilityCheck, PlanTold } from '../api/index.ts';
import { checkSentences, plansInOrder, stateOfCheck } from './check-words.ts';

const plan = (state: 'active' | 'inactive' | 'unknown', planName?: string): PlanTold => ({
  services: [
    {
      serviceType: '30',
      state,
      coverages: [{ state, scope: 'plan', ...(planName && { planName }) }],
      copays: [],
      coinsurances: [],
      deductibles: [],
      outOfPocket: [],
      limits: [],
      others: [],
      rejections: [],
    },
  ],
  others: [],
  dates: [],
});
const answered = (plans: PlanTold[]): EligibilityCheck => ({
  id: 'q1',
  askedAt: '2026-11-20T10:00:00Z',
  answeredAt: '2026-11-20T10:00:05Z',
  payerName: 'TEST PLAN',
  payerId: 'TEST1',
  memberId: 'W1',
  serviceDate: '2026-11-20',
  serviceTypes: ['30'],
  outcome: 'answered',
  plans,
  rejections: [],
  trouble: null,
});

test('of several plans one that is active makes the patient covered, wherever it stands', () => {
  expect(stateOfCheck(answered([plan('inactive', 'OLD'), plan('active', 'NEW')]))).toBe('active');
  expect(stateOfCheck(answered([plan('active'), plan('inactive')]))).toBe('active');
  expect(stateOfCheck(answered([plan('inactive'), plan('unknown')]))).toBe('unknown');
  expect(stateOfCheck(answered([plan('inactive')]))).toBe('inactive');
  expect(stateOfCheck(answered([]))).toBeNull();
});

test('the sentences begin with the plan that counts, and say of which plan each is', () => {
  const sentences = checkSentences(answered([plan('inactive', 'OLD'), plan('active', 'NEW')]), '30');
  expect(sentences[0]).toMatch(/^Plan 2 of 2, NEW: .*active/i);
  expect(sentences.filter((sentence) => sentence.startsWith('Plan '))[1]).toMatch(/^Plan 1 of 2, OLD: /);
});

test('one plan alone needs no name', () => {
  expect(plansInOrder(answered([plan('active', 'ONLY')])).map(({ name }) => name)).toEqual(['']);
});
