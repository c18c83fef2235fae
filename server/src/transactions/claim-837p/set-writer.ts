/** Writes the segments of one 837P set by the guide; counts, HL and LX numbers and totals are worked out here. */
import { isDeepStrictEqual } from 'node:util';
import { draftTotalCharge } from '@claimside/shared/claim';
import type { Cents } from '@claimside/shared/values';
import { type Separators, writeCents } from '../../x12/index.ts';
import { isFields } from '../guide/fields.ts';
import type { Leftover } from '../guide/leftovers.ts';
import type { Fields, LoopRule } from '../guide/rules.ts';
import { type Fold, SegmentText } from '../guide/segment-text.ts';
import { writeLoop } from '../guide/write-loop.ts';
import { BILLING_LEVEL, CLAIM_LOOP, HEAD_LOOP, PATIENT_LEVEL, SUBSCRIBER_LEVEL } from './guide/index.ts';
import { CLAIM_END, levelsOf } from './levels.ts';
import type { ClaimRecord, ClaimSetHead } from './model.ts';

export interface SetWriterOptions {
  readonly separators: Separators;
  readonly fold: Fold;
  /** ST02. */
  readonly setControlNumber: string;
  /** ST03. */
  readonly version: string;
}

/** Levels that end when one opens. */
const OPEN_BELOW: Readonly<Record<string, readonly string[]>> = {
  '2000A': ['2000B', '2000C'],
  '2000B': ['2000C'],
};

/** What an open level was written from. */
interface OpenLevel {
  readonly target: Fields;
  readonly payToType: string;
  readonly leftovers: ClaimRecord['notInModel'];
}

/** Where a claim stands: ordinals of its first and last segment, ST = 1. */
export interface WrittenPlace {
  readonly firstOrdinal: number;
  readonly lastOrdinal: number;
}

export class SetWriter {
  readonly #options: SetWriterOptions;
  readonly #out: SegmentText;
  /** By its loop, so that the next claim can share it. */
  readonly #openLevels = new Map<string, OpenLevel>();
  #isForDependents = false;
  /** HL01 of the last level, of the open billing provider and of the open subscriber. */
  #level = 0;
  #billingLevel = 0;
  #subscriberLevel = 0;
  #parent = 0;
  #hasChildren = false;
  #payToType = '2';
  #leftovers: ClaimRecord['notInModel'];
  #patientControlNumber = '';
  #total = '';
  #line = 0;

  constructor(options: SetWriterOptions, head: ClaimSetHead, headLeftovers?: readonly Leftover[]) {
    this.#options = options;
    this.#out = new SegmentText(options.separators, options.fold);
    this.#out.useLeftovers(headLeftovers);
    writeLoop(HEAD_LOOP, { ...head }, this.#out, this.#computed, '');
  }

  /**
   * Opens the levels that the claim names, and every one that would say something else than the open one. A subscriber level
   * that a dependent's claim opened is only shared by claims of dependents.
   */
  add(record: ClaimRecord): WrittenPlace {
    const { patientControlNumber, claim, notInModel, opens } = record;
    const { billing, subscriber, patient } = levelsOf(claim);
    this.#leftovers = notInModel;
    this.#out.useLeftovers(notInModel);
    this.#payToType = isFields(billing.billingProvider) ? payToType(billing.billingProvider) : '2';
    if (opens === 'billing' || !this.#isOpen(BILLING_LEVEL, billing)) {
      this.#parent = 0;
      this.#billingLevel = this.#open(BILLING_LEVEL, billing, true);
    }
    const before = this.#out.count;
    const hasChildren = patient !== undefined;
    const isShared = opens !== 'subscriber' && hasChildren === this.#isForDependents;
    if (!isShared || !this.#isOpen(SUBSCRIBER_LEVEL, subscriber)) {
      this.#parent = this.#billingLevel;
      this.#subscriberLevel = this.#open(SUBSCRIBER_LEVEL, subscriber, hasChildren);
      this.#isForDependents = hasChildren;
    }
    if (patient && (opens === 'patient' || !this.#isOpen(PATIENT_LEVEL, patient))) {
      this.#parent = this.#subscriberLevel;
      this.#open(PATIENT_LEVEL, patient, false);
    }
    this.#patientControlNumber = patientControlNumber;
    this.#total = writeCents(totalOf(record));
    this.#line = 0;
    writeLoop(CLAIM_LOOP, claim, this.#out, this.#computed, '2300');
    const behind = this.#out.leftoverAt(CLAIM_END);
    if (behind) this.#out.addElements('', [], behind);
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

  /** Gives the level's HL01; what it says ends what was open below it. */
  #open(rule: LoopRule, target: Fields, hasChildren: boolean): number {
    this.#level += 1;
    this.#hasChildren = hasChildren;
    writeLoop(rule, target, this.#out, this.#computed, rule.id);
    for (const other of OPEN_BELOW[rule.id] ?? []) this.#openLevels.delete(other);
    this.#openLevels.set(rule.id, this.#levelOf(target));
    return this.#level;
  }

  #levelOf(target: Fields): OpenLevel {
    return { target, payToType: this.#payToType, leftovers: this.#leftovers };
  }

  /** True when the level is open and says the same. */
  #isOpen(rule: LoopRule, target: Fields): boolean {
    const open = this.#openLevels.get(rule.id);
    if (open === undefined) return false;
    const level = this.#levelOf(target);
    if (isOfSameParts(open, level)) return true;
    return isDeepStrictEqual(open, level) || this.#textOf(rule, open) === this.#textOf(rule, level);
  }

  /** What a level says; its numbers are no part of that. */
  #textOf(rule: LoopRule, { target, payToType, leftovers }: OpenLevel): string {
    const out = new SegmentText(this.#options.separators, this.#options.fold);
    out.useLeftovers(leftovers);
    writeLoop(rule, target, out, (name) => (name === 'pay-to-type' ? payToType : ''), rule.id);
    return out.take();
  }

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

function totalOf({ claim, statedCharge }: ClaimRecord): Cents {
  const { serviceLines = [] } = claim;
  const isKnown = serviceLines.length > 0 && serviceLines.every((line) => line.chargeAmount !== undefined);
  return isKnown || statedCharge === undefined ? draftTotalCharge(claim) : statedCharge;
}

/** Levels of one object are told without a look into it. */
function isOfSameParts(one: OpenLevel, other: OpenLevel): boolean {
  if (one.payToType !== other.payToType || one.leftovers !== other.leftovers) return false;
  for (const name in other.target) if (one.target[name] !== other.target[name]) return false;
  for (const name in one.target) if (!(name in other.target)) return false;
  return true;
}

function payToType(billingProvider: Fields): string {
  const { name } = billingProvider;
  return isFields(name) && name.kind === 'person' ? '1' : '2';
}
