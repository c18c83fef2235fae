/** Writes the segments of one 837P set by the guide; counts, HL and LX numbers and totals are worked out here. */
import { draftTotalCharge } from '@claimside/shared/claim';
import { type Separators, writeCents } from '../../x12/index.ts';
import { isFields } from '../guide/fields.ts';
import type { Leftover } from '../guide/leftovers.ts';
import type { Fields, LoopRule } from '../guide/rules.ts';
import { type Fold, SegmentText } from '../guide/segment-text.ts';
import { writeLoop } from '../guide/write-loop.ts';
import { BILLING_LEVEL, CLAIM_LOOP, HEAD_LOOP, PATIENT_LEVEL, SUBSCRIBER_LEVEL } from './guide/index.ts';
import { levelsOf } from './levels.ts';
import type { ClaimRecord, ClaimSetHead } from './model.ts';

export interface SetWriterOptions {
  readonly separators: Separators;
  readonly fold: Fold;
  /** ST02. */
  readonly setControlNumber: string;
  /** ST03. */
  readonly version: string;
  /**
   * True: claims of one subscriber share a level where they stand together. False: each claim has levels of its own from
   * the subscriber on, so that every segment from there belongs to exactly one claim.
   */
  readonly sharesLevels: boolean;
}

/** Where a claim stands: ordinals of its first and last segment, ST = 1. */
export interface WrittenPlace {
  readonly firstOrdinal: number;
  readonly lastOrdinal: number;
}

export class SetWriter {
  readonly #options: SetWriterOptions;
  readonly #out: SegmentText;
  /** What each open level said, its HL left out, so that the next claim can share it. */
  #billing = '';
  #subscriber = '';
  #patient = '';
  /** HL01 of the last level, of the open billing provider and of the open subscriber. */
  #level = 0;
  #billingLevel = 0;
  #subscriberLevel = 0;
  #parent = 0;
  #hasChildren = false;
  #payToType = '2';
  #patientControlNumber = '';
  #total = '';
  #line = 0;

  constructor(options: SetWriterOptions, head: ClaimSetHead, headLeftovers?: readonly Leftover[]) {
    this.#options = options;
    this.#out = new SegmentText(options.separators, options.fold);
    this.#out.useLeftovers(headLeftovers);
    writeLoop(HEAD_LOOP, { ...head }, this.#out, this.#computed, '');
  }

  /** A subscriber level that a dependent's claim opened is only shared by claims of dependents. */
  add(record: ClaimRecord): WrittenPlace {
    const { patientControlNumber, claim, notInModel } = record;
    const { billing, subscriber, patient } = levelsOf(claim);
    this.#out.useLeftovers(notInModel);
    this.#payToType = isFields(billing.billingProvider) ? payToType(billing.billingProvider) : '2';
    this.#openBilling(billing);
    const before = this.#out.count;
    this.#openSubscriber(subscriber, patient !== undefined);
    if (patient) this.#openPatient(patient);
    this.#patientControlNumber = patientControlNumber;
    this.#total = writeCents(draftTotalCharge(claim));
    this.#line = 0;
    writeLoop(CLAIM_LOOP, { ...claim }, this.#out, this.#computed, '2300');
    return { firstOrdinal: before + 1, lastOrdinal: this.#out.count };
  }

  /** The text that is complete so far and was not taken yet. */
  take(): string {
    return this.#out.take();
  }

  /** The rest of the set, with its SE. */
  finish(): string {
    const { element, terminator } = this.#options.separators;
    const trailer =
      ['SE', String(this.#out.count + 1), this.#options.setControlNumber].join(element) + terminator;
    return this.take() + trailer;
  }

  #openBilling(billing: Fields): void {
    const said = this.#say(BILLING_LEVEL, billing, '2000A');
    if (said === this.#billing) return;
    this.#billing = said;
    this.#subscriber = '';
    this.#parent = 0;
    this.#billingLevel = this.#open(BILLING_LEVEL, billing, '2000A', true);
  }

  #openSubscriber(subscriber: Fields, hasPatient: boolean): void {
    if (this.#options.sharesLevels) {
      const said = `${hasPatient}${this.#say(SUBSCRIBER_LEVEL, subscriber, '2000B')}`;
      if (said === this.#subscriber) return;
      this.#subscriber = said;
    }
    this.#patient = '';
    this.#parent = this.#billingLevel;
    this.#subscriberLevel = this.#open(SUBSCRIBER_LEVEL, subscriber, '2000B', hasPatient);
  }

  #openPatient(patient: Fields): void {
    if (this.#options.sharesLevels) {
      const said = this.#say(PATIENT_LEVEL, patient, '2000C');
      if (said === this.#patient) return;
      this.#patient = said;
    }
    this.#parent = this.#subscriberLevel;
    this.#open(PATIENT_LEVEL, patient, '2000C', false);
  }

  #open(rule: LoopRule, target: Fields, place: string, hasChildren: boolean): number {
    this.#level += 1;
    this.#hasChildren = hasChildren;
    writeLoop(rule, target, this.#out, this.#computed, place);
    return this.#level;
  }

  /** What a level would say; the same numbers stand in every level that is compared. */
  #say(rule: LoopRule, target: Fields, place: string): string {
    const probe = new SegmentText(this.#options.separators, this.#options.fold);
    probe.copyLeftovers(this.#out);
    writeLoop(rule, target, probe, this.#computedForProbe, place);
    return probe.take();
  }

  readonly #computedForProbe = (name: string): string => (name === 'pay-to-type' ? this.#payToType : '');

  readonly #computed = (name: string): string => {
    switch (name) {
      case 'set-control-number':
        return this.#options.setControlNumber;
      case 'version':
        return this.#options.version;
      case 'level-number':
        return String(this.#level);
      case 'level-parent':
        return this.#parent === 0 ? '' : String(this.#parent);
      case 'level-children':
        return this.#hasChildren ? '1' : '0';
      case 'pay-to-type':
        return this.#payToType;
      case 'patient-control-number':
        return this.#options.fold(this.#patientControlNumber);
      case 'total-charge':
        return this.#total;
      case 'line-number':
        this.#line += 1;
        return String(this.#line);
      default:
        throw new Error(`the guide names a value that the writer does not know: ${name}`);
    }
  };
}

function payToType(billingProvider: Fields): string {
  const { name } = billingProvider;
  return isFields(name) && name.kind === 'person' ? '1' : '2';
}
