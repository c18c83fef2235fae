/** Holds back what is found until its claim has ended, so that one fault is one finding, with the claim it concerns. */
import type { Fault, FindingList, X12Finding, X12Location } from '../../../x12/index.ts';
import { type Basis, isBasedOn } from './basis.ts';
import type { Absent } from './locate.ts';
import type { OpenLevels } from './open-levels.ts';

interface Found {
  readonly location: X12Location;
  readonly fault: Fault;
  readonly isOfGuide: boolean;
}

/** With more than this held back (segments without end, no claim) it is handed on as it is. */
const HELD = 1_000;

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

  /** True when the guide found something at what a finding at this place is based on. */
  isFaulty(basis: Basis, finding: X12Location): boolean {
    return this.#held.some(({ location, fault, isOfGuide }) => {
      if (!isOfGuide || location.segmentId !== basis.segmentId) return false;
      const segment = basis.qualifier && this.#levels.levelAt(location.ordinal)?.at(location.ordinal);
      return isBasedOn(basis, { location, fault, segment }, finding);
    });
  }

  /**
   * True when what is missed may be there, in the same loop or in one around it in the claim: a segment of its id that the
   * guide does not know as what it stands, or found incomplete; of a loop, also what is left of one.
   */
  isUnknown({ segmentId, name }: Absent, missed: X12Location): boolean {
    return this.#held.some(({ location, fault: { code }, isOfGuide }) => {
      if (!isOfGuide || !UNKNOWN.has(code)) return false;
      if (segmentId === 'NM1') return isOfLoop(location, code) && isAround(partOf(location), partOf(missed));
      if (location.segmentId !== segmentId || !isAround(location.loop, missed.loop)) return false;
      return location.element === undefined || location.element === 1 || name === this.#nameAt(location);
    });
  }

  /** `REF*X4`, of what was read there. */
  #nameAt({ ordinal, segmentId }: X12Location): string {
    return `${segmentId}*${this.#levels.levelAt(ordinal)?.at(ordinal)?.element(1) ?? ''}`;
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
      (held) =>
        held.isOfGuide &&
        !isInLowerCase(held.fault) &&
        (isSamePlace(held.location, location) || isSamePlace(held.location, about)),
    );
    const same = this.#held[index];
    if (same) {
      const severity = worse(same.fault.severity, fault.severity);
      this.#held[index] = { ...same, fault: { ...same.fault, severity } };
      return;
    }
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

/** The same loop, or one around it in the claim. */
function isAround(loop: string, inner: string): boolean {
  return loop === inner || (loop.includes(' > 2300') && inner.startsWith(`${loop} > `));
}

/** The level, line or other payer that a loop belongs to. */
function partOf({ loop }: X12Location): string {
  return /^.*(2000.|2300|2320|2400)(\[\d+\])?/.exec(loop)?.[0] ?? '';
}

/** An NM1 that opens nobody knows what, or what stands without it. */
function isOfLoop({ segmentId }: X12Location, code: string): boolean {
  return segmentId === 'NM1' || code.startsWith('SEGMENT');
}

/** Such a code is read as the one that is meant, which may be wrong as well. */
function isInLowerCase({ code, severity }: Fault): boolean {
  return code === 'ELEMENT-CODE' && severity === 'warning';
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
