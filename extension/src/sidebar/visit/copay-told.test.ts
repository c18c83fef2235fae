/** Which copay a payer's answer asks for, and when none can be said. */
import type { EligibilityCheck, PlanTold } from '@claimside/shared/api';
import type { PatientCost, ServiceBenefits } from '@claimside/shared/benefits';
import type { ClaimDraft } from '@claimside/shared/claim';
import { cents, type IsoDate } from '@claimside/shared/values';
import { expect, test } from 'vitest';
import { copayTold } from './copay-told.ts';

const DRAFT: ClaimDraft = {
  patient: { lastName: 'TESTER', firstName: 'ANNA', birthDate: '1980-02-03' },
  relationshipToSubscriber: '18',
  coverage: { payerName: 'EXAMPLE HEALTH PLAN', payerId: 'TEST1', memberId: 'W1' },
  serviceLines: [{ procedureCode: '99214', serviceDate: '2026-11-16' }],
};
const copay = (amount: number, network: PatientCost['network'] = 'in'): PatientCost => ({
  scope: 'service',
  network,
  amount: cents(amount),
});
const plan = (copays: PatientCost[], changes: Partial<ServiceBenefits> = {}): PlanTold => ({
  services: [
    {
      serviceType: '98',
      state: 'active',
      coverages: [],
      copays,
      coinsurances: [],
      deductibles: [],
      outOfPocket: [],
      limits: [],
      others: [],
      rejections: [],
      ...changes,
    },
  ],
  others: [],
  dates: [],
});
const check = (plans: PlanTold[], changes: Partial<EligibilityCheck> = {}): EligibilityCheck => ({
  id: 'q1',
  askedAt: '2026-11-16T10:00:00Z',
  answeredAt: '2026-11-16T10:00:01Z',
  serviceDate: '2026-11-16',
  serviceTypes: ['30', '98'],
  memberId: 'W1',
  payerName: 'EXAMPLE HEALTH PLAN',
  payerId: 'TEST1',
  outcome: 'answered',
  plans,
  rejections: [],
  trouble: null,
  ...changes,
});
const told = (asked: EligibilityCheck, draft = DRAFT) =>
  copayTold(asked, draft, null, '2026-11-20' as IsoDate);

test('the one amount in network; that it is told twice does not matter, nor what is out of network', () => {
  expect(told(check([plan([copay(2_500), copay(2_500, 'both'), copay(6_000, 'out')])]))).toBe(2_500);
  expect(told(check([plan([copay(0)])]))).toBe(0);
});

test.each([
  ['two amounts', check([plan([copay(2_500), copay(4_000)])])],
  ['none', check([plan([])])],
  ['of another kind of service', check([plan([copay(2_500)], { serviceType: '33' })])],
  ['of a plan that is not active', check([plan([copay(2_500)], { state: 'inactive' })])],
  ['of two plans', check([plan([copay(2_500)]), plan([copay(2_500)])])],
  ['of another member', check([plan([copay(2_500)])], { memberId: 'W2' })],
  ['still asked', check([], { outcome: 'asking' })],
])('%s: nothing is proposed', (_, asked) => {
  expect(told(asked)).toBeUndefined();
});

test.each([
  ['2026-11-16', '2026-11-16', 2_500],
  ['2026-10-17', '2026-11-16', 2_500],
  ['2026-10-16', '2026-11-16', undefined],
  ['2026-11-17', '2026-11-16', undefined],
  ['2026-12-20', '2027-01-05', undefined],
  // A visit without a day is of today.
  ['2026-11-20', undefined, 2_500],
  ['2026-09-20', undefined, undefined],
] as const)(
  'an answer for %s holds for the same day and at most 30 days after it in its year: at a visit on %s it says %s',
  (asked, day, copayOf) => {
    const draft = { ...DRAFT, serviceLines: [{ procedureCode: '99214', ...(day && { serviceDate: day }) }] };
    expect(told(check([plan([copay(2_500)])], { serviceDate: asked }), draft)).toBe(copayOf);
  },
);
