import { expect, test } from 'vitest';
import { cents } from '../values/index.ts';
import { actionsFor, type ClaimStanding, firstAction } from './actions.ts';

const CLAIM: ClaimStanding = {
  status: 'denied',
  hasPayerNumber: true,
  hasNextCoverage: false,
  isNextLast: false,
  isForwarded: false,
  isNextDecided: false,
  lastDecided: 0,
  nextPayer: null,
  doubt: null,
  theyHaveIt: null,
  leftAtNext: cents(0),
  isNoFurther: false,
  isNextToBill: false,
  correction: null,
  isNextCancelled: false,
  isBeingReplaced: false,
  isAppealed: false,
  isAnothers: false,
  paidByPayer: cents(0),
  open: cents(18_500),
  refusedBefore: cents(0),
  overpaid: null,
  isWrittenOff: false,
  patientBalance: cents(0),
  patientCredit: cents(0),
  underpaidBy: cents(0),
  isUnderpaymentAccepted: false,
  isClosed: false,
};
const offered = (change: Partial<ClaimStanding>) =>
  actionsFor({ ...CLAIM, ...change }).flatMap(({ action, isOffered }) => (isOffered ? action : []));
const words = (action: string, change: Partial<ClaimStanding>) =>
  actionsFor({ ...CLAIM, ...change }).find((choice) => choice.action === action)?.words;

test.each([
  ['rejected-by-clearinghouse', ['resend', 'take-payment', 'write-off', 'close']],
  ['rejected-by-payer', ['resend', 'take-payment', 'write-off', 'close']],
  ['file-failed', ['resend', 'take-payment', 'write-off', 'close']],
  ['with-payer', ['take-payment', 'close']],
  ['closed', []],
  [
    'denied',
    ['replace', 'void', 'bill-instead', 'bill-next', 'appeal', 'take-payment', 'write-off', 'close'],
  ],
] as const)('a claim that is %s offers: %s', (status, expected) => {
  expect(offered({ status })).toEqual(expected);
});

test('a claim that was paid less than its contract says can be appealed, or put away', () => {
  const paid = { status: 'paid', open: cents(0) } as const;
  expect(offered(paid)).not.toContain('close');
  expect(offered({ ...paid, underpaidBy: cents(2_000) })).toEqual(
    expect.arrayContaining(['replace', 'appeal', 'accept-allowed', 'close']),
  );
});

test('what was allowed is accepted once, and where it is less than the contract says; not while an appeal waits', () => {
  const paid = { status: 'paid', open: cents(0) } as const;
  const short = { ...paid, underpaidBy: cents(2_000) };
  expect(offered(paid)).not.toContain('accept-allowed');
  expect(offered({ ...short, isAppealed: true })).not.toContain('accept-allowed');
  const accepted = { ...paid, isUnderpaymentAccepted: true };
  expect(offered(accepted)).not.toContain('appeal');
  expect(words('appeal', accepted)).toContain('take that back in the timeline');
});

test('what the patient has paid too much is not billed again, and can be put away', () => {
  const paid = {
    status: 'paid',
    open: cents(0),
    patientBalance: cents(-500),
    patientCredit: cents(500),
  } as const;
  expect(words('bill-patient', paid)).toContain('pay that back');
  expect(offered(paid)).toContain('close');
});

test('a rejected claim is sent as new and never replaced, a decided one replaced and never sent as new', () => {
  expect(words('replace', { status: 'rejected-by-payer' })).toContain('No payer has taken this claim');
  expect(words('resend', { status: 'partly-paid' })).toContain('refused as a duplicate');
});

test('a claim that was rejected and accepted can be sent again by who has asked, and is told to be a duplicate otherwise', () => {
  const contested = { status: 'unknown', doubt: 'contested' } as const;
  expect(offered(contested)).toEqual(['resend', 'take-payment', 'close']);
  expect(words('resend', contested)).toContain('would be a duplicate');
  expect(offered({ status: 'unknown' })).toEqual(['take-payment', 'close']);
});

