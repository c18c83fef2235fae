/** Holds against one another what a 277CA says in several places: totals and claims, action and category. */
import { formatMoney } from '@claimside/shared/values';
import type { Fault, Segment } from '../../x12/index.ts';
import { isFields } from '../guide/fields.ts';
import type { Frame } from '../guide/frame.ts';
import type { Fields, SegmentRule } from '../guide/rules.ts';
import type { ReportPlace, SetWatch } from '../parts/answers/kind.ts';

/** Answers come from payers and clearinghouses: only they can mend them. */
const ASK_SENDER = 'Ask whoever sent the file for a corrected one.';

/** Of one level with an answer of its own. */
interface Counted {
  readonly claims: Record<Verdict, { count: number; amount: number }>;
  /** QTY and AMT, by the field that they fill. */
  readonly stated: Map<string, { readonly segment: Segment; readonly path: string }>;
  /** How many errors there were when it opened: a claim that is not read as it should be is not counted as it should be. */
  readonly errors: number;
}
type Verdict = 'accepted' | 'rejected';

const COUNTING = new Set(['2000B', '2000C']);

export class StatusWatch implements SetWatch {
  readonly #report: ReportPlace;
  readonly #open = new Map<Frame, Counted>();
  #errors = 0;

  constructor(report: ReportPlace) {
    this.#report = report;
  }

  opened(frame: Frame): void {
    if (!COUNTING.has(frame.loop.rule.id)) return;
    const none = () => ({ count: 0, amount: 0 });
    this.#open.set(frame, {
      claims: { accepted: none(), rejected: none() },
      stated: new Map(),
      errors: this.#errors,
    });
  }

  faulty(): void {
    this.#errors += 1;
  }

  placed(segment: Segment, rule: SegmentRule, frame: Frame): void {
    if (segment.id === 'STC') this.#checkStatus(segment, frame);
    else if (segment.id === 'QTY' || segment.id === 'AMT') {
      const field = FIELDS[`${segment.id}*${[...(rule.qualifier?.codes ?? [])][0]}`];
      const counted = frame.parent && this.#open.get(frame.parent);
      if (field && counted) counted.stated.set(field, { segment, path: frame.path });
    }
  }

  closed(frame: Frame): void {
    if (frame.loop.rule.id === '2200D') this.#count(frame);
    const counted = this.#open.get(frame);
    if (!counted) return;
    this.#open.delete(frame);
    if (counted.errors === this.#errors) this.#checkTotals(counted, frame.target);
  }

  #count(frame: Frame): void {
    const { statuses } = frame.target;
    const [first] = Array.isArray(statuses) ? statuses.filter(isFields) : [];
    if (!first) return;
    const verdict: Verdict = first.action === 'WQ' ? 'accepted' : 'rejected';
    for (const { claims } of this.#open.values()) {
      claims[verdict].count += 1;
      claims[verdict].amount += typeof first.amount === 'number' ? first.amount : 0;
    }
  }

  /** Where no claim is named the batch was answered as a whole, and there is nothing to count. */
  #checkTotals({ claims, stated }: Counted, { answer }: Fields): void {
    if (!isFields(answer) || claims.accepted.count + claims.rejected.count === 0) return;
    for (const [field, { segment, path }] of stated) {
      const verdict: Verdict = field.startsWith('accepted') ? 'accepted' : 'rejected';
      const isCount = field.endsWith('Count');
      const counted = isCount ? claims[verdict].count : claims[verdict].amount;
      const said = answer[field];
      if (typeof said !== 'number' || said === counted) continue;
      const shown = (value: number) => (isCount ? String(value) : formatMoney(value as never));
      const what = isCount ? `claims that are ${verdict}` : `charges of claims that are ${verdict}`;
      this.#report(
        segment,
        {
          code: isCount ? 'TOTAL-COUNT' : 'TOTAL-AMOUNT',
          severity: 'warning',
          snip: 3,
          message: `${segment.id}02 says ${shown(said)} for ${what}; those named come to ${shown(counted)}.`,
          expected: shown(counted),
          fix: 'See that no claim is missing from the answer.',
        },
        path,
        2,
      );
    }
  }

  #checkStatus(segment: Segment, frame: Frame): void {
    const fault = statusFault(segment);
    if (fault) this.#report(segment, fault, frame.path, fault.code === 'STATUS-CONFLICT' ? 3 : 1);
  }
}

const FIELDS: Readonly<Record<string, string>> = {
  'QTY*90': 'acceptedCount',
  'QTY*AA': 'rejectedCount',
  'QTY*QA': 'acceptedCount',
  'QTY*QC': 'rejectedCount',
  'AMT*YU': 'acceptedAmount',
  'AMT*YY': 'rejectedAmount',
};

const ACCEPTING = /^A[0125]$/;
const REJECTING = /^A[678]$|^A3$/;

function statusFault(segment: Segment): Fault | undefined {
  const codes = [1, 10, 11].filter((at) => segment.element(at) !== '');
  if (codes.some((at) => segment.component(at, 2) === '')) return undefined;
  const categories = codes.map((at) => segment.component(at, 1).toUpperCase());
  const action = segment.element(3).toUpperCase();
  const rejects = categories.some((category) => REJECTING.test(category));
  const accepts = categories.length > 0 && categories.every((category) => ACCEPTING.test(category));
  if ((action === 'WQ' && rejects) || (action === 'U' && accepts))
    return {
      code: 'STATUS-CONFLICT',
      severity: 'warning',
      snip: 4,
      message: `STC03 ${action === 'U' ? 'rejects' : 'accepts'}, and the category in STC01 says the opposite; it is taken as rejected.`,
      fix: ASK_SENDER,
    };
  const other = categories.find((category) => !/^A\d$/.test(category));
  if (other === undefined) return undefined;
  return {
    code: 'STATUS-CATEGORY',
    severity: 'warning',
    snip: 5,
    message: 'This category is of an answer to a request, not of an acknowledgement of claims (A0 to A8).',
    value: other,
    fix: ASK_SENDER,
  };
}
