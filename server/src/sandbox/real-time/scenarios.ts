/** Which answer a question gets that is answered at once: chosen by the start of the subscriber's member id, as for claims. */

export type RealTimeOutcome = 'active' | 'inactive' | 'not-found' | 'payer-down' | 'payer-silent';

export interface RealTimeScenario {
  /** Upper case; empty for what fits nothing else. */
  readonly memberIdPrefix: string;
  /** One line for people, as in the README. */
  readonly promise: string;
  readonly outcome: RealTimeOutcome;
  /** `slow`: after some seconds. `for-ever`: the connection stays open, and nothing comes. */
  readonly wait: 'none' | 'slow' | 'for-ever';
}

const ACTIVE: RealTimeScenario = {
  memberIdPrefix: '',
  promise:
    '271: active, with copays, coinsurance, deductible and out-of-pocket maximum; 277: what became of the claim here',
  outcome: 'active',
  wait: 'none',
};

const SCENARIOS: readonly RealTimeScenario[] = [
  {
    ...ACTIVE,
    memberIdPrefix: 'INACTIVE',
    promise: '271: the plan ended last year; 277 as for any claim',
    outcome: 'inactive',
  },
  {
    ...ACTIVE,
    memberIdPrefix: 'NOTFOUND',
    promise:
      '271: the payer does not find the patient (AAA 75, of a dependent 67); 277: no such claim (A4 35)',
    outcome: 'not-found',
  },
  {
    ...ACTIVE,
    memberIdPrefix: 'PAYERDOWN',
    promise: '271: the payer can not answer now (AAA 42); 277 the same (E1)',
    outcome: 'payer-down',
  },
  {
    ...ACTIVE,
    memberIdPrefix: 'PAYERSILENT',
    promise: '271: the payer gave the clearinghouse no answer (AAA 80); 277 the same (E2)',
    outcome: 'payer-silent',
  },
  { ...ACTIVE, memberIdPrefix: 'SLOW', promise: 'the usual answer, after 8 seconds', wait: 'slow' },
  {
    ...ACTIVE,
    memberIdPrefix: 'NOANSWER',
    promise: 'the connection stays open, and nothing ever comes',
    wait: 'for-ever',
  },
];

/** Any that names none is simply active. */
export function realTimeScenarioOf(memberId: string): RealTimeScenario {
  const id = memberId.trim().toUpperCase();
  return SCENARIOS.find(({ memberIdPrefix }) => id.startsWith(memberIdPrefix)) ?? ACTIVE;
}

export const REAL_TIME_SCENARIOS: readonly RealTimeScenario[] = [ACTIVE, ...SCENARIOS];
