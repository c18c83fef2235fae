/** Holds back what is found until its claim has ended, so that one fault is one finding, with the claim it concerns. */
import type { Fault, FindingList, X12Finding, X12Location } from '../../../x12/index.ts';
import type { OpenLevels } from './open-levels.ts';

interface Found {
  readonly location: X12Location;
  readonly fault: Fault;
  readonly isOfGuide: boolean;
}

/** With more than this held back (segments without end, no claim) it is handed on as it is. */
const HELD = 1_000;

/** What an amount may be unreadable in, so that sums over it say nothing. */
const AMOUNTS: ReadonlySet<string> = new Set(['AMT', 'CAS', 'SV1', 'SVD']);

/** What the guide says of a segment under a wrong qualifier, and of one that stands alone. */
const UNKNOWN: ReadonlySet<string> = new Set([
  'ELEMENT-CODE',
  'ELEMENT-MISSING',
  'SEGMENT-REPEATED',
  'SEGMENT-UNEXPECTED',
]);

const RANK = { info: 0, warning: 1, error: 2 } as const;

export class OneFault {
  readonly #findings: FindingList;
  readonly #levels: OpenLevels;
  #held: Found[] = [];

  constructor(findings: FindingList, levels: OpenLevels) {
    this.#findings = findings;
    this.#levels = levels;
  }

  /** What the guide found; the second fault of one element follows from the first. */
  add(location: X12Location, fault: Fault): void {
    for (let at = this.#held.length - 1; at >= 0; at -= 1) {
      const held = this.#held[at]?.location;
      if (held?.byte !== location.byte) break;
      if (isSameElement(held, location) && held.component === location.component) return;
    }
    this.#held.push({ location, fault, isOfGuide: true });
    if (this.#held.length > HELD) this.release();
  }

  has(code: string): boolean {
    return this.#held.some(({ fault }) => fault.code === code);
  }

  /** True when the guide found something at such an element (`SBR09`), or with such a segment as a whole (`HI`). */
  isFaulty(place: string): boolean {
    const [segmentId, element] = [place.replace(/\d\d$/, ''), Number(/\d\d$/.exec(place)?.[0] ?? 0)];
    return this.#held.some(
      ({ location, isOfGuide }) =>
        isOfGuide &&
        location.segmentId === segmentId &&
        (element === 0 || location.element === undefined || location.element === element),
    );
  }

  /** True when the guide does not know as what a segment of this id stands in the claim, or found what is left of a loop. */
  isUnknown(segmentId: string): boolean {
    return this.#held.some(({ location, fault: { code }, isOfGuide }) => {
      if (!isOfGuide || !UNKNOWN.has(code)) return false;
      return location.segmentId === segmentId || (segmentId === 'NM1' && code.startsWith('SEGMENT'));
    });
  }

  /** True when the guide found something at an element before this one: what is not there may follow from that. */
  isFaultyBefore({ byte, element = 0 }: X12Location): boolean {
    return this.#held.some(
      ({ location, isOfGuide }) =>
        isOfGuide && location.byte === byte && location.element !== undefined && location.element < element,
    );
  }

  /**
   * What was found beside the guide, `about` an element that may stand elsewhere: dropped where the guide told of either, or
   * an earlier claim of the level did.
   */
  addBeside(location: X12Location, fault: Fault, about: X12Location = location): void {
    const index = this.#held.findIndex(
      (held) => held.isOfGuide && (isSamePlace(held.location, location) || isSamePlace(held.location, about)),
    );
    const same = this.#held[index];
    if (same) {
      const severity = worse(same.fault.severity, fault.severity);
      this.#held[index] = { ...same, fault: { ...same.fault, severity } };
      return;
    }
    if (fault.snip === 3 && this.#held.some(isOfAmount)) return;
    const { told } = this.#levels.levelAt(location.ordinal) ?? {};
    const place = placeKey(location);
    if (told?.has(place) || told?.has(place + fault.code)) return;
    told?.add(place + fault.code);
    this.#held.push({ location, fault, isOfGuide: false });
  }

  /** Hands on what is held; what stands from `firstOrdinal` on concerns the claim. */
  release(claim?: string, firstOrdinal = Number.POSITIVE_INFINITY): void {
    for (const { location, fault, isOfGuide } of this.#held) {
      const isOfClaim = fault.claim === undefined && location.ordinal >= firstOrdinal;
      this.#findings.add(location, isOfClaim ? { ...fault, claim } : fault);
      if (isOfGuide && location.element !== undefined)
        this.#levels.levelAt(location.ordinal)?.told.add(placeKey(location));
    }
    this.#held = [];
  }
}

function isOfAmount({ location: { segmentId }, isOfGuide }: Found): boolean {
  return isOfGuide && AMOUNTS.has(segmentId);
}

function isSameElement(one: X12Location, other: X12Location): boolean {
  return one.byte === other.byte && one.element !== undefined && one.element === other.element;
}

/** What is said of a whole segment is said of each of its elements. */
function isSamePlace(guide: X12Location, edit: X12Location): boolean {
  if (edit.element === undefined) return guide.byte === edit.byte && guide.element !== undefined;
  if (!isSameElement(guide, edit)) return false;
  return guide.component === undefined || edit.component === undefined || guide.component === edit.component;
}

function placeKey({ ordinal, element, component }: X12Location): string {
  return `${ordinal}.${element ?? ''}.${component ?? ''} `;
}

function worse(
  one: X12Finding['severity'] = 'error',
  other: X12Finding['severity'] = 'error',
): X12Finding['severity'] {
  return RANK[one] >= RANK[other] ? one : other;
}
