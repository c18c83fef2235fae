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
  followedBy?: (string | string[])[][];
}

export class LeftoverList {
  readonly #byAddress = new Map<string, OpenLeftover>();
  #last: Standing | undefined;

  /** Remembers the segment as the one that whole leftovers stand behind. */
  at(frame: Frame, rule: SegmentRule, occurrence: number): Standing {
    this.#last = { frame, rule, occurrence };
    return this.#last;
  }

  /** An element, or only one of its components. */
  addElement(standing: Standing, segment: Segment, element: number, component?: number): void {
    const open = this.#open(standing);
    open.elements ??= {};
    if (component !== undefined) {
      open.elements[`${element}-${component}`] = segment.component(element, component);
      return;
    }
    const said = elementOf(segment, element);
    if (typeof said === 'string') open.elements[element] = said;
    else for (const [index, text] of said.entries()) open.elements[`${element}-${index + 1}`] = text;
  }

  /** A whole segment behind the last that was read. */
  addWhole(segment: Segment): void {
    if (!this.#last) return;
    const open = this.#open(this.#last);
    open.followedBy ??= [];
    const elements = Array.from({ length: segment.elementCount }, (_, index) =>
      elementOf(segment, index + 1),
    );
    open.followedBy.push([segment.id, ...elements]);
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

/** As text, or as its components when it has several. */
function elementOf(segment: Segment, element: number): string | string[] {
  const components = segment.components(element);
  return components.length > 1 ? components : segment.element(element);
}