test.each(['silent', 'unclear', 'contested'] as const)(
  'a claim of which nobody knows whether they have it (%s) is sent again by who has asked',
  (doubt) => {
    const [resend] = actionsFor({ ...CLAIM, status: doubt === 'silent' ? 'with-payer' : 'unknown', doubt });
    expect(resend).toMatchObject({ action: 'resend', isOffered: true, asksFirst: true });
    expect(resend?.words).toContain('would be a duplicate');
  },
);

test.each(['asks', 'unpaid'] as const)(
  'a claim that they have for certain (%s) is not sent again, and it is said what is wanted instead',
  (theyHaveIt) => {
    const claim = { status: 'unknown', theyHaveIt } as const;
    expect(offered(claim)).toEqual(['take-payment', 'close']);
    expect(words('resend', claim)).toContain('They have it');
  },
);

test.each(['awaited', 'late'] as const)(
  'what was sent on (%s) is billed to the next insurance by who has asked, and never to the patient; at the payer it can be changed',
  (nextPayer) => {
    const sentOn = { status: 'with-payer', isForwarded: true, nextPayer } as const;
    const choices = actionsFor({ ...CLAIM, ...sentOn });
    expect(
      choices.filter(({ isOffered }) => isOffered).map(({ action, asksFirst }) => [action, asksFirst]),
    ).toEqual([
      ['replace', false],
      ['void', false],
      ['bill-next', true],
      ['take-payment', false],
      ['write-off', false],
      ['close', false],
    ]);
    expect(words('bill-next', sentOn)).toContain('does not have it');
    expect(words('bill-patient', sentOn)).toContain('before the next insurance has decided');
    expect(words('appeal', sentOn)).toContain('refused nothing');
  },
);

test('without the payer`s number nothing is replaced or voided, and it is said why', () => {
  expect(offered({ hasPayerNumber: false })).toEqual([
    'bill-instead',
    'bill-next',
    'appeal',
    'take-payment',
    'write-off',
    'close',
  ]);
  expect(words('replace', { hasPayerNumber: false })).toContain('number of the claim is not known');
});

test('the next insurance is billed once the first has decided, and not when that has sent the claim on', () => {
  expect(offered({ status: 'partly-paid', hasNextCoverage: true })).toContain('bill-next');
  expect(words('bill-next', { hasNextCoverage: true, isForwarded: true })).toContain('would be a duplicate');
  expect(words('bill-next', {})).toContain('you type it');
  expect(words('bill-next', { open: cents(0) })).toContain('Nothing is left');
  expect(words('bill-next', { status: 'with-payer', hasNextCoverage: true })).toContain('not decided yet');
});

test('the patient is billed for what a payer made the patient`s share, and for nothing else', () => {
  expect(offered({ status: 'partly-paid', patientBalance: cents(2_500), open: cents(0) })).toEqual([
    'replace',
    'void',
    'bill-next',
    'bill-patient',
    'take-payment',
    'write-off',
    'close',
  ]);
});

test('nobody is billed for what is off the lists', () => {
  const owes = { status: 'partly-paid', open: cents(0), patientBalance: cents(2_500) } as const;
  expect(offered(owes)).toContain('bill-patient');
  expect(offered({ ...owes, isClosed: true })).not.toContain('bill-patient');
  expect(words('bill-patient', { ...owes, isClosed: true })).toContain('Open it again first');
});

test('while an appeal is with the payer no other is written, and its answer can be written down', () => {
  expect(offered({ isAppealed: true })).toContain('appeal-answered');
  expect(offered({ isAppealed: true })).not.toContain('appeal');
  expect(words('appeal', { isAppealed: true })).toContain('An appeal is with the payer');
  expect(offered({})).not.toContain('appeal-answered');
});

