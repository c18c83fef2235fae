/** What the timeline says of each fact. */
import { describe, expect, test } from 'vitest';
import { type ClaimFact, describeEvent } from './index.ts';
import { adjust, events, fileAccepted, paidInFull, payment, reversal, sent } from './testing.ts';

describe('timeline words', () => {
  test.each([
    [{ type: 'captured', ehr: 'openemr' } as ClaimFact, 'Read from the chart'],
    [
      { type: 'captured', ehr: 'openemr', follows: 'replacement' } as ClaimFact,
      'Made from the claim before it',
    ],
    [sent, 'Sent to Office Ally'],
    [fileAccepted, 'Office Ally accepted the file'],
    [{ type: 'clearinghouse-received' } as ClaimFact, 'Office Ally received the claim; not accepted yet'],
    [
      { type: 'clearinghouse-received', isForwarded: true } as ClaimFact,
      'Office Ally sent the claim on; not accepted yet',
    ],
    [{ type: 'payer-received' } as ClaimFact, 'The payer received the claim; not accepted yet'],
    [paidInFull, 'Sample Health Plan paid $80.00'],
    [reversal, 'Sample Health Plan took back $80.00'],
    [payment(0, [adjust('CO', '29', 10000)], '4'), 'Sample Health Plan denied the claim'],
    [payment(0, [adjust('OA', '18', 10000)], '4'), 'Sample Health Plan denied the claim'],
    [payment(0, [adjust('CO', '45', 10000)], '4'), 'Sample Health Plan denied the claim'],
    [
      payment(0, [adjust('CO', '45', 3000), adjust('CO', '197', 7000)]),
      'Sample Health Plan denied the claim',
    ],
    [payment(0, [adjust('OA', '23', 7000), adjust('CO', '45', 3000)], '2'), 'Sample Health Plan paid $0.00'],
    [
      payment(0, [adjust('CO', '24', 8000), adjust('CO', '45', 2000)]),
      'Sample Health Plan paid nothing: by capitation, or another plan pays',
    ],
    [payment(8000, [], '25'), 'Sample Health Plan expects to pay $80.00'],
    [payment(0, [], '23'), 'Sample Health Plan sent the claim on to another payer'],
  ])('%j reads "%s"', (fact, title) => {
    const [event] = events(fact);
    expect(event && describeEvent(event, 'Office Ally').title).toBe(title);
  });
});

test.each<[ClaimFact, string]>([
  [{ type: 'payer-accepted', payerClaimControlNumber: 'P1' }, 'Payer claim P1'],
  [
    { type: 'payer-rejected', codes: ['A7:164'], message: 'No.', payerClaimControlNumber: 'P1' },
    'No. (A7:164) · Payer claim P1',
  ],
  [
    {
      type: 'payer-rejected',
      codes: [],
      message: 'No.',
      clearinghouseClaimId: '29',
      payerClaimControlNumber: 'P1',
    },
    'No. · Office Ally claim 29 · Payer claim P1',
  ],
  [
    { type: 'clearinghouse-rejected', codes: [], message: 'No.', clearinghouseClaimId: '29' },
    'No. · Office Ally claim 29',
  ],
  [
    { type: 'clearinghouse-pended', codes: [], message: 'Held.', clearinghouseClaimId: '29' },
    'Held. · Office Ally claim 29',
  ],
  [{ type: 'unclear', message: 'Not found.', payerClaimControlNumber: 'P1' }, 'Not found. · Payer claim P1'],
])('%j tells under which number to ask', (fact, detail) => {
  const [event] = events(fact);
  expect(event && describeEvent(event, 'Office Ally').detail).toBe(detail);
});
