/** What a patient owes the practice, over all visits: what is due, how old it is, and what insurance is still to decide. */
import type { PracticeSettings } from '../api/practice.ts';
import {
  type ClaimStatus,
  DECIDED_STATUSES,
  decisionsIn,
  patientDue,
  VISIT_OPEN_AGAIN,
} from '../lifecycle/index.ts';
import { type Cents, cents, daysBetween, type IsoDate, sumCents } from '../values/index.ts';
import {
  type ClaimParts,
  type PatientHead,
  type PracticeHead,
  patientHead,
  practiceHead,
  renderedBy,
  visitDays,
} from './parts.ts';

/** Days up to which an amount belongs to each; the last has no end. */
export const STATEMENT_AGES = [30, 60, 90] as const;

export interface StatementVisit {
  readonly days: string;
  readonly number: string;
  readonly provider: string;
  readonly charge: Cents;
  readonly insurancePaid: Cents;
  /** Taken off by contract, other adjustments, let go. */
  readonly adjusted: Cents;
  /** Still with the insurance: of a visit that was decided in part. */
  readonly withInsurance: Cents;
  readonly patientPaid: Cents;
  /** Negative: paid too much. */
  readonly balance: Cents;
  /** Since insurance said so, in days. */
  readonly age: number;
}

export interface Statement {
  readonly practice: PracticeHead;
  readonly patient: PatientHead;
  /** The oldest first. */
  readonly visits: readonly StatementVisit[];
  readonly total: Cents;
  /** Of what is owed: one more than `STATEMENT_AGES`. What was paid too much lessens the oldest first. */
  readonly aging: readonly Cents[];
  /** Nothing of these is asked for yet. */
  readonly undecided: readonly {
    readonly days: string;
    readonly charge: Cents;
    readonly patientPaid: Cents;
  }[];
}

/**
 * `claims`: the last of each account of one patient; the first of them says who writes to whom. Undefined without any. What a person
 * closed is asked of nobody.
 */
export function statementOf(
  claims: readonly ClaimParts[],
  practice: PracticeSettings | null,
  today: IsoDate,
): Statement | undefined {
  const newest = claims[0];
  if (!newest) return undefined;
  const open = claims.filter(({ isClosed }) => !isClosed);
  const inOrder = open.toSorted((a, b) => (dayOf(a) < dayOf(b) ? -1 : dayOf(a) > dayOf(b) ? 1 : 0));
  const visits = inOrder.flatMap((parts) => visitOf(parts, practice, today) ?? []);
  return {
    practice: practiceHead(newest.claim, practice),
    patient: patientHead(newest.claim),
    visits,
    total: sumCents(visits.map(({ balance }) => balance)),
    aging: agingOf(visits),
    undecided: inOrder.flatMap(({ claim, status, money }) =>
      isUndecided(status) && patientDue(status, money) === 0
        ? [{ days: visitDays(claim), charge: money.charge, patientPaid: money.patientPaid }]
        : [],
    ),
  };
}

/** Undefined where nothing is between the patient and the practice. */
function visitOf(
  parts: ClaimParts,
  practice: PracticeSettings | null,
  today: IsoDate,
): StatementVisit | undefined {
  const { claim, status, money } = parts;
  const balance = patientDue(status, money);
  if (balance === 0) return undefined;
  const decisions = decisionsIn([...parts.earlier.flat(), ...parts.events], money.charge);
  return {
    days: visitDays(claim),
    number: parts.patientControlNumber,
    provider: renderedBy(claim, practice).name,
    charge: money.charge,
    insurancePaid: money.paid,
    adjusted: sumCents([money.contractual, money.otherAdjustments, money.writtenOff]),
    withInsurance: money.open,
    patientPaid: money.patientPaid,
    balance,
    age: Math.max(daysBetween(decisions.at(-1)?.paymentDate ?? dayOf(parts), today), 0),
  };
}

const isUndecided = (status: ClaimStatus): boolean =>
  !DECIDED_STATUSES.includes(status) && !VISIT_OPEN_AGAIN.includes(status);

const dayOf = ({ claim }: ClaimParts): IsoDate =>
  claim.serviceLines.map(({ serviceDate }) => serviceDate).sort()[0] ?? ('' as IsoDate);

function agingOf(visits: readonly StatementVisit[]): Cents[] {
  const aging = Array.from({ length: STATEMENT_AGES.length + 1 }, () => 0);
  for (const { age, balance } of visits) {
    const found = STATEMENT_AGES.findIndex((last) => age <= last);
    const bucket = found === -1 ? STATEMENT_AGES.length : found;
    aging[bucket] = (aging[bucket] ?? 0) + Math.max(balance, 0);
  }
  let credit = -visits.reduce((sum, { balance }) => sum + Math.min(balance, 0), 0);
  for (let bucket = aging.length - 1; bucket >= 0; bucket--) {
    const used = Math.min(credit, aging[bucket] ?? 0);
    aging[bucket] = (aging[bucket] ?? 0) - used;
    credit -= used;
  }
  return aging.map(cents);
}
