/** What the segments of a file that we sent stand for in its claims: an answer names them by their number alone. */
import { FindingList, type Segment } from '../../x12/index.ts';
import type { Frame } from '../guide/frame.ts';
import type { ElementRule, Into, SegmentRule } from '../guide/rules.ts';
import { ClaimFileReader } from './file-reader.ts';

/** A segment by its set and its number in it (IK302, ST = 1). */
export interface SegmentInSet {
  readonly setControlNumber: string;
  readonly ordinal: number;
}

export interface PlaceInClaim {
  readonly segmentId: string;
  /** From 1; absent where it belongs to no service line. */
  readonly line?: number;
  /** `serviceLines.2.procedureCode`; of the part that the segment says where no element is named or it is no value of a claim. */
  pathOf(element?: number, component?: number): string | undefined;
}

/** Finds the wanted segments in the bytes of a file of ours; those that it does not have are absent. */
export function placesInFile(
  bytes: Uint8Array,
  wanted: readonly SegmentInSet[],
): (segment: SegmentInSet) => PlaceInClaim | undefined {
  const keys = new Set(wanted.map(keyOf));
  const found = new Map<string, PlaceInClaim>();
  /** First and last segments of the claims whose patient is not the subscriber. */
  const dependents: { readonly set: number; readonly first: number; readonly last: number }[] = [];
  const isOfDependent = ({ setControlNumber, ordinal }: SegmentInSet) =>
    dependents.some(
      ({ set, first, last }) => set === Number(setControlNumber) && first <= ordinal && ordinal <= last,
    );
  const findings = new FindingList();
  const reader = new ClaimFileReader(
    findings,
    {
      claim({ claim, position }) {
        if (claim.subscriber === undefined) return;
        const { transactionSetControlNumber, firstOrdinal: first, lastOrdinal: last } = position;
        dependents.push({ set: Number(transactionSetControlNumber), first, last });
      },
    },
    {
      add: (location, fault) => findings.add(location, fault),
      header: () => {},
      missing: () => {},
      placed(segment, rule, frame, occurrence) {
        const place = {
          setControlNumber: segment.context.transactionSetControlNumber,
          ordinal: segment.ordinal,
        };
        const key = keyOf(place);
        if (!keys.has(key)) return;
        const made = new PlacedSegment(segment, rule, frame, occurrence, () => isOfDependent(place));
        found.set(key, made);
      },
    },
  );
  reader.push(bytes);
  reader.end();
  return (segment) => found.get(keyOf(segment));
}

const keyOf = ({ setControlNumber, ordinal }: SegmentInSet) => `${Number(setControlNumber)}:${ordinal}`;

class PlacedSegment implements PlaceInClaim {
  readonly segmentId: string;
  readonly line?: number;
  readonly #rule: SegmentRule;
  /** From the level inwards: the object that the segment itself stands for. */
  readonly #keys: readonly string[];
  readonly #level: string;
  readonly #isOfDependent: () => boolean;

  constructor(
    segment: Segment,
    rule: SegmentRule,
    frame: Frame,
    occurrence: number,
    isOfDependent: () => boolean,
  ) {
    this.segmentId = segment.id;
    this.#rule = rule;
    const frames = framesWithin(frame);
    this.#level = frames[0]?.loop.rule.id ?? '';
    const line = frames.find(({ loop }) => loop.rule.id === '2400');
    if (line) this.line = line.occurrence;
    this.#keys = [
      ...frames.slice(1).flatMap(({ loop, occurrence: nth }) => keysOf(loop.rule.into, nth)),
      ...keysOf(rule.into, occurrence),
    ];
    this.#isOfDependent = isOfDependent;
  }

  pathOf(element?: number, component?: number): string | undefined {
    const own = element === undefined ? [] : this.#keysOfElement(element, component);
    const keys = [...this.#keys, ...own];
    return keys.length === 0 ? undefined : this.#inClaim(keys.join('.'));
  }

  #keysOfElement(element: number, component: number | undefined): string[] {
    const { id, codec, elements } = this.#rule;
    // Each element of HI is an item, the codes of CAS come in triples, and a date says one value.
    if (codec) {
      const [list = ''] = codec.paths[0]?.split('.') ?? [];
      if (id === 'HI') return [list, String(element - 1)];
      return list === '' ? [] : [list];
    }
    return fieldOf(elements[element - 1], component)?.split('.') ?? [];
  }

  /** The names that a claim has for what stands in the levels above it. */
  #inClaim(path: string): string {
    const [first = '', ...rest] = path.split('.');
    const named = (name: string) => [name, ...rest].join('.');
    if (this.#level === '2000B' && first === 'person')
      return named(this.#isOfDependent() ? 'subscriber' : 'patient');
    if ((this.#level === '2000B' || this.#level === '2000C') && first === 'relationship')
      return named('relationshipToSubscriber');
    return path;
  }
}

/** The open loops from the level that the segment belongs to inwards. */
function framesWithin(frame: Frame): readonly Frame[] {
  const frames: Frame[] = [];
  for (let at: Frame | undefined = frame; at; at = at.parent) {
    frames.unshift(at);
    if (at.loop.rule.isLevel) break;
  }
  return frames;
}

function keysOf(into: Into | undefined, nth: number): string[] {
  if (!into) return [];
  const keys = into.field.path.split('.');
  return into.kind === 'object' ? keys : [...keys, String(nth - 1)];
}

/** Of a composite whose component is not named, the first that is a value of the claim and no mere qualifier. */
function fieldOf(rule: ElementRule | undefined, component: number | undefined): string | undefined {
  if (rule === undefined) return undefined;
  if (rule.kind === 'simple') return rule.binding?.kind === 'field' ? rule.binding.field.path : undefined;
  if (component !== undefined) return fieldOf(rule.components[component - 1], undefined);
  const paths = rule.components.flatMap((each) => fieldOf(each, undefined) ?? []);
  return paths.find((path) => !path.endsWith('Qualifier')) ?? paths[0];
}
