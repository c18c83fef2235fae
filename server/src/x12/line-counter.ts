/** Tells line and column of ever later places in a text that is looked at block by block; looks at each newline once. */

export class LineCounter {
  /** 1-based, of the place last advanced to. */
  line = 1;
  /** Index in the block of the next newline at or behind that place; `Infinity` when the block has none. */
  newline = Number.POSITIVE_INFINITY;
  #text = '';
  #offset = 0;
  /** Offset in the file of the line's first byte. */
  #start = 0;

  /** Begins a block that starts at the place last advanced to, which is byte `offset` of the file. */
  begin(text: string, offset: number): void {
    this.#text = text;
    this.#offset = offset;
    this.#next(0);
  }

  /** Counts the newlines before index `at` of the block. */
  advance(at: number): void {
    while (this.newline < at) {
      this.line += 1;
      this.#start = this.#offset + this.newline + 1;
      this.#next(this.newline + 1);
    }
  }

  /** 1-based column, in bytes, of index `at` of the block. */
  columnOf(at: number): number {
    return this.#offset + at - this.#start + 1;
  }

  #next(from: number): void {
    const found = this.#text.indexOf('\n', from);
    this.newline = found < 0 ? Number.POSITIVE_INFINITY : found;
  }
}
