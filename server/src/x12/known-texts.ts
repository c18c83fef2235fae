/** Remembers segments of a file that came more than once: providers, payers, codes and dates are cut, checked and read a single time. */
import { CutSegment } from './cut-segment.ts';

/** Places for segments to be remembered in, a power of two; one that takes the place of another makes it forgotten. */
const PLACES = 4096;
/** Longer ones seldom come again. */
const LONGEST = 96;
/** In a shorter file nothing comes often enough. */
export const RECOGNIZES_AFTER = 200;
const WORD = 4;

/** What is known of a segment's text, whichever place of the file it stands at. */
export class KnownText extends CutSegment {
  /** The rule of a guide by which nothing is wrong with it; set by who has checked it. */
  faultlessBy: object | undefined;
  /** What was read of it by which rule; kept by who has read it. */
  reading: KnownReading | undefined;
}

export interface KnownReading {
  readonly rule: object;
}

/** For the segments of one file, of printable ASCII characters only, as long as they are divided in the same way. */
export class KnownTexts {
  readonly #beginsAfter: number;
  #seen = 0;
  #component = '';
  /** By place: what is known, the sum of its bytes, and of those that came there last. */
  #known: (KnownText | undefined)[] = [];
  #sums = new Int32Array(0);
  #lastSums = new Int32Array(0);
  #lengths = new Uint8Array(0);
  #bytes = new DataView(new ArrayBuffer(0));
  /** Of the segment that was sought last. */
  #sum = 0;
  #place = 0;
  /** Whether that one came a second time at least, and is worth to be remembered. */
  isAgain = false;

  /** Begins after so many segments. */
  constructor(beginsAfter = RECOGNIZES_AFTER) {
    this.#beginsAfter = beginsAfter;
  }

  /** Forgets all. */
  divideBy(component: string): void {
    this.#component = component;
    this.#known.fill(undefined);
  }

  /** What is known of the segment in these bytes, if it came before and was remembered. */
  find(bytes: DataView, from: number, end: number): KnownText | undefined {
    const length = end - from;
    this.isAgain = false;
    if (length > LONGEST || length < WORD) return undefined;
    if (this.#seen < this.#beginsAfter) {
      this.#seen += 1;
      return undefined;
    }
    if (this.#known.length === 0) this.#begin();
    const sum = sumOf(bytes, from, end);
    const place = (sum ^ (sum >>> 15)) & (PLACES - 1);
    const known = this.#known[place];
    if (known !== undefined && this.#sums[place] === sum && this.#isSame(place, bytes, from, length))
      return known;
    this.#sum = sum;
    this.#place = place;
    this.isAgain = this.#lastSums[place] === sum;
    this.#lastSums[place] = sum;
    return undefined;
  }

  /** Remembers the segment that was just sought in the same bytes and not found. */
  remember(bytes: DataView, from: number, end: number, texts: readonly string[]): KnownText {
    const place = this.#place;
    const length = end - from;
    const own = new Uint8Array(this.#bytes.buffer, place * LONGEST, length);
    own.set(new Uint8Array(bytes.buffer, bytes.byteOffset + from, length));
    this.#sums[place] = this.#sum;
    this.#lengths[place] = length;
    const known = new KnownText(texts, this.#component);
    this.#known[place] = known;
    return known;
  }

  #begin(): void {
    this.#known = new Array<KnownText | undefined>(PLACES).fill(undefined);
    this.#sums = new Int32Array(PLACES);
    this.#lastSums = new Int32Array(PLACES);
    this.#lengths = new Uint8Array(PLACES);
    this.#bytes = new DataView(new ArrayBuffer(PLACES * LONGEST));
  }

  #isSame(place: number, bytes: DataView, from: number, length: number): boolean {
    if (this.#lengths[place] !== length) return false;
    const own = this.#bytes;
    const start = place * LONGEST;
    const last = length - WORD;
    for (let at = 0; at < last; at += WORD)
      if (own.getInt32(start + at) !== bytes.getInt32(from + at)) return false;
    return own.getInt32(start + last) === bytes.getInt32(from + last);
  }
}

/** Of all bytes, a word at a time; the last word may overlap the one before. */
function sumOf(bytes: DataView, from: number, end: number): number {
  let sum = end - from;
  const last = end - WORD;
  for (let at = from; at < last; at += WORD) sum = Math.imul(sum ^ bytes.getInt32(at), SPREAD);
  sum = Math.imul(sum ^ bytes.getInt32(last), SPREAD);
  return sum ^ (sum >>> 13);
}

const SPREAD = 0x85ebca6b;
