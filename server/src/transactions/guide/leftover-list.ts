/** Gathers, while a claim is read, what the model has no place for. */
import type { Segment } from '../../x12/index.ts';
import type { Frame } from './frame.ts';
import { addressKey, type Leftover, type SegmentAddress, segmentKey } from './leftovers.ts';
import type { SegmentRule } from './rules.ts';

/** Where a segment stands; worked out only when something of it is kept. */
export interface Standing {
  readonly segment: Segment;
  readonly frame: Frame;
  readonly rule: SegmentRule;
  readonly occurrence: number;
}

interface OpenLeftover extends SegmentAddress {
  elements?: Record<string, string>;
  followedBy?: (string | readonly string[])[][];
}

export class LeftoverList {
  /** Made when something is kept. */
  #byAddress: Map<string, OpenLeftover> | undefined;
  #all: readonly Leftover[] | undefined;
  #last: Standing | undefined;
  /** The one before the last. */
  #before: Standing | undefined;
  #divided:
    | { readonly segment: Segment; readonly element: number; readonly components: readonly string[] }
    | undefined;

  /** Remembers the segment as the one that whole leftovers stand behind. */
  at(segment: Segment, rule: SegmentRule, frame: Frame, occurrence: number): Standing {
    this.#before = this.#last;
    this.#last = { segment, rule, frame, occurrence };
    return this.#last;
  }

  /** An element, or only one of its components; as element 0 the whole segment, which then stands behind the one before it in its loop. */
  addElement(standing: Standing, element: number, component?: number): void {
    const { segment } = standing;
    if (element === 0) {
      if (this.#before?.frame === standing.frame) this.#last = this.#before;
      this.addWhole(segment);
      return;
    }
    const open = this.#open(addressOf(standing));
    open.elements ??= {};
    const { elements } = open;
    const said = this.#saidIn(segment, element);
    if (component !== undefined) elements[`${element}-${component}`] = said[component - 1] ?? '';
    else if (said.length === 1) elements[element] = segment.element(element);
    else {
      said.forEach((text, index) => {
        if (text !== '' || index === 0) elements[`${element}-${index + 1}`] = text;
      });
    }
  }

  /** The components of an element, divided once even when each of many is asked for. */
  #saidIn(segment: Segment, element: number): readonly string[] {
    if (this.#divided?.segment !== segment || this.#divided.element !== element)
      this.#divided = { segment, element, components: segment.components(element) };
    return this.#divided.components;
  }

  /** A whole segment: behind the last that was read, or at an address of its own. */
  addWhole(segment: Segment, address?: SegmentAddress): void {
    const at = address ?? (this.#last && addressOf(this.#last));
    if (!at) return;
    const open = this.#open(at);
    open.followedBy ??= [];
    const elements = Array.from({ length: segment.elementCount }, (_, index) =>
      elementOf(segment, index + 1),
    );
    open.followedBy.push([segment.id, ...elements]);
  }

  /** The same list as long as nothing is added at another place. */
  toArray(): readonly Leftover[] {
    if (this.#byAddress === undefined) return NOTHING;
    this.#all ??= [...this.#byAddress.values()];
    return this.#all;
  }

  #open(address: SegmentAddress): OpenLeftover {
    const key = addressKey(address);
    this.#byAddress ??= new Map();
    const existing = this.#byAddress.get(key);
    if (existing) return existing;
    const made: OpenLeftover = { ...address };
    this.#byAddress.set(key, made);
    this.#all = undefined;
    return made;
  }
}

const NOTHING: readonly Leftover[] = [];

function addressOf({ frame, rule, occurrence }: Standing): SegmentAddress {
  return { loop: frame.placeInLevel, segment: segmentKey(rule), occurrence };
}

/** As text, or as its components when it has several. */
function elementOf(segment: Segment, element: number): string | readonly string[] {
  const components = segment.components(element);
  return components.length > 1 ? components : segment.element(element);
}
