/** One file that is read by all: its bytes, where its lines begin, and its segments as read in one piece. */
import { FindingList, type Segment, SegmentReader, type X12Finding } from '../src/x12/index.ts';

export class Input {
  /** One character a byte. */
  readonly text: string;
  readonly bytes: Buffer;
  #segments: readonly Segment[] | undefined;
  #findings: readonly X12Finding[] = [];
  #transactions: ReadonlySet<string> | undefined;

  constructor(text: string) {
    this.text = text;
    this.bytes = Buffer.from(text, 'latin1');
  }

  /** As the reader gives them when all bytes are pushed at once. */
  get segments(): readonly Segment[] {
    this.#segments ??= this.#read();
    return this.#segments;
  }

  /** ST01 of its sets, `TA1` where it has one; nothing for what is no X12. */
  get transactions(): ReadonlySet<string> {
    this.#transactions ??= new Set(
      this.segments.flatMap(({ id, elements }) =>
        id === 'ST' ? (elements[1] ?? '') : id === 'TA1' ? id : [],
      ),
    );
    return this.#transactions;
  }

  /** What that reading found. */
  get syntaxFindings(): readonly X12Finding[] {
    return this.segments && this.#findings;
  }

  #read(): readonly Segment[] {
    const segments: Segment[] = [];
    const findings = new FindingList();
    const reader = new SegmentReader(findings, (segment) => segments.push(segment));
    reader.push(this.bytes);
    reader.end();
    this.#findings = findings.toArray();
    return segments;
  }
}

/** Tells line and column of ever later places: an own count, to hold the reader's against. */
export class Lines {
  readonly #text: string;
  #line = 1;
  #start = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** 1-based, `at` never before an earlier one. */
  at(at: number): { readonly line: number; readonly column: number } {
    for (;;) {
      const newline = this.#text.indexOf('\n', this.#start);
      if (newline < 0 || newline >= at) return { line: this.#line, column: at - this.#start + 1 };
      this.#line += 1;
      this.#start = newline + 1;
    }
  }
}