test('a closed claim can be put back, and one that is not closed can not', () => {
  expect(offered({ isClosed: true })).toContain('reopen');
  expect(offered({ isClosed: true })).not.toContain('close');
  expect(offered({})).not.toContain('reopen');
});

test('one way out is offered first; where the causes ask for different ones a person chooses', () => {
  expect(firstAction(['correct'], CLAIM)).toBe('replace');
  expect(firstAction(['correct', 'correct'], { ...CLAIM, status: 'rejected-by-payer' })).toBe('resend');
  expect(firstAction(['appeal'], CLAIM)).toBe('appeal');
  expect(firstAction(['appeal', 'write-off'], CLAIM)).toBeUndefined();
  expect(firstAction(['ask'], CLAIM)).toBeUndefined();
});

test('a claim on which more was paid than charged is not said to be undecided', () => {
  const tooMuch = {
    status: 'unknown',
    open: cents(-150),
    overpaid: 'unsure',
    patientBalance: cents(2_500),
  } as const;
  for (const action of ['replace', 'void', 'bill-next', 'appeal', 'write-off', 'resend', 'bill-patient'])
    expect(words(action, tooMuch)).toContain('more than the charge');
  expect(words('replace', { status: 'unknown' })).toContain('not decided yet');
});

test('what was paid too much is given back, replaced or cancelled once somebody has looked, and asked for no second time', () => {
  const over = { status: 'unknown', open: cents(-10_000) } as const;
  expect(offered({ ...over, overpaid: 'unsure' })).toEqual(['take-payment', 'overpaid', 'close']);
  expect(offered({ ...over, overpaid: 'sure' })).toEqual([
    'replace',
    'void',
    'take-payment',
    'refund',
    'close',
  ]);
  expect(words('replace', { ...over, overpaid: 'sure', hasPayerNumber: false })).toContain(
    'number of the claim is not known',
  );
  for (const action of ['appeal', 'bill-patient', 'write-off'])
    expect(words(action, { ...over, overpaid: 'sure' })).toContain('settled first');
});

test('where a part was written off, that is taken back before anybody says that all payments are right', () => {
  const over = { status: 'unknown', open: cents(-8_500), overpaid: 'unsure', isWrittenOff: true } as const;
  expect(offered(over)).not.toContain('overpaid');
  expect(words('overpaid', over)).toContain('take that back in the timeline');
});

test.each(['rejected-by-payer', 'with-payer'] as const)(
  'what was paid too much keeps its ways where what was sent because of it is %s, or not answered in time',
  (status) => {
    const over = {
      status,
      doubt: status === 'with-payer' ? 'silent' : null,
      open: cents(-10_000),
      patientBalance: cents(4_000),
    } as const;
    const kept = ['resend', 'take-payment', 'refund', 'close'];
    expect(offered({ ...over, overpaid: 'sure' })).toEqual(kept);
    expect(offered({ ...over, overpaid: 'unsure' })).toEqual(['resend', 'take-payment', 'overpaid', 'close']);
    for (const action of ['write-off', 'bill-patient'])
      expect(words(action, { ...over, overpaid: 'sure' })).toContain('settled first');
  },
);

test('while the payer has still to answer what was sent because of too much, nobody is told to do what is not offered', () => {
  const over = { status: 'with-payer', open: cents(-10_000), patientBalance: cents(4_000) } as const;
  for (const action of ['write-off', 'bill-patient'])
    expect(words(action, over)).toContain('not decided yet');
});

const LEFT = { open: cents(2_000), leftAtNext: cents(2_000) } as const;

test.each([
  ['pended', {}],
  ['unknown', { theyHaveIt: 'asks' }],
  ['unknown', {}],
  ['with-payer', { doubt: 'silent' }],
  ['with-payer', { nextPayer: 'awaited' }],
  ['rejected-by-payer', {}],
  ['denied', {}],
  ['sent', {}],
  ['with-payer', {}],
  ['pended', { isAppealed: true }],
] as const)(
  'that no other insurance pays can be written down wherever it is named (%s %o)',
  (status, change) => {
    const claim = { ...LEFT, status, ...change };
    const isNamed =
      words('bill-patient', claim)?.includes('write that down: no other insurance pays') ?? false;
    const isOffered = offered(claim).includes('no-further-insurance');
    // To the patient nothing is billed while it is sent on: there it is offered all the same.
    expect(isOffered).toBe(isNamed || 'nextPayer' in change);
  },
);

