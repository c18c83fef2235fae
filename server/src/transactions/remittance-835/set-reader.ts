/** Reads one 835 set claim by claim: follows the guide, fills the model, keeps what it has no place for. */
import { type Fault, type FindingList, locationOf, type Segment } from '../../x12/index.ts';
import { type Candidate, type CompiledLoop, compileGuide } from '../guide/compile.ts';
import type { Frame } from '../guide/frame.ts';
import { LeftoverList, type Standing } from '../guide/leftover-list.ts';
import type { Fields, SegmentRule } from '../guide/rules.ts';
import type { Visitor } from '../guide/visitor.ts';
import { Walker } from '../guide/walk.ts';
import { TrueComposites } from '../parts/composites.ts';
import type { OpenSet } from '../parts/file-reader.ts';
import type { ReadClaimPayment, RemittanceFileVisitor } from './file-parts.ts';
import { GUIDE_835, SET_END } from './guide/index.ts';
import { lackingIn, saysAll } from './not-said.ts';
import { emptyLine, emptyPayment, emptyRemittance, type FillingPayment } from './open-parts.ts';
import type { SetWatch } from './set-watch.ts';

const GUIDE = compileGuide(GUIDE_835);

/** What claims and lines must say. */
const AMOUNTS = ['chargeAmount', 'paidAmount'] as const;

/** The claim under way. */
interface OpenClaim {
  readonly payment: FillingPayment;
  readonly leftovers: LeftoverList;
  readonly frame: Frame;
  readonly first: Segment;
}

export class SetReader implements Visitor, OpenSet {
  readonly #findings: FindingList;
  readonly #visitor: Partial<RemittanceFileVisitor<ReadClaimPayment>>;
  readonly #watch: SetWatch | undefined;
  readonly #setControlNumber: string;
  readonly #walker: Walker;
  readonly #composites: TrueComposites;
  readonly #remittance = emptyRemittance();
  readonly #head = new LeftoverList();
  readonly #end = new LeftoverList();
  #version = '';
  #isHeadTold = false;
  /** The open group; told with its first claim, or when it ends. */
  #group: { readonly fields: Fields; readonly leftovers: LeftoverList; isTold: boolean } | undefined;
  #claim: OpenClaim | undefined;
  /** The target of the loop that is about to open. */
  #made = emptyPayment();
  /** The segment under way. */
  #standing: Standing | undefined;
  #lastOrdinal = 0;
  #isSilent = false;

