/** What a practice hears of its enrollments on a day. */
import { describe, expect, test } from 'vitest';
import type { Enrollment, PracticePayer } from '../api/index.ts';
import { exampleClaim } from '../examples/index.ts';
import type { IsoDate } from '../values/index.ts';
import { enrollmentSteps, payersNotKnown } from './index.ts';

const day = (text: string) => text as IsoDate;
const NPI = exampleClaim.billingProvider.npi;
const OTHER_NPI = '1245319599';
const payer = (payerId: string, more: Partial<PracticePayer> = {}): PracticePayer => ({
  payerId,
  name: `Payer ${payerId}`,
  claimFilingIndicator: 'CI',
  aliases: [],
  ...more,
});
const MEDICARE = payer('13202', { claimFilingIndicator: 'MB' });
const VA = payer('VAC45', { claimFilingIndicator: 'VA' });

const enrolled = (state: Enrollment['state'], more: Partial<Enrollment> = {}): Enrollment => ({
  kind: 'edi',
  payerId: '60054',
  billingNpi: NPI,
  state,
  ...more,
});

function steps(
  enrollments: readonly Enrollment[],
  more: {
    payers?: readonly PracticePayer[];
    listed?: readonly string[];
    listedEra?: readonly string[];
    profiles?: string[];
  } = {},
) {
  const { payers = [payer('60054')], listed = [], listedEra = [], profiles } = more;
  const { billingProvider } = exampleClaim;
  return enrollmentSteps({
    enrollments,
    listedPayerIds: listed,
    listedEraPayerIds: listedEra,
    notSaidPayerIds: [],
    today: day('2026-11-27'),
    practice: {
      payers: [...payers],
      billingProvider,
      ...(profiles && {
        billingProfiles: [
          {
            name: 'Own NPI',
            billingProvider: { ...billingProvider, npi: OTHER_NPI },
            payerIds: profiles,
            locations: [],
            renderingNpis: [],
          },
        ],
      }),
    },
  });
}
const ofClaims = (...asked: Parameters<typeof steps>) => steps(...asked).filter(({ kind }) => kind === 'edi');

describe('one on record', () => {
  test.each([
    ['needed', enrolled('needed'), { state: 'yours', words: 'Send the form.' }],
    [
      'sent lately: waits on the payer, 45 days at most',
      enrolled('sent', { sentOn: day('2026-11-03') }),
      { state: 'waiting', since: '2026-11-03', by: '2026-12-18' },
    ],
    [
      'sent too long ago',
      enrolled('sent', { sentOn: day('2026-10-01') }),
      { state: 'yours', words: 'No answer yet: ask the payer.', since: '2026-10-01', by: '2026-11-15' },
    ],
    [
      'sent, with a day that the payer said',
      enrolled('sent', { sentOn: day('2026-10-01'), expectedBy: day('2026-11-27') }),
      { state: 'waiting', by: '2026-11-27' },
    ],
    ['sent, nobody knows when', enrolled('sent'), { state: 'yours' }],
    [
      'refused',
      enrolled('refused', { answeredOn: day('2026-11-20') }),
      { state: 'yours', since: '2026-11-20' },
    ],
    ['approved', enrolled('approved'), { state: 'done' }],
    ['not needed', enrolled('not-needed'), { state: 'done' }],
    [
      'approved, to be looked at again some day',
      enrolled('approved', { remindOn: day('2026-11-28') }),
      { state: 'done' },
    ],
    [
      'approved, to be looked at again today',
      enrolled('approved', { remindOn: day('2026-11-27') }),
      { state: 'yours', words: 'Look at it again, as noted. Approved.', by: '2026-11-27' },
    ],
  ])('%s', (_what, enrollment, step) => {
    expect(ofClaims([enrollment])).toMatchObject([step]);
  });
});

