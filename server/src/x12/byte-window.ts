/** Turns chunks of any size into blocks of a fixed size, so that nothing depends on how a file was cut into chunks. */

/** Small, as a value taken from a block may keep the text of the whole block in memory. */
const BLOCK_BYTES = 16 * 1024;
const UTF_8 = new TextDecoder('utf-8', { fatal: true });

export class ByteWindow {
  readonly #blockBytes: number;
  /** The bytes of the block under way, and behind `length` what an earlier one left. */
  bytes: Buffer;
  length = 0;
  /** Offset of the first byte in the file. */
  offset = 0;

  constructor(blockBytes: number = BLOCK_BYTES) {
    this.#blockBytes = blockBytes;
    this.bytes = Buffer.allocUnsafe(blockBytes);
  }

  get isFull(): boolean {
    return this.length === this.bytes.length;
  }

  /** Takes what fits of a chunk from `from` on; gives how many bytes that was. */
  fill(chunk: Uint8Array, from: number): number {
    const count = Math.min(chunk.length - from, this.bytes.length - this.length);
    this.bytes.set(chunk.subarray(from, from + count), this.length);
    this.length += count;
    return count;
  }

  /** The bytes from `start` to `end` of the block; undefined when they are no UTF-8. */
  utf8(start: number, end: number): string | undefined {
    try {
      return UTF_8.decode(this.bytes.subarray(start, end));
    } catch {
      return undefined;
    }
  }

  /** Forgets the first `count` bytes. The window grows when most of it is still needed, so that it is never read often. */
  drop(count: number): void {
    const rest = this.bytes.subarray(count, this.length);
    const size = Math.max(rest.length * 2, this.#blockBytes);
    const bytes = size === this.bytes.length ? this.bytes : Buffer.allocUnsafe(size);
    bytes.set(rest);
    this.bytes = bytes;
    this.length = rest.length;
    this.offset += count;
  }
}
