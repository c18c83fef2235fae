/** Holds back what is found until its claim has ended, so that one fault is one finding, with the claim it concerns. */
import type { Fault, FindingList, X12Finding, X12Location } from '../../../x12/index.ts';
import type { OpenLevels } from './open-levels.ts';

interface Found {
  readonly location: X12Location;
  readonly fault: Fault;
}

/** With more than this held back (segments without end, no claim) it is handed on as it is. */
const HELD = 1_000;

/** What an amount may be unreadable in, so that sums over it say nothing. */
const AMOUNTS: ReadonlySet<string> = new Set(['AMT', 'CAS', 'SV1', 'SVD']);

const RANK = { info: 0, warning: 1, error: 2 } as const;

export class OneFault {
  readonly #findings: FindingList;
  readonly #levels: OpenLevels;
  #held: Found[] = [];

  constructor(findings: FindingList, levels: OpenLevels) {
    this.#findings = findings;
    this.#levels = levels;
  }

  /** What the guide found. */
  add(location: X12Location, fault: Fault): void {
    this.#held.push({ location, fault });
    if (this.#held.length > HELD) this.release();
  }

  has(code: string): boolean {
    return this.#held.some(({ fault }) => fault.code === code);
  }

  /** What an edit found: dropped where the guide told of the same element, or an earlier claim of the same level did. */
  addOfEdit(location: X12Location, fault: Fault): void {
    const index = this.#held.findIndex((held) => isSamePlace(held.location, location));
    const same = this.#held[index];
    if (same) {
      const severity = worse(same.fault.severity, fault.severity);
      this.#held[index] = { ...same, fault: { ...same.fault, severity } };
      return;
    }
    if (fault.snip === 3 && this.#held.some(({ location: { segmentId } }) => AMOUNTS.has(segmentId))) return;
    const { told } = this.#levels.levelAt(location.ordinal) ?? {};
    const place = placeKey(location);
    if (told?.has(place) || told?.has(place + fault.code)) return;
    told?.add(place + fault.code);
    this.#held.push({ location, fault });
  }

  /** Hands on what is held; what stands from `firstOrdinal` on concerns the claim. */
  release(claim?: string, firstOrdinal = Number.POSITIVE_INFINITY): void {
    for (const { location, fault } of this.#held) {
      const isOfClaim = fault.claim === undefined && location.ordinal >= firstOrdinal;
      this.#findings.add(location, isOfClaim ? { ...fault, claim } : fault);
      if (location.element !== undefined)
        this.#levels.levelAt(location.ordinal)?.told.add(placeKey(location));
    }
    this.#held = [];
  }
}

function isSamePlace(guide: X12Location, edit: X12Location): boolean {
  if (guide.byte !== edit.byte || guide.element === undefined || guide.element !== edit.element) return false;
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
