/** Which answer a claim waits for in vain. */
import { describe, expect, test } from 'vitest';
import { type AwaitedAnswer, type ClaimFact, foldClaim } from './index.ts';
import {
  accepted,
  CHARGE,
  events,
  fileAccepted,
  paidInFull,
  payment,
  queued,
  refused,
  sent,
  unclear,
  withPayer,
} from './testing.ts';

describe('silence', () => {
  const received = (by: 'clearinghouse' | 'payer'): ClaimFact => ({ type: `${by}-received` });
  const silent = (awaited: AwaitedAnswer): ClaimFact => ({ type: 'silent', awaited });
  test.each([
    [[queued, sent], null],
    [[queued, sent, silent('file-acknowledgement')], 'file-acknowledgement'],
    [[queued, sent, silent('file-acknowledgement'), fileAccepted], null],
    [
      [fileAccepted, silent('file-acknowledgement'), silent('claim-acknowledgement')],
      'claim-acknowledgement',
    ],
    [[silent('claim-acknowledgement'), accepted], null],
    [[silent('claim-acknowledgement'), accepted, silent('remittance')], 'remittance'],
    [[silent('remittance'), paidInFull], null],
    [[silent('remittance'), unclear], 'remittance'],
    [[silent('remittance'), { ...unclear, theyHaveIt: 'asks' as const }], null],
    [[silent('remittance'), payment(0, [], '23')], 'remittance'],
    [[silent('remittance'), payment(8000, [], '25')], 'remittance'],
    [[silent('remittance'), payment(8000, [], '25'), paidInFull], null],
    [[silent('remittance'), refused('payer-rejected')], null],
    [[accepted, silent('payer-acknowledgement')], 'payer-acknowledgement'],
    [[accepted, silent('payer-acknowledgement'), withPayer], null],
    [[received('payer'), silent('payer-acknowledgement')], 'payer-acknowledgement'],
    [[silent('claim-acknowledgement'), received('clearinghouse')], null],
    [[refused('clearinghouse-pended'), silent('end-of-pend')], 'end-of-pend'],
    [[refused('clearinghouse-pended'), silent('end-of-pend'), received('payer')], null],
    [[refused('clearinghouse-pended'), silent('end-of-pend'), accepted], null],
    [[accepted, refused('clearinghouse-pended'), silent('end-of-pend')], 'end-of-pend'],
  ] as const)('%j is about %s', (facts, awaited) => {
    expect(foldClaim(CHARGE, events(...facts)).silence?.awaited ?? null).toBe(awaited);
  });

  test.each([
    [[queued], null],
    [[sent, received('clearinghouse')], 'payer-acknowledgement'],
    [[sent, accepted, received('payer')], 'payer-acknowledgement'],
    [[sent, received('payer'), withPayer], 'remittance'],
    [[queued, sent], 'file-acknowledgement'],
    [[queued, sent, fileAccepted], 'claim-acknowledgement'],
    [[sent, accepted], 'payer-acknowledgement'],
    [[sent, accepted, refused('clearinghouse-pended')], 'end-of-pend'],
    [[sent, withPayer], 'remittance'],
    [[sent, paidInFull], null],
    [[sent, { type: 'delivery-unknown', fileName: 'f' } as ClaimFact, refused('file-rejected')], null],
    [[sent, silent('file-acknowledgement')], null],
    [[sent, silent('file-acknowledgement'), fileAccepted], 'claim-acknowledgement'],
    [[sent, { type: 'closed', reason: 'invented' } as ClaimFact], null],
  ] as const)('after %j it is looked out for %s', (facts, awaits) => {
    expect(foldClaim(CHARGE, events(...facts)).awaits).toBe(awaits);
  });
});
