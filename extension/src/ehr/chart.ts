/**
 * What pages of one chart said of the person and the coverage, so that a visit page that does not say it is completed.
 * Held in memory for that chart alone: another patient's page ends it.
 */
import type { Captured, CaptureField } from '@claimside/shared/capture';
import { commonParts, type PatientIdentity } from './identity.ts';

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
  /** Values of the chart that these lack, then remembers these too. Nothing where it is not surely the same person. */
  complete(patient: PatientIdentity, fields: Fields): Fields;
  /** What is known, to hand it to the next page of the chart. */
  known(): SeenChart | undefined;
  restore(chart: SeenChart): void;
}

export function createChartMemory(): ChartMemory {
  let chart: SeenChart | undefined;
  return {
    complete(patient, fields) {
      if (Object.keys(patient).length === 0) return {};
      const common = chart && commonParts(chart.patient, patient);
      if (common === 'conflict') chart = undefined;
      const isSame = typeof common === 'number' && common >= PARTS_IN_COMMON;
      const missing = isSame && chart ? without(chart.fields, fields) : {};
      // Whoever is named by less than it takes is neither remembered nor mixed with whom we know.
      if (isSame || !chart)
        chart = {
          patient: { ...chart?.patient, ...patient },
          fields: { ...chart?.fields, ...ofChart(fields) },
        };
      return missing;
    },
    known: () => chart,
    restore: (known) => {
      chart ??= known;
    },
  };
}

function ofChart(fields: Fields): Fields {
  const kept = Object.entries(fields).filter(([field]) => OF_THE_CHART.test(field));
  return Object.fromEntries(kept.map(([field, value]) => [field, fromElsewhere(value)]));
}

/** It is not on the page any more: there is no place to point at. */
function fromElsewhere(value: Captured): Captured {
  const place = value.placeId === '' ? value.place : `${value.place}, on a page seen before`;
  return { ...value, place, placeId: '', confidence: Math.min(value.confidence, FROM_ANOTHER_PAGE) };
}

/** A dependent's subscriber and coverage belong together: of a policy that this page names, nothing is added. */
function without(known: Fields, fields: Fields): Fields {
  const namesPolicy = fields['coverage.memberId'] !== undefined || fields['coverage.payerName'] !== undefined;
  return Object.fromEntries(
    Object.entries(known).filter(([field]) => {
      if (field in fields) return false;
      return !namesPolicy || field.startsWith('patient.') || isSamePolicy(known, fields);
    }),
  );
}

function isSamePolicy(known: Fields, fields: Fields): boolean {
  const parts = ['coverage.memberId', 'coverage.payerName'] as const;
  return parts.every((part) => {
    const [one, other] = [known[part]?.value, fields[part]?.value];
    return one === undefined || other === undefined || one.toLowerCase() === other.toLowerCase();
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
