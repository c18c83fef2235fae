/** HL and LX numbers: levels count up from 1, name the level above, and say truly whether one follows below. */
import { type Fault, readCount, type Segment } from '../../x12/index.ts';

type Report = (segment: Segment, fault: Fault, element: number) => void;

/** HL03 of billing provider, subscriber and patient, from the top down. */
const KINDS: readonly string[] = ['20', '22', '23'];

interface Level {
  readonly segment: Segment;
  hasChildren: boolean;
}

/** Keeps only the levels that are open, so that memory does not grow with a file. */
export class HierarchyCheck {
  readonly #report: Report;
  readonly #open = new Map<string, Level>();
  #number = 0;
  #lines = 0;

  constructor(report: Report) {
    this.#report = report;
  }

  level(segment: Segment): void {
    this.#checkNumber(segment);
    const kind = segment.element(3);
    const above = KINDS[KINDS.indexOf(kind) - 1];
    const parent = above === undefined ? undefined : this.#open.get(above);
    if (above !== undefined) this.#checkParent(segment, above, parent);
    if (parent) parent.hasChildren = true;
    for (const other of KINDS) if (other >= kind) this.#closeLevel(other);
    this.#open.set(kind, { segment, hasChildren: false });
  }

  /** Lines count from 1 in each claim. */
  claim(): void {
    this.#lines = 0;
  }

  line(segment: Segment): void {
    this.#lines += 1;
    const number = segment.element(1);
    if (number === '' || readCount(number) === this.#lines) return;
    const message = 'LX01 does not count on from the line before.';
    this.#report(
      segment,
      { code: 'LX01-SEQUENCE', message, value: number, expected: String(this.#lines) },
      1,
    );
    this.#lines = readCount(number) ?? this.#lines;
  }

  finish(): void {
    for (const kind of KINDS) this.#closeLevel(kind);
  }

  #checkNumber(segment: Segment): void {
    this.#number += 1;
    const value = segment.element(1);
    const number = readCount(value);
    if (value === '' || number === this.#number) return;
    const expected = String(this.#number);
    const isBehind = number !== undefined && number < this.#number;
    const message = isBehind
      ? 'HL01 is a number that this set already had.'
      : 'HL01 does not count on from the level before.';
    this.#report(
      segment,
      { code: isBehind ? 'HL01-REPEATED' : 'HL01-SEQUENCE', message, value, expected },
      1,
    );
    if (number !== undefined && !isBehind) this.#number = number;
  }

  #checkParent(segment: Segment, above: string, parent: Level | undefined): void {
    const value = segment.element(2);
    const expected = parent?.segment.element(1);
    if (value === '' || (expected !== undefined && readCount(value) === readCount(expected))) return;
    const message = `HL02 does not name the level (HL03 ${above}) that it stands below.`;
    this.#report(
      segment,
      { code: 'HL02-PARENT', message, value, ...(expected === undefined ? {} : { expected }) },
      2,
    );
  }

  #closeLevel(kind: string): void {
    const level = this.#open.get(kind);
    if (!level) return;
    this.#open.delete(kind);
    const value = level.segment.element(4);
    const expected = level.hasChildren ? '1' : '0';
    if (!/^[01]$/.test(value) || value === expected) return;
    const message = level.hasChildren
      ? 'HL04 is 0, and a level below follows.'
      : 'HL04 is 1, and no level below follows.';
    this.#report(level.segment, { code: 'HL04-CHILDREN', message, value, expected }, 4);
  }
}
