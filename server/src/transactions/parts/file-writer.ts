/** Writes what stands around the sets of a file as it is told: envelopes, counts and trailers; the sets are written by who extends it. */
import {
  type Separators,
  withoutSeparators,
  writableSeparators,
  writeGroupHeader,
  writeInterchangeHeader,
  writeInterchangeNumber,
} from '../../x12/index.ts';
import type { Fold } from '../guide/segment-text.ts';
import type { EnvelopeParts, GroupStart, InterchangeStart } from './file-parts.ts';

/** A set under way: gives its text piece by piece. */
export interface WritableSet {
  /** The text that is complete so far and was not taken yet. */
  take(): string;
  /** The rest of the set, with its SE. */
  finish(): string;
}

/** Text goes to `write` as soon as it is complete, so that memory does not grow with the file. Call `end` last. */
export abstract class TransactionFileWriter<Set extends WritableSet> implements EnvelopeParts {
  readonly #write: (text: string) => void;
  readonly #chosenFold: Fold | undefined;
  readonly #behindSegments: string;
  #separators: Separators | undefined;
  #fold: Fold = (text) => text;
  #interchange: { readonly start: InterchangeStart; groups: number } | undefined;
  #group: { readonly start: GroupStart; sets: number } | undefined;
  #set: Set | undefined;
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

  end(): void {
    this.#endGroup();
    for (const elements of this.#lateAcknowledgements.splice(0)) this.#segment('TA1', ...elements);
    const { start, groups } = this.#interchange ?? {};
    this.#interchange = undefined;
    if (start?.header)
      this.#segment('IEA', String(groups), writeInterchangeNumber(start.header, this.#divided));
  }

  /** Ends the set before. `make` gives the next one its separators, and what becomes of text. */
  protected openSet(make: (separators: Separators, fold: Fold) => Set): void {
    this.#endSet();
    if (this.#group) this.#group.sets += 1;
    this.#set = make(this.#divided, this.#fold);
  }

  /** Says something in the open set. */
  protected inSet<Said>(say: (set: Set) => Said): Said {
    if (!this.#set) throw new Error('something was written outside a transaction set');
    const said = say(this.#set);
    this.#write(this.#set.take());
    return said;
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
