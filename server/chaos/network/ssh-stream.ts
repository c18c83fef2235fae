/** Tells which bytes of one direction of an SSH connection are in the clear: the banner, then packets up to NEWKEYS. */

/** Bytes of one part, in order. */
export interface Stretch {
  readonly part: 'banner' | 'key exchange' | 'sealed';
  readonly bytes: Buffer;
}

const NEWLINE = 10;
/** SSH_MSG_NEWKEYS (RFC 4253, 7.3): from the next byte on all is sealed. */
const NEWKEYS = 21;
/** Length of the packet, length of the padding, number of the message. */
const HEAD_BYTES = 6;

export class SshStream {
  #part: Stretch['part'] = 'banner';
  /** Of the packet under way. */
  #head: number[] = [];
  #left = 0;

  /** Cuts what comes next into stretches. */
  cut(bytes: Buffer): Stretch[] {
    const stretches: Stretch[] = [];
    let begun = 0;
    for (let at = 0; at < bytes.length && this.#part !== 'sealed'; at += 1) {
      const part = this.#part;
      if (!this.#endsPart(bytes[at] ?? 0)) continue;
      stretches.push({ part, bytes: bytes.subarray(begun, at + 1) });
      begun = at + 1;
    }
    if (begun < bytes.length) stretches.push({ part: this.#part, bytes: bytes.subarray(begun) });
    return stretches;
  }

  #endsPart(byte: number): boolean {
    if (this.#part === 'banner') {
      if (byte !== NEWLINE) return false;
      this.#part = 'key exchange';
      return true;
    }
    if (this.#head.length < HEAD_BYTES) {
      this.#head.push(byte);
      if (this.#head.length < HEAD_BYTES) return false;
      this.#left = Buffer.from(this.#head).readUInt32BE() - (HEAD_BYTES - 4);
    } else this.#left -= 1;
    if (this.#left > 0) return false;
    const isLast = this.#head[HEAD_BYTES - 1] === NEWKEYS;
    this.#head = [];
    if (isLast) this.#part = 'sealed';
    return isLast;
  }
}
