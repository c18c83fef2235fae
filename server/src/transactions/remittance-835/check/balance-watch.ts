/** Balances a remittance while it is read, and tells each equation that fails at the amount that states its outcome. */
import { cents } from '@claimside/shared/values';
import {
  type FindingList,
  locationOf,
  type Segment,
  writeCents,
  type X12Location,
} from '../../../x12/index.ts';
import type { Frame } from '../../guide/frame.ts';
import { type BalanceFinding, RunningBalance, signedPayment } from '../balance.ts';
import { equationText } from '../balance-text.ts';
import type { ClaimPayment, ProviderAdjustment, RemittanceHead } from '../model/index.ts';
import type { SetWatch } from '../set-watch.ts';
import { withoutConsequences } from './consequences.ts';

/** Elements without which the equations of their part say nothing. */
const AMOUNTS: ReadonlyMap<string, readonly number[]> = new Map([
  ['BPR', [2]],
  ['CLP', [3, 4]],
  ['SVC', [2, 3]],
  ['CAS', Array.from({ length: 18 }, (_, at) => at + 2)],
  ['PLB', Array.from({ length: 14 }, (_, at) => at + 1)],
]);
/** Those of which the payment as a whole is made. */
const OF_CHECK: ReadonlySet<string> = new Set(['BPR', 'CLP', 'PLB']);

interface Place {
  readonly segment: Segment;
  readonly frame: Frame;
}

export class BalanceWatch implements SetWatch {
  readonly #findings: FindingList;
  #payment: X12Location | undefined;
  #stated = cents(0);
  #traceNumber = '';
  readonly #balance = new RunningBalance();
  /** How much of what is wrong with the check claims have told already. */
  #toldByClaims = 0;
  #isCheckUncertain = false;
  #isClaimUncertain = false;
  #claim: Place | undefined;
  #lines: Place[] = [];

  constructor(findings: FindingList) {
    this.#findings = findings;
  }

  payment(segment: Segment, loop: string): void {
    this.#payment = locationOf(segment, loop, 2);
  }

  head(head: RemittanceHead, lacks: readonly string[]): void {
    this.#stated = signedPayment(head);
    this.#traceNumber = head.traceNumber;
    if (lacks.length > 0) this.#isCheckUncertain = true;
  }

  claimOpened(segment: Segment, frame: Frame): void {
    this.#claim = { segment, frame };
    this.#lines = [];
    this.#isClaimUncertain = false;
  }

  lineOpened(segment: Segment, frame: Frame): void {
    this.#lines.push({ segment, frame });
  }

  unread({ id }: Segment, element: number | undefined): void {
    const amounts = AMOUNTS.get(id);
    if (!amounts || (element !== undefined && !amounts.includes(element))) return;
    this.#isClaimUncertain = true;
    if (OF_CHECK.has(id) || !this.#claim) this.#isCheckUncertain = true;
  }

  /** A fault of an amount was told where it stands: what does not add up because of it is not told. */
  claimEnded(payment: ClaimPayment, lacks: readonly string[]): void {
    const place = this.#claim;
    this.#claim = undefined;
    const failed = this.#balance.claim(payment);
    if (lacks.includes('paidAmount')) this.#isCheckUncertain = true;
    if (!place || this.#isClaimUncertain || lacks.length > 0) return;
    const told = withoutConsequences(failed);
    for (const finding of told) {
      if (finding.level === 'claim') this.#toldByClaims += finding.stated - finding.computed;
      this.#tell(finding, this.#placeOf(finding, place));
    }
  }

  ended(providerAdjustments: readonly ProviderAdjustment[], isCutOff: boolean): void {
    if (isCutOff || this.#isCheckUncertain || !this.#payment) return;
    for (const finding of this.#balance.end(this.#stated, providerAdjustments)) {
      if (finding.computed - finding.stated === this.#toldByClaims) continue;
      this.#tell({ ...finding, patientControlNumber: this.#traceNumber }, this.#payment);
    }
  }

  #placeOf({ level, line = 0 }: BalanceFinding, claim: Place): X12Location {
    const { segment, frame } = level === 'line' ? (this.#lines[line] ?? claim) : claim;
    return locationOf(segment, frame.path, level === 'claim' ? 4 : 3);
  }

  #tell(finding: BalanceFinding, location: X12Location): void {
    const { level, computed, stated, patientControlNumber } = finding;
    this.#findings.add(location, {
      code: `BALANCE-${level.toUpperCase()}`,
      snip: 3,
      message: sentence(equationText(finding)),
      value: writeCents(stated),
      expected: writeCents(computed),
      claim: patientControlNumber,
      fix: 'Do not post it: ask the payer for a corrected remittance.',
    });
  }
}

const sentence = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
