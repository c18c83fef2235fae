/** Writes an 837P file as it is told: envelopes, counts and trailers around the claims of each set. */
import {
  type Separators,
  withoutSeparators,
  writableSeparators,
  writeGroupHeader,
  writeInterchangeHeader,
  writeInterchangeNumber,
} from '../../x12/index.ts';
import type { Fold } from '../guide/segment-text.ts';
import type {
  ClaimFileVisitor,
  ClaimInterchange,
  GroupStart,
  InterchangeStart,
  SetStart,
} from './file-parts.ts';
import type { ClaimRecord } from './model.ts';
import { SetWriter, type WrittenPlace } from './set-writer.ts';

/** Text goes to `write` as soon as it is complete, so that memory does not grow with the file. Call `end` last. */
export class ClaimFileWriter implements ClaimFileVisitor {
  readonly #write: (text: string) => void;
  readonly #chosenFold: Fold | undefined;
  readonly #behindSegments: string;
  #separators: Separators | undefined;
  #fold: Fold = (text) => text;
  #interchange: { readonly start: InterchangeStart; groups: number } | undefined;
  #group: { readonly start: GroupStart; sets: number } | undefined;
  #set: SetWriter | undefined;
  #lateAcknowledgements: (readonly string[])[] = [];

  /**
   * `fold`: what becomes of text; without one it is left as it is but for separators. `behindSegments`: what stands between
   * a terminator and the next segment.
   */
  constructor(write: (text: string) => void, fold?: Fold, behindSegments: '' | '\n' = '') {
    this.#write = write;
    this.#chosenFold = fold;
    this.#behindSegments = behindSegments;
  }

  interchange(start: InterchangeStart): void {
    this.end();
    const writable = writableSeparators(start.separators);
    const separators = { ...writable, terminator: writable.terminator + this.#behindSegments };
    this.#separators = separators;
    this.#fold = this.#chosenFold ?? withoutSeparators(separators);
    this.#interchange = { start, groups: 0 };
    if (start.header) this.#write(writeInterchangeHeader(start.header, separators));
  }

  /** One that is told within a group waits for its end. */
  interchangeAcknowledgement(elements: readonly string[]): void {
    if (this.#group) this.#lateAcknowledgements.push(elements);
    else this.#segment('TA1', ...elements);
  }

  group(start: GroupStart): void {
    this.#endGroup();
    this.#group = { start, sets: 0 };
    if (this.#interchange) this.#interchange.groups += 1;
    if (start.header) this.#write(writeGroupHeader(start.header, this.#divided));
  }

  set(start: SetStart): void {
    this.#endSet();
    if (this.#group) this.#group.sets += 1;
    const { controlNumber: setControlNumber, version, head, headLeftovers } = start;
    const options = { separators: this.#divided, fold: this.#fold, setControlNumber, version };
    this.#set = new SetWriter(options, head, headLeftovers);
  }

  claim(record: ClaimRecord): WrittenPlace {
    if (!this.#set) throw new Error('a claim was written outside a transaction set');
    const place = this.#set.add(record);
    this.#write(this.#set.take());
    return place;
  }

  end(): void {
    this.#endGroup();
    for (const elements of this.#lateAcknowledgements.splice(0)) this.#segment('TA1', ...elements);
    const { start, groups } = this.#interchange ?? {};
    this.#interchange = undefined;
    if (start?.header)
      this.#segment('IEA', String(groups), writeInterchangeNumber(start.header, this.#divided));
  }

  #endGroup(): void {
    this.#endSet();
    const { start, sets } = this.#group ?? {};
    this.#group = undefined;
    if (start?.header) this.#segment('GE', String(sets), start.header.controlNumber);
  }

  #endSet(): void {
    if (this.#set) this.#write(this.#set.finish());
    this.#set = undefined;
  }

  get #divided(): Separators {
    if (!this.#separators) throw new Error('a group or set was written outside an interchange');
    return this.#separators;
  }

  #segment(...elements: readonly string[]): void {
    const { element, terminator } = this.#divided;
    this.#write(elements.map(this.#fold).join(element) + terminator);
  }
}

/** A whole file as it was read, or made, with a line break behind each segment if so wished. */
export function writeClaimInterchanges(
  interchanges: readonly ClaimInterchange[],
  behindSegments: '' | '\n' = '',
): Uint8Array {
  const parts: string[] = [];
  const writer = new ClaimFileWriter((text) => parts.push(text), undefined, behindSegments);
  tellInterchanges(interchanges, writer);
  writer.end();
  return new TextEncoder().encode(parts.join(''));
}

/** Tells a visitor what a tree holds, in the order of a file. */
export function tellInterchanges(interchanges: readonly ClaimInterchange[], visitor: ClaimFileVisitor): void {
  for (const interchange of interchanges) {
    visitor.interchange(interchange);
    for (const elements of interchange.acknowledgements ?? []) visitor.interchangeAcknowledgement(elements);
    for (const group of interchange.groups) {
      visitor.group(group);
      for (const set of group.sets) {
        visitor.set(set);
        for (const claim of set.claims) visitor.claim(claim);
      }
    }
  }
}