test('it asks first where the next insurance may still pay', () => {
  const asksFirst = (change: Partial<ClaimStanding>) =>
    actionsFor({ ...CLAIM, ...LEFT, ...change }).find(({ action }) => action === 'no-further-insurance');
  for (const change of [{ status: 'pended' }, { status: 'unknown', theyHaveIt: 'asks' }] as const)
    expect(asksFirst(change)).toMatchObject({ isOffered: true, asksFirst: true });
  expect(asksFirst({ status: 'rejected-by-payer' })).toMatchObject({ isOffered: true, asksFirst: false });
  expect(asksFirst({ status: 'with-payer' })).toMatchObject({ isOffered: false });
});

test('what a payer refused can be appealed though no other insurance pays, and after that one has decided', () => {
  const open = { status: 'partly-paid', open: cents(2_000), refusedBefore: cents(2_000) } as const;
  expect(offered(open)).toContain('appeal');
  expect(offered({ ...open, isNoFurther: true })).toContain('appeal');
  expect(words('appeal', { ...open, open: cents(0), refusedBefore: cents(0), isNoFurther: true })).toContain(
    'no other insurance pays',
  );
  for (const status of ['with-payer', 'rejected-by-payer'] as const) {
    expect(offered({ ...open, status })).toContain('appeal');
    expect(offered({ ...open, status, isAppealed: true })).not.toContain('appeal');
    expect(offered({ ...open, status, refusedBefore: cents(0) })).not.toContain('appeal');
  }
});

test('refused as another insurance’s, it is billed to that one instead; the next one only where it wants the refusal', () => {
  const denied = { isAnothers: true, hasNextCoverage: true } as const;
  expect(firstAction(['other-payer'], { ...CLAIM, ...denied })).toBe('bill-instead');
  expect(offered(denied)).not.toContain('bill-next');
  expect(words('bill-next', denied)).toContain('bill that one instead');
  const toLast = { ...denied, isNextLast: true };
  expect(offered(toLast)).toEqual(expect.arrayContaining(['bill-instead', 'bill-next']));
  expect(words('bill-next', toLast)).toContain('wants to see it');
  // Who has it by then is asked first.
  expect(offered({ ...denied, isForwarded: true, nextPayer: 'late' })).toContain('bill-next');
  expect(firstAction(['bill-patient'], { ...CLAIM, ...denied, isNextToBill: true })).toBe('bill-instead');
  expect(words('bill-next', { hasNextCoverage: true })).toContain('Bill the next insurance');
  const toPatient = {
    ...denied,
    status: 'partly-paid',
    open: cents(0),
    patientBalance: cents(18_500),
  } as const;
  expect(offered(toPatient)).toContain('bill-instead');
});

test('what its payer has paid on, decided as its own, was asked to decide again or let go of is not billed to another instead', () => {
  const why = (change: Partial<ClaimStanding>) => {
    expect(offered({ isAnothers: true, ...change })).not.toContain('bill-instead');
    return words('bill-instead', { isAnothers: true, ...change });
  };
  expect(why({ status: 'partly-paid', paidByPayer: cents(5_000) })).toContain('has paid on it');
  expect(why({ status: 'partly-paid', isAnothers: false })).toContain('decided it as its own');
  expect(why({ isAppealed: true })).toContain('An appeal is with the payer');
  expect(why({ isBeingReplaced: true })).toContain('under way');
  expect(why({ isWrittenOff: true })).toContain('written off');
  expect(why({ status: 'rejected-by-payer' })).toContain('No payer has taken this claim');
});