test('after Medicare approved, the clearinghouse is told before the first claim', () => {
  const approved = enrolled('approved', { payerId: MEDICARE.payerId });
  const [step] = ofClaims([approved], { payers: [MEDICARE] });
  expect(step).toMatchObject({ state: 'yours', words: expect.stringContaining('Tell Office Ally') });
  const told = { ...approved, toldOn: day('2026-11-26') };
  expect(ofClaims([told], { payers: [MEDICARE] })).toMatchObject([{ state: 'done' }]);
});

describe('nothing on record', () => {
  test('of payers for which the list or the practice asks for an enrollment, one is to begin', () => {
    const payers = [payer('11111', { isEnrollmentMissing: true }), payer('22222'), payer('33333')];
    expect(
      steps([], { payers, listed: ['22222'] }).map(({ kind, payerId, state }) => [kind, payerId, state]),
    ).toEqual([
      ['edi', '11111', 'yours'],
      ['edi', '22222', 'yours'],
    ]);
  });

  test('it is asked for under the NPI by which the payer is billed', () => {
    const begun = enrolled('sent', { sentOn: day('2026-11-20') });
    const npis = (profiles: string[]) =>
      steps([begun], { listed: ['60054'], profiles }).map(({ billingNpi, state }) => [billingNpi, state]);
    expect(npis([])).toEqual([[NPI, 'waiting']]);
    expect(npis(['60054'])).toEqual([
      [OTHER_NPI, 'yours'],
      [NPI, 'waiting'],
    ]);
  });

  test('ERAs are asked about once claims are approved, and no more once somebody said how they stand', () => {
    const era = enrolled('not-needed', { kind: 'era' });
    expect(steps([enrolled('approved')]).map(({ kind, state }) => [kind, state])).toEqual([
      ['era', 'yours'],
      ['edi', 'done'],
    ]);
    expect(steps([enrolled('approved'), era]).map(({ state }) => state)).toEqual(['done', 'done']);
  });

  test('ERAs are asked about by the list, for whose claims nothing is needed or on record', () => {
    const found = steps([], { payers: [payer('60054'), payer('22222')], listedEra: ['60054'] });
    expect(found.map(({ kind, payerId, state }) => [kind, payerId, state])).toEqual([
      ['era', '60054', 'yours'],
    ]);
    expect(steps([enrolled('sent', { kind: 'era' })], { listedEra: ['60054'] })).toHaveLength(1);
  });

  test('Medicare asks by its kind, whether a list is there or not', () => {
    expect(steps([], { payers: [MEDICARE] }).map(({ kind, payerId }) => [kind, payerId])).toEqual([
      ['edi', MEDICARE.payerId],
    ]);
  });

  test('of whom the list says nothing it is not known, unless the practice or the kind of payer says it', () => {
    const payers = [
      payer('1A'),
      payer('2B', { isEnrollmentMissing: true }),
      payer('3C'),
      payer('4D'),
      MEDICARE,
    ];
    const { billingProvider } = exampleClaim;
    const notKnown = payersNotKnown({
      enrollments: [enrolled('not-needed', { payerId: '3C' })],
      practice: { payers, billingProvider },
      notSaidPayerIds: ['1A', '2B', '3C', MEDICARE.payerId],
    });
    expect(notKnown.map(({ payerId }) => payerId)).toEqual(['1A']);
  });

  test('the VA pays only whom it has on file', () => {
    expect(steps([], { payers: [VA] })).toMatchObject([
      { kind: 'eft', state: 'yours', words: expect.stringContaining('VA Form 10091') },
    ]);
  });
});

test('what is due comes first, the longest due before it; then what waits; then what is done', () => {
  const payers = ['1A', '2B', '3C', '4D'].map((id) => payer(id));
  const sent = (payerId: string, sentOn: string) => enrolled('sent', { payerId, sentOn: day(sentOn) });
  const all = [
    enrolled('not-needed', { payerId: '1A' }),
    sent('2B', '2026-11-10'),
    sent('3C', '2026-09-20'),
    sent('4D', '2026-09-10'),
  ];
  expect(steps(all, { payers }).map(({ payerId }) => payerId)).toEqual(['4D', '3C', '2B', '1A']);
});
