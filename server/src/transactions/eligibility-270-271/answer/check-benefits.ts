/** Holds against one another what a 271 says in several places, and tells what it leaves unsaid: amounts, shares, a word about each patient. */
import type { Fault, Segment } from '../../../x12/index.ts';
import { isFields } from '../../guide/fields.ts';
import type { Frame } from '../../guide/frame.ts';
import type { Fields } from '../../guide/rules.ts';
import type { ReportPlace, SetWatch } from '../../parts/answers/kind.ts';

/** Answers come from payers: only they can mend them. */
const ASK_PAYER = 'Ask the payer by phone; the answer is used as far as it goes.';

const BENEFITS = new Set(['2110C', '2110D']);
const PERSONS = new Set(['2000C', '2000D']);

interface Open {
  /** The first of the loop. */
  segment?: Segment;
  readonly ids: Set<string>;
  hasFault: boolean;
}

export class BenefitWatch implements SetWatch {
  readonly #report: ReportPlace;
  readonly #open = new Map<Frame, Open>();

  constructor(report: ReportPlace) {
    this.#report = report;
  }

  opened(frame: Frame): void {
    const { id } = frame.loop;
    if (BENEFITS.has(id) || PERSONS.has(id)) this.#open.set(frame, { ids: new Set(), hasFault: false });
  }

  placed(segment: Segment): void {
    for (const open of this.#open.values()) {
      open.segment ??= segment;
      open.ids.add(segment.id);
    }
  }

  /** What a loop lacks may follow from any error within. */
  faulty(): void {
    for (const open of this.#open.values()) open.hasFault = true;
  }

  closed(frame: Frame): void {
    const open = this.#open.get(frame);
    this.#open.delete(frame);
    if (open?.segment === undefined || open.hasFault) return;
    const found = BENEFITS.has(frame.loop.id) ? benefitFault(frame.target, open.ids) : silenceOf(frame);
    if (found) this.#report(open.segment, found, frame.path, found.element);
  }
}

type Found = Fault & { readonly element?: number };

/** What EB01 says that the patient pays, and what then must be said. */
const PAID: Readonly<Record<string, string>> = {
  A: 'a coinsurance',
  B: 'a copay',
  C: 'a deductible',
  G: 'a limit of what the patient pays',
};

function benefitFault(
  { information, amount, percent, relatedParties }: Fields,
  ids: ReadonlySet<string>,
): Found | undefined {
  const warning = { severity: 'warning', snip: 4, fix: ASK_PAYER } as const;
  const paid = PAID[String(information)];
  if (paid !== undefined && amount === undefined && percent === undefined)
    return {
      ...warning,
      code: 'BENEFIT-VALUE',
      message: `EB01 tells of ${paid}, and neither an amount (EB07) nor a share (EB08) stands there.`,
    };
  if (typeof percent === 'number' && percent > 1)
    return {
      ...warning,
      code: 'BENEFIT-PERCENT',
      element: 8,
      message: 'EB08 is more than 1: a share is written as a part of one, 20 percent as 0.2.',
    };
  if (Array.isArray(relatedParties) && !(ids.has('LS') && ids.has('LE')))
    return {
      ...warning,
      code: 'RELATED-BOUNDS',
      message: 'Related parties (NM1 of 2120) stand without LS before them or LE behind them.',
      fix: 'Write LS*2120 before the first and LE*2120 behind the last.',
    };
  return undefined;
}

/** A person about whom nothing is said, neither there nor above. */
function silenceOf({ target, parent }: Frame): Found | undefined {
  const lists = [target.benefits, target.rejections, target.dependents];
  for (let above = parent; above; above = above.parent) {
    const { party, rejections } = above.target;
    lists.push(rejections, isFields(party) ? party.rejections : undefined);
  }
  if (lists.some((list) => Array.isArray(list) && list.length > 0)) return undefined;
  return {
    code: 'ANSWER-EMPTY',
    severity: 'warning',
    snip: 4,
    message: 'Nothing is said of this person: no benefit (EB), and no reason why not (AAA).',
    fix: ASK_PAYER,
  };
}