  constructor(
    findings: FindingList,
    setControlNumber: string,
    visitor: Partial<RemittanceFileVisitor<ReadClaimPayment>>,
    watch?: SetWatch,
  ) {
    this.#findings = findings;
    this.#setControlNumber = setControlNumber;
    this.#visitor = visitor;
    this.#watch = watch;
    this.#composites = new TrueComposites({
      report: (segment, fault, element) => this.report(segment, fault, '', element),
    });
    this.#walker = new Walker(GUIDE, this, this.#remittance);
  }

  take(segment: Segment): void {
    if (segment.id === 'ST') this.#version = segment.element(3);
    this.#walker.take(this.#composites.take(segment));
  }

  finish(isCutOff: boolean): void {
    if (isCutOff && this.#claim) {
      const message = 'The file ends within this claim.';
      const fix = 'Have the file made or sent again: it was cut off.';
      this.report(this.#claim.first, { code: 'CLAIM-CUT-OFF', message, fix }, this.#claim.frame.path);
    }
    this.#isSilent = isCutOff;
    this.#walker.finish();
    this.#tellHead();
    this.#tellGroup();
    const { providerAdjustments } = this.#remittance;
    const notInModel = this.#end.toArray();
    this.#watch?.ended(providerAdjustments, isCutOff);
    this.#visitor.remittanceEnd?.({
      providerAdjustments,
      ...(notInModel.length > 0 ? { notInModel } : {}),
    });
  }

  target({ id }: CompiledLoop): Fields | undefined {
    if (id === '2000') return this.#openGroup();
    if (id === '2100') {
      this.#tellGroup();
      this.#made = emptyPayment();
      return this.#made;
    }
    if (id !== '2110') return undefined;
    const line = emptyLine();
    this.#claim?.payment.lines.push(line);
    return line;
  }

  opened(frame: Frame, segment: Segment): void {
    this.#begin(frame, segment);
  }

  openedWithout(frame: Frame, segment: Segment): void {
    this.#begin(frame, segment);
  }

  /** `first` opens the loop, or is the first of one that lost its opening. */
  #begin(frame: Frame, first: Segment): void {
    const { id } = frame.loop;
    if (id === '2100') {
      this.#claim = { payment: this.#made, leftovers: new LeftoverList(), frame, first };
      this.#watch?.claimOpened(first, frame);
    } else if (id === '2110') this.#watch?.lineOpened(first, frame);
  }

  #openGroup(): Fields {
    this.#tellHead();
    this.#tellGroup();
    const fields: Fields = {};
    this.#group = { fields, leftovers: new LeftoverList(), isTold: false };
    return fields;
  }

  closed({ loop, isLost }: Frame): void {
    if (loop.id === '2100' && !isLost) this.#tellClaim();
  }

  placed(segment: Segment, candidate: Candidate, frame: Frame, occurrence: number): Fields | undefined {
    this.#lastOrdinal = segment.ordinal;
    const leftovers = this.#leftoversOf(segment, frame);
    // What comes too late for the part that it belongs to is kept with what stands around it.
    if (!isOfEnd(segment) && this.#isTold(frame)) {
      this.#keepWhole(segment, leftovers);
      return undefined;
    }
    this.#standing = leftovers.at(segment, candidate.segment, frame, occurrence);
    if (segment.id === 'BPR') this.#watch?.payment(segment, frame.path);
    return frame.target;
  }

  keepElement(element: number, component?: number): void {
    if (!this.#standing) return;
    const { segment, frame } = this.#standing;
    this.#leftoversOf(segment, frame).addElement(this.#standing, element, component);
    this.#watch?.unread(segment, element === 0 ? undefined : element);
  }

  unheld(segment: Segment, frame: Frame): void {
    this.#lastOrdinal = segment.ordinal;
    this.#keepWhole(segment, this.#leftoversAt(frame));
  }

  #keepWhole(segment: Segment, leftovers: LeftoverList): void {
    leftovers.addWhole(segment, leftovers === this.#end ? SET_END : undefined);
    this.#watch?.unread(segment, undefined);
  }

  report(segment: Segment, fault: Fault, loop: string, element?: number, component?: number): void {
    if (this.#isSilent) return;
    // Payers put REF and DTM in any order: nothing is lost by it.
    const severity = fault.code === 'SEGMENT-ORDER' ? { severity: 'warning' as const } : {};
    const location = locationOf(segment, loop, element, component);
    this.#findings.add(location, { ...this.#about(), ...fault, ...severity });
  }

  missing(after: Segment, rule: SegmentRule, _: Frame, fault: Fault | undefined, loop: string): void {
    if (this.#isSilent || !fault) return;
    const location = { ...locationOf(after, loop), segmentId: rule.id };
    this.#findings.add(location, { ...this.#about(), ...fault });
  }

  /** CLP01 of the claim under way; TRN02 outside of one. */
  #about(): { readonly claim: string } {
    return { claim: this.#claim?.payment.patientControlNumber ?? this.#remittance.traceNumber };
  }

  #leftoversOf(segment: Segment, frame: Frame): LeftoverList {
    return isOfEnd(segment) ? this.#end : this.#leftoversAt(frame);
  }

  /** Of the innermost part that is not told yet. */
  #leftoversAt(frame: Frame): LeftoverList {
    if (this.#claim) return this.#claim.leftovers;
    if (this.#group && !this.#group.isTold && frame.parent) return this.#group.leftovers;
    return this.#isHeadTold ? this.#end : this.#head;
  }

  /** True of a part that was told already, and of a head or group into which nothing can be added any more. */
  #isTold(frame: Frame): boolean {
    const part = frame.level.loop.id;
    if (part === '2100') return false;
    return part === '2000' ? this.#group?.isTold === true : this.#isHeadTold;
  }

  /** When the first group opens, no segment of the head can follow. */
  #tellHead(): void {
    if (this.#isHeadTold) return;
    this.#isHeadTold = true;
    const lacks = lackingIn(this.#remittance, ['paymentAmount']);
    const { providerAdjustments: _, ...head } = this.#remittance;
    const notInModel = this.#head.toArray();
    this.#watch?.head(head, lacks);
    this.#visitor.remittance?.({
      controlNumber: this.#setControlNumber,
      ...(this.#version === '' ? {} : { version: this.#version }),
      head,
      ...(lacks.length > 0 ? { lacks } : {}),
      ...(notInModel.length > 0 ? { notInModel } : {}),
    });
  }

  #tellGroup(): void {
    const group = this.#group;
    if (!group || group.isTold) return;
    group.isTold = true;
    const notInModel = group.leftovers.toArray();
    this.#visitor.claimGroup?.({ group: group.fields, ...(notInModel.length > 0 ? { notInModel } : {}) });
  }

  #tellClaim(): void {
    const open = this.#claim;
    if (!open) return;
    this.#claim = undefined;
    const { payment, first, leftovers } = open;
    const lacks = saysAll(payment) ? [] : lackingIn(payment, AMOUNTS);
    for (let at = 0; at < payment.lines.length; at += 1) {
      const line = payment.lines[at];
      if (line && !saysAll(line)) lacks.push(...lackingIn(line, AMOUNTS, `lines.${at}.`));
    }
    const notInModel = leftovers.toArray();
    this.#watch?.claimEnded(payment, lacks);
    this.#visitor.claim?.({
      payment,
      ...(lacks.length > 0 ? { lacks } : {}),
      ...(notInModel.length > 0 ? { notInModel } : {}),
      position: {
        transactionSetControlNumber: this.#setControlNumber,
        firstOrdinal: first.ordinal,
        lastOrdinal: this.#lastOrdinal,
      },
    });
  }
}

/** What stands behind the claims. */
function isOfEnd({ id }: Segment): boolean {
  return id === 'PLB' || id === 'SE';
}
