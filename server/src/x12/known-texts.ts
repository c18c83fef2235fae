/** Remembers segments of a file that came more than once: providers, payers, codes and dates are cut, checked and read a single time. */
import { divided, plainText } from './plain-text.ts';

/** Places for segments to be remembered in, a power of two; one that takes the place of another makes it forgotten. */
const PLACES = 4096;
/** Longer ones seldom come again. */
const LONGEST = 96;
/** In a short file nothing comes often enough. */
const BEGINS_AFTER = 200;
const WORD = 4;

/** What is known of a segment's text, whichever place of the file it stands at. */
export class KnownText {
  /** The segment id, then each element without blanks at its ends. */
  readonly texts: readonly string[];
  /** The rule of a guide by which nothing is wrong with it; set by who has checked it. */
  faultlessBy: object | undefined;
  /** What was read of it by which rule; kept by who has read it. */
  reading: KnownReading | undefined;
  readonly #component: string;
  readonly #components: (readonly string[])[] = [];

  constructor(texts: readonly string[], component: string) {
    this.texts = texts;
    this.#component = component;
  }

  components(n: number): readonly string[] {
    const components = this.#components[n] ?? divided(this.texts[n] ?? '', this.#component);
    this.#components[n] = components;
    return components;
  }
}

export interface KnownReading {
  readonly rule: object;
}

/** For the segments of one file, of printable ASCII characters only, as long as they are divided in the same way. */
export class KnownTexts {
  #seen = 0;
  #component = '';
  /** By place: what is known, the sum of its bytes, and of those that came there last. */
  #known: (KnownText | undefined)[] = [];
  #sums = new Int32Array(0);
  #lastSums = new Int32Array(0);
  #lengths = new Uint8Array(0);
  #bytes = new DataView(new ArrayBuffer(0));

  /** Forgets all. */
  divideBy(component: string): void {
    this.#component = component;
    this.#known.fill(undefined);
  }

  /**
   * What is known of the segment in these bytes, if it came before; its elements are divided at `marks` from `first` on, as
   * those of a `Segment` with `count` elements.
   */
  of(
    bytes: DataView,
    from: number,
    end: number,
    marks: Int32Array,
    first: number,
    count: number,
  ): KnownText | undefined {
    const length = end - from;
    if (length > LONGEST || length < WORD) return undefined;
    if (this.#seen < BEGINS_AFTER) {
      this.#seen += 1;
      if (this.#seen === BEGINS_AFTER) this.#begin();
      return undefined;
    }
    const sum = sumOf(bytes, from, end);
    const place = (sum ^ (sum >>> 15)) & (PLACES - 1);
    const known = this.#known[place];
    if (known !== undefined && this.#sums[place] === sum && this.#isSame(place, bytes, from, length))
      return known;
    if (this.#lastSums[place] !== sum) {
      this.#lastSums[place] = sum;
      return undefined;
    }
    return this.#remember(place, sum, bytes, from, length, marks, first, count);
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

  #remember(
    place: number,
    sum: number,
    bytes: DataView,
    from: number,
    length: number,
    marks: Int32Array,
    first: number,
    count: number,
  ): KnownText {
    const own = Buffer.from(this.#bytes.buffer, place * LONGEST, length);
    own.set(new Uint8Array(bytes.buffer, bytes.byteOffset + from, length));
    this.#sums[place] = sum;
    this.#lengths[place] = length;
    const text = own.toString('latin1');
    const texts: string[] = [];
    for (let at = first; at < first + count; at += 1)
      texts.push(plainText(text, (marks[at] ?? 0) + 1 - from, (marks[at + 1] ?? 0) - from));
    const known = new KnownText(texts, this.#component);
    this.#known[place] = known;
    return known;
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
