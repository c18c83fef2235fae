/** Gathers, while a claim is read, what the model has no place for. */
import type { Segment } from '../../x12/index.ts';
import type { Frame } from './frame.ts';
import { addressKey, type Leftover, type SegmentAddress, segmentKey } from './leftovers.ts';
import type { SegmentRule } from './rules.ts';

/** Where a segment stands; worked out only when something of it is kept. */
export interface Standing {
  readonly frame: Frame;
  readonly rule: SegmentRule;
  readonly occurrence: number;
}

interface OpenLeftover extends SegmentAddress {
  elements?: Record<string, string>;
  followedBy?: string[][];
}

export class LeftoverList {
  readonly #byAddress = new Map<string, OpenLeftover>();
  #last: Standing | undefined;

  /** Remembers the segment as the one that whole leftovers stand behind. */
  at(frame: Frame, rule: SegmentRule, occurrence: number): Standing {
    this.#last = { frame, rule, occurrence };
    return this.#last;
  }

  addElement(standing: Standing, segment: Segment, element: number, component?: number): void {
    const text = component === undefined ? segment.element(element) : segment.component(element, component);
    const open = this.#open(standing);
    open.elements ??= {};
    open.elements[component === undefined ? element : `${element}-${component}`] = text;
  }

  /** A whole segment behind the last that was read. */
  addWhole(segment: Segment): void {
    if (!this.#last) return;
    const elements = Array.from({ length: segment.elementCount + 1 }, (_, n) =>
      n === 0 ? segment.id : segment.element(n),
    );
    const open = this.#open(this.#last);
    open.followedBy ??= [];
    open.followedBy.push(elements);
  }

  toArray(): Leftover[] {
    return [...this.#byAddress.values()];
  }

  #open({ frame, rule, occurrence }: Standing): OpenLeftover {
    const address = { loop: frame.placeInLevel, segment: segmentKey(rule), occurrence };
    const key = addressKey(address);
    const existing = this.#byAddress.get(key);
    if (existing) return existing;
    const made: OpenLeftover = address;
    this.#byAddress.set(key, made);
    return made;
  }
}
