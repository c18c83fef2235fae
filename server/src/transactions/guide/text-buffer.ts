/** Gathers text as bytes in one place: a file is made of a hundred short texts a claim, which would each be joined to the next. */

const BEGINS_WITH = 4 * 1024;
/** Bytes that one UTF-16 unit may take. */
const WIDEST = 3;
const ENCODER = new TextEncoder();

export class TextBuffer {
  #bytes = Buffer.allocUnsafe(BEGINS_WITH);
  /** How many bytes there are. */
  length = 0;
  /** True when all of them are ASCII. */
  #isPlain = true;

  append(text: string): void {
    const { length: units } = text;
    if (this.length + units * WIDEST > this.#bytes.length) this.#grow(units * WIDEST);
    const bytes = this.#bytes;
    const { length } = this;
    for (let at = 0; at < units; at += 1) {
      const unit = text.charCodeAt(at);
      if (unit > LAST_ASCII) {
        this.#encode(text);
        return;
      }
      bytes[length + at] = unit;
    }
    this.length = length + units;
  }

  /** Forgets what was appended since it had this length. */
  cut(length: number): void {
    this.length = length;
  }

  /** The text so far; what comes next starts anew. */
  take(): string {
    const text = this.#bytes.toString(this.#isPlain ? 'latin1' : 'utf8', 0, this.length);
    this.length = 0;
    this.#isPlain = true;
    return text;
  }

  #encode(text: string): void {
    this.length += ENCODER.encodeInto(text, this.#bytes.subarray(this.length)).written;
    this.#isPlain = false;
  }

  #grow(by: number): void {
    const bytes = Buffer.allocUnsafe(2 * (this.length + by));
    bytes.set(this.#bytes.subarray(0, this.length));
    this.#bytes = bytes;
  }
}

const LAST_ASCII = 0x7f;
