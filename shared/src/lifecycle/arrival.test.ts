/** What payers say in the course of months comes to the same in whatever order it arrives: after an outage, it all comes at once. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, cents, type IsoDate, type UtcInstant } from '../values/index.ts';
import {
  type Adjustment,
  type ClaimEvent,
  type ClaimFact,
  type ClaimStatus,
  foldClaim,
  lastWords,
} from './index.ts';
import { adjust, CHARGE, payment, sent } from './testing.ts';

const day = (number: number): IsoDate => addDays('2026-01-01' as IsoDate, number);

/** All in one round, long after the last of it was said; what came earlier has the lower number. */
const arrived = (facts: readonly ClaimFact[]): ClaimEvent[] =>
  facts.map((fact, i) => ({
    id: JSON.stringify(fact),
    at: `2026-12-01T10:00:00.${String(i).padStart(3, '0')}Z` as UtcInstant,
    source: { kind: 'system' },
    fact,
  }));

const WORDS = [
  'clearinghouse-pended',
  'clearinghouse-received',
  'clearinghouse-accepted',
  'clearinghouse-rejected',
  'payer-received',
  'payer-accepted',
  'payer-rejected',
] as const;
const dated = (saidOn: IsoDate) => ({ codes: [], message: 'invented', saidOn });
const wordOf = (what: (typeof WORDS)[number] | 'clearinghouse' | 'payer', number: number): ClaimFact =>
  what === 'clearinghouse' || what === 'payer'
    ? { type: 'unclear', by: what, ...dated(day(number)) }
    : ({ type: what, ...dated(day(number)) } as ClaimFact);
const words = fc
  .array(fc.constantFrom(...WORDS, 'clearinghouse' as const, 'payer' as const), { maxLength: 7 })
  .map((said) => said.map(wordOf));

/** The facts, each of a day of its own, and another order in which they came. */
const alsoShuffled = <Facts extends readonly ClaimFact[]>(facts: Facts) =>
  fc.shuffledSubarray([...facts], { minLength: facts.length });

test('what was said before the decision', () => {
  fc.assert(
    fc.property(
      words.chain((facts) => fc.tuple(fc.constant(facts), alsoShuffled(facts))),
      ([told, shuffled]) => {
        const [straight, other] = [told, shuffled].map((facts) => arrived([sent, ...facts]));
        const { status, awaits, money } = foldClaim(CHARGE, straight ?? []);
        expect(foldClaim(CHARGE, other ?? [])).toMatchObject({ status, awaits, money });
        expect(lastWords(other ?? []).isContested).toBe(lastWords(straight ?? []).isContested);
      },
    ),
  );
});

/** What a payer does next with a claim; what it can't do as things stand, it leaves. */
type Step =
  | { readonly does: 'deny' | 'tell again' | 'take back' }
  /** `share` is the patient's of what the payer decides on; zero pays all of it, 1 none. */
  | { readonly does: 'decide'; readonly share: number; readonly isSentOn: boolean };

const steps = fc.array(
  fc.oneof(
    fc.record({ does: fc.constantFrom('deny' as const, 'tell again' as const, 'take back' as const) }),
    fc.record({
      does: fc.constant('decide' as const),
      share: fc.constantFrom(0, 0.25, 1),
      isSentOn: fc.boolean(),
    }),
  ),
  { maxLength: 6 },
);

interface Decision {
  readonly code: string;
  readonly paid: number;
  readonly adjustments: readonly Adjustment[];
}

interface Payer {
  readonly name: string;
  readonly codes: readonly [decided: string, sentOn: string];
  /** What it decides on, and what was done before it. */
  readonly left: number;
  readonly before: readonly Adjustment[];
  readonly from: number;
}

