/** Writes the segments of one 835 set by the guide; counts are worked out here. */
import type { Separators } from '../../x12/index.ts';
import type { Fields } from '../guide/rules.ts';
import { type Fold, SegmentText } from '../guide/segment-text.ts';
import { writeLoop } from '../guide/write-loop.ts';
import type { WritableSet } from '../parts/file-writer.ts';
import type {
  BesideModel,
  ClaimGroupStart,
  ClaimPaymentRecord,
  RemittanceEnd,
  RemittanceStart,
} from './file-parts.ts';
import { CLAIM_LEVEL, GROUP_LEVEL, HEAD_LOOP, SET_END, TAIL_LOOP } from './guide/index.ts';
import type { RemittanceHead } from './model/index.ts';
import { withoutLacking } from './not-said.ts';

/** A payer or payee of whom the file said nothing is not said again. */
function withoutEmptyParties({ payer, payee, ...head }: RemittanceHead): object {
  return { ...head, ...(isSaid(payer) ? { payer } : {}), ...(isSaid(payee) ? { payee } : {}) };
}

function isSaid(party: RemittanceHead['payer'] | RemittanceHead['payee'] | undefined): boolean {
  return party !== undefined && (party.name !== '' || Object.keys(party).length > 1);
}

/** Where a claim stands: ordinals of its first and last segment, ST = 1. */
export interface WrittenPlace {
  readonly firstOrdinal: number;
  readonly lastOrdinal: number;
}

export class SetWriter implements WritableSet {
  readonly #start: RemittanceStart;
  readonly #separators: Separators;
  readonly #out: SegmentText;
  #groups = 0;

  constructor(separators: Separators, fold: Fold, start: RemittanceStart) {
    this.#start = start;
    this.#separators = separators;
    this.#out = new SegmentText(separators, fold);
    this.#write(HEAD_LOOP, '', withoutEmptyParties(start.head), start);
  }

  /** A group that has no number gets its place. */
  group(start: ClaimGroupStart): void {
    this.#groups += 1;
    const { group } = start;
    this.#write(GROUP_LEVEL, '2000', { ...group, number: group.number ?? String(this.#groups) }, start);
  }

  add(record: ClaimPaymentRecord): WrittenPlace {
    const before = this.#out.count;
    this.#write(CLAIM_LEVEL, '2100', record.payment, record);
    return { firstOrdinal: before + 1, lastOrdinal: this.#out.count };
  }

  end(end: RemittanceEnd): void {
    this.#write(TAIL_LOOP, '', { providerAdjustments: end.providerAdjustments }, end);
    const behind = this.#out.leftoverAt(SET_END);
    if (behind) this.#out.addElements('', [], behind);
  }

  take(): string {
    return this.#out.take();
  }

  finish(): string {
    const { element, terminator } = this.#separators;
    const trailer = ['SE', String(this.#out.count + 1), this.#start.controlNumber].join(element);
    return this.take() + trailer + terminator;
  }

  #write(
    loop: Parameters<typeof writeLoop>[0],
    place: string,
    model: object,
    { lacks, notInModel }: BesideModel,
  ): void {
    this.#out.useLeftovers(notInModel);
    const said = lacks === undefined ? model : withoutLacking(model, lacks);
    const fields: Fields = { ...said };
    writeLoop(loop, fields, this.#out, this.#computed, place);
  }

  readonly #computed = (name: string): string => {
    switch (name) {
      case 'set-control-number':
        return this.#start.controlNumber;
      case 'version':
        return this.#start.version ?? '';
      default:
        throw new Error(`the guide names a value that the writer does not know: ${name}`);
    }
  };
}
