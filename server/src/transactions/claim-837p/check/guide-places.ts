/** Which segment of the guide, and which element of it, says what stands at a path of a level. */
import { type BoundPlace, boundPlaces } from '../../guide/bound-places.ts';
import type { LoopRule } from '../../guide/rules.ts';

export type GuidePlace = Omit<BoundPlace, 'keys' | 'isWhole' | 'rule'>;

/** The places of one level by path, `*` for the number of a list's item; inner levels left out. */
export class GuidePlaces {
  readonly #byPath = new Map<string, GuidePlace[]>();

  constructor(level: LoopRule) {
    for (const place of boundPlaces(level)) this.#add(place);
    this.#addWholes();
  }

  /** The places of a path given by its keys; of what stands around it where the guide has none for the path itself. */
  of(keys: readonly string[]): readonly GuidePlace[] {
    const patterns = keys.map((key) => (/^\d+$/.test(key) ? '*' : key));
    for (let length = keys.length; length > 0; length -= 1) {
      const around = patterns.slice(0, length - 1);
      // Modifiers and pointers have an element each.
      const found =
        this.#byPath.get([...around, keys[length - 1]].join('.')) ??
        this.#byPath.get([...around, patterns[length - 1]].join('.'));
      if (found) return found;
    }
    return [];
  }

  /** What has no place as a whole, such as an address, stands where its first part does. */
  #addWholes(): void {
    for (const [path, places] of [...this.#byPath]) {
      const keys = path.split('.');
      for (let length = keys.length - 1; length > 0; length -= 1) {
        const whole = keys.slice(0, length).join('.');
        if (!this.#byPath.has(whole)) this.#byPath.set(whole, places);
      }
    }
  }

  /** Of one segment the last element: NM102 only tells by the path of a name whose it is. */
  #add({ keys, ...place }: BoundPlace): void {
    const path = keys.join('.');
    const others = this.#byPath.get(path)?.filter(({ segment }) => segment !== place.segment) ?? [];
    this.#byPath.set(path, [...others, place]);
  }
}