/** All that it tells, and what of it stands in the end; undefined where it took back what it had decided. */
function course(payer: Payer, taken: readonly Step[]) {
  const told: ClaimFact[] = [];
  let stands: Decision | undefined;
  const tell = ({ code, paid, adjustments }: Decision) => {
    const number = payer.from + told.length;
    const fact = payment(paid, [...adjustments], code, `${payer.name}${number}`);
    if (fact.type !== 'payment') return;
    const who = { payerName: payer.name, payerClaimControlNumber: payer.name };
    const trace = { paymentKey: `${payer.name}${number}`, paymentDate: day(number) };
    told.push({ ...fact, payment: { ...fact.payment, ...who, ...trace } });
  };
  for (const step of taken) {
    if (step.does === 'decide' && (stands === undefined || stands.paid === 0)) {
      const share = Math.round(payer.left * step.share);
      stands = {
        code: payer.codes[step.isSentOn ? 1 : 0],
        paid: payer.left - share,
        adjustments: [...payer.before, ...(share > 0 ? [adjust('PR', '2', share)] : [])],
      };
      tell(stands);
    } else if (step.does === 'deny' && (stands === undefined || stands.paid === 0)) {
      stands = { code: '4', paid: 0, adjustments: [...payer.before, adjust('CO', '197', payer.left)] };
      tell(stands);
    } else if (step.does === 'tell again' && stands?.paid === 0) tell(stands);
    else if (step.does === 'take back' && stands) {
      const mirrored = stands.adjustments.map((each) => ({ ...each, amount: cents(-each.amount) }));
      tell({ code: '22', paid: -stands.paid, adjustments: mirrored });
      stands = undefined;
    }
  }
  return { told, stands };
}

const shareOf = (decision: Decision | undefined): number =>
  (decision?.adjustments ?? []).reduce((sum, { group, amount }) => sum + (group === 'PR' ? amount : 0), 0);
const isSentOn = ({ code }: Decision) => ['19', '20'].includes(code);

/** By the last decision of each payer that stands. */
function outcome(first: Decision | undefined, second: Decision | undefined) {
  const last = second ?? first;
  const paid = (first?.paid ?? 0) + (second?.paid ?? 0);
  const share = last && !isSentOn(last) ? shareOf(last) : 0;
  const open = CHARGE - paid - share;
  const decided = (): ClaimStatus => {
    if (!last) return 'reversed';
    if (paid === 0 && last.code === '4') return 'denied';
    if (open > 0 && isSentOn(last)) return 'with-payer';
    return open === 0 && share === 0 ? 'paid' : 'partly-paid';
  };
  return { status: decided(), money: { paid, patientResponsibility: share, open } };
}

const FIRST: Payer = { name: 'FIRST', codes: ['1', '19'], left: CHARGE, before: [], from: 0 };
const after = (first: Decision): Payer => ({
  name: 'SECOND',
  codes: ['2', '20'],
  left: shareOf(first),
  before: [adjust('OA', '23', CHARGE - shareOf(first))],
  from: 100,
});

const told = fc
  .tuple(steps, steps, words)
  .chain(([firstSteps, secondSteps, before]) => {
    const first = course(FIRST, firstSteps);
    const isNext = first.stands !== undefined && first.stands.paid > 0 && shareOf(first.stands) > 0;
    const second = isNext && first.stands ? course(after(first.stands), secondSteps) : undefined;
    const facts = [...first.told, ...(second?.told ?? [])];
    return fc.record({
      first: fc.constant(first),
      second: fc.constant(second),
      shuffled: alsoShuffled([...before, ...facts]),
    });
  })
  .filter(({ first }) => first.told.length > 0);

test('denials, decisions that pay nothing, payments, reversals and corrections, of one payer and of the next', () => {
  fc.assert(
    fc.property(told, ({ first, second, shuffled }) => {
      const expected = outcome(first.stands, second?.stands);
      expect(foldClaim(CHARGE, arrived([sent, ...shuffled]))).toMatchObject(expected);
    }),
  );
});

test('the same where the next insurance was billed from here', () => {
  fc.assert(
    fc.property(told, ({ first, second, shuffled }) => {
      fc.pre(first.stands !== undefined && second !== undefined);
      const own = second?.told ?? [];
      const followed = {
        type: 'followed',
        how: 'next-payer',
        claimId: '2',
        patientControlNumber: 'C2',
      } as const;
      const earlier = arrived([...shuffled.filter((fact) => !own.includes(fact)), followed]);
      const state = foldClaim(
        CHARGE,
        arrived([sent, ...shuffled.filter((fact) => own.includes(fact))]),
        earlier,
      );
      const { money } = outcome(first.stands, second?.stands);
      const isOpen = second?.stands === undefined;
      const share = isOpen ? 0 : money.patientResponsibility;
      expect(state.money).toMatchObject({
        paid: money.paid,
        patientResponsibility: share,
        open: CHARGE - money.paid - share,
      });
      if (isOpen) expect(state.status).toBe(own.length === 0 ? 'sent' : 'reversed');
    }),
  );
});
