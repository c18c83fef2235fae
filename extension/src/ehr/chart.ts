/**
 * What pages of one chart said of the person and the coverage, so that a visit page that does not say it is completed.
 * Held in memory for that chart alone: another patient's page ends it.
 */
import type { Captured, CaptureField } from '@claimside/shared/capture';
import { commonParts, isSomebody, type PatientIdentity } from '@claimside/shared/capture';

type Fields = Partial<Record<CaptureField, Captured>>;

export interface SeenChart {
  readonly patient: PatientIdentity;
  readonly fields: Fields;
}

/** As sure as a value can be that is not on the page that is billed from. */
const FROM_ANOTHER_PAGE = 0.95;
/** Name and birth date, or one of them and the chart number: one alone may be two people's. */
const PARTS_IN_COMMON = 2;
const OF_THE_CHART = /^(?:patient|coverage|subscriber)\./;

export interface ChartMemory {
  /**
   * Values of the chart that these lack, then remembers these too. Nothing where it is not surely the same person. What the
   * page at this address said and says no more was taken away there: it is forgotten. `seenBefore` is said of their places.
   */
  complete(patient: PatientIdentity, fields: Fields, address: string, seenBefore: string): Fields;
  /** What is known, to hand it to the next page of the chart. */
  known(): SeenChart | undefined;
  restore(chart: SeenChart): void;
}

export function createChartMemory(): ChartMemory {
  let chart: SeenChart | undefined;
  let here = '';
  let saidHere = new Set<string>();
  return {
    complete(patient, fields, address, seenBefore) {
      if (address !== here) saidHere = new Set();
      here = address;
      if (!isSomebody(patient)) return {};
      const common = chart && commonParts(chart.patient, patient);
      if (common === 'conflict') chart = undefined;
      const isSame = typeof common === 'number' && common >= PARTS_IN_COMMON;
      const known = isSame && chart ? Object.entries(ofSamePolicy(chart.fields, fields)) : [];
      const before = Object.fromEntries(known.filter(([field]) => field in fields || !saidHere.has(field)));
      for (const field in fields) saidHere.add(field);
      const missing = Object.fromEntries(Object.entries(before).filter(([field]) => !(field in fields)));
      // Whoever is named by less than it takes is neither remembered nor mixed with whom we know.
      if (isSame || !chart)
        chart = {
          patient: { ...chart?.patient, ...patient },
          fields: { ...before, ...ofChart(fields, seenBefore) },
        };
      return missing;
    },
    known: () => chart,
    restore: (known) => {
      chart ??= known;
    },
  };
}

function ofChart(fields: Fields, seenBefore: string): Fields {
  const kept = Object.entries(fields).filter(([field]) => OF_THE_CHART.test(field));
  return Object.fromEntries(kept.map(([field, value]) => [field, fromElsewhere(value, seenBefore)]));
}

/** It is not on the page any more: there is no place to point at. */
function fromElsewhere(value: Captured, seenBefore: string): Captured {
  const place = value.placeId === '' ? value.place : value.place + seenBefore;
  return { ...value, place, placeId: '', confidence: Math.min(value.confidence, FROM_ANOTHER_PAGE) };
}

/** Parts of two policies never mix: of another one than this page names, nothing is known any more. */
function ofSamePolicy(known: Fields, fields: Fields): Fields {
  if (isSamePolicy(known, fields)) return known;
  return Object.fromEntries(Object.entries(known).filter(([field]) => field.startsWith('patient.')));
}

/** What names a policy and its holder. */
const OF_A_POLICY = /^(?:coverage\.|subscriber\.(?:last|first|birth))/;

function isSamePolicy(known: Fields, fields: Fields): boolean {
  return (Object.keys(fields) as CaptureField[])
    .filter((field) => OF_A_POLICY.test(field))
    .every((field) => {
      const [one, other] = [known[field]?.value, fields[field]?.value];
      return one === undefined || one.toLowerCase() === other?.toLowerCase();
    });
}

/** A chart as another page handed it over; undefined for anything else. */
export function parseSeenChart(input: unknown): SeenChart | undefined {
  if (typeof input !== 'object' || input === null) return undefined;
  const { patient, fields } = input as { patient?: unknown; fields?: unknown };
  const isRecord = (value: unknown): boolean =>
    typeof value === 'object' && value !== null && !Array.isArray(value);
  return isRecord(patient) && isRecord(fields) ? (input as SeenChart) : undefined;
}
