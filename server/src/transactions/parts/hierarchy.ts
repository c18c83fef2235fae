/** HL and LX numbers: levels count up from 1, name the level above, and say truly whether one follows below. */
import { type Fault, readCount, type Segment } from '../../x12/index.ts';
import { Sequence } from './sequence.ts';

/** Takes a fault of an element of `segment`, which stands in `loop`. */
export type ReportNumber = (segment: Segment, fault: Fault, loop: string, element: number) => void;

/** An open loop; its path is made only when something is told of it. */
interface Located {
  readonly path: string;
}

interface Level {
  /** Absent when it got lost. */
  readonly segment: Segment | undefined;
  /** What HL01 should be, where it is wrong or empty: those below may name it by either. */
  readonly expectedNumber?: string | undefined;
  readonly at: Located;
  hasChildren: boolean;
  /** Number of the first claim below it. */
  claim?: string;
}

/** Keeps only the levels that are open, so that memory does not grow with a file. */
export class HierarchyCheck {
  readonly #report: ReportNumber;
  /** HL03, from the top down. */
  readonly #kinds: readonly string[];
  readonly #open = new Map<string, Level>();
  readonly #levels = new Sequence('HL01', 'level');
  readonly #lines = new Sequence('LX01', 'line');

  /** `kinds`: HL03 of each level, from the top down. */
  constructor(report: ReportNumber, kinds: readonly string[]) {
    this.#report = report;
    this.#kinds = kinds;
  }

  /** `kind`: its HL03, or the one that it is taken for. */
  level(segment: Segment, at: Located, kind = segment.element(3)): void {
    const expectedNumber = this.#number(segment, at, this.#levels);
    this.#openLevel(kind, { segment, expectedNumber, at, hasChildren: false });
  }

  /** Its HL is missing; the numbers may go on with or without it. */
  lostLevel(kind: string, at: Located): void {
    this.#levels.lose();
    this.#openLevel(kind, { segment: undefined, at, hasChildren: false });
  }

  /** Lines count from 1 in each claim. */
  claim(patientControlNumber: string): void {
    this.#lines.restart();
    for (const kind of this.#kinds.slice(1)) {
      const level = this.#open.get(kind);
      if (level) level.claim ??= patientControlNumber;
    }
  }

  line(segment: Segment, at: Located): void {
    this.#number(segment, at, this.#lines);
  }

  /** Its LX is missing. */
  lostLine(): void {
    this.#lines.lose();
  }

  finish(): void {
    for (const kind of this.#kinds) this.#closeLevel(kind);
  }

  /** What the number should be, where it is wrong or empty. */
  #number(segment: Segment, at: Located, sequence: Sequence): string | undefined {
    const value = segment.element(1);
    const fault = sequence.next(value);
    if (fault) this.#report(segment, fault, at.path, 1);
    return fault || value === '' ? sequence.expected : undefined;
  }

  #openLevel(kind: string, level: Level): void {
    const depth = this.#kinds.indexOf(kind);
    const above = this.#kinds[depth - 1];
    const parent = above === undefined ? undefined : this.#open.get(above);
    if (above !== undefined) this.#checkParent(level, above, parent);
    if (parent) parent.hasChildren = true;
    for (const other of this.#kinds.slice(depth)) this.#closeLevel(other);
    this.#open.set(kind, level);
  }

  #checkParent({ segment, at }: Level, above: string, parent: Level | undefined): void {
    // Of a level that got lost nobody knows the number.
    if (!segment || (parent && !parent.segment)) return;
    const value = segment.element(2);
    const expected = parent?.segment?.element(1);
    if (value === '' || isSame(value, expected) || isSame(value, parent?.expectedNumber)) return;
    const message = `HL02 does not name the level (HL03 ${above}) that it stands below.`;
    this.#report(
      segment,
      {
        code: 'HL02-PARENT',
        message,
        value,
        fix:
          expected === undefined
            ? 'Put a level above it, and write its HL01 here.'
            : 'Write the HL01 of that level.',
        ...(expected === undefined ? {} : { expected }),
      },
      at.path,
      2,
    );
  }

  #closeLevel(kind: string): void {
    const level = this.#open.get(kind);
    if (!level) return;
    this.#open.delete(kind);
    const { segment, at, hasChildren, claim } = level;
    // One at the top without anything below it is told as such.
    if (!segment || (kind === this.#kinds[0] && !hasChildren)) return;
    const value = segment.element(4);
    const expected = hasChildren ? '1' : '0';
    if (!/^[01]$/.test(value) || value === expected) return;
    const message = hasChildren
      ? 'HL04 is 0, and a level below follows.'
      : 'HL04 is 1, and no level below follows.';
    this.#report(
      segment,
      {
        code: 'HL04-CHILDREN',
        message,
        value,
        expected,
        fix: `Write ${expected}.`,
        ...(claim === undefined ? {} : { claim }),
      },
      at.path,
      4,
    );
  }
}

function isSame(value: string, number: string | undefined): boolean {
  return number !== undefined && readCount(value) === readCount(number);
}
