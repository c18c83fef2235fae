/** The claims that an answer is most likely about, with the reasons in words: a person decides. */
import type { ClaimSuggestion } from '@claimside/shared/api';
import { totalCharge } from '@claimside/shared/claim';
import {
  type ClaimFit,
  type ClaimReference,
  claimNumbersMeantBy,
  compareWithClaim,
  type Fit,
  identityOf,
  memberKey,
  NEAR_DAYS,
} from '@claimside/shared/matching';
import { addDays, type IsoDate } from '@claimside/shared/values';
import {
  type CandidateClaim,
  findCandidatesById,
  findCandidatesOfCharge,
  findCandidatesOfMember,
  findCandidatesOfName,
} from '../store/claim-candidates.ts';
import { findClaimByControlNumber, findClaimsByPayerNumber } from '../store/claim-matching.ts';
import type { Scope } from '../store/store.ts';

const MOST_SUGGESTIONS = 5;
/** Below it a claim has nothing in common with the answer that would tell. */
const LEAST_SCORE = 20;

/** What a part that fits counts for, and how it is said; the strongest first. What contradicts counts against. */
const PARTS: readonly {
  readonly part: keyof Omit<ClaimFit, 'daysOff'>;
  readonly points: Readonly<Record<Fit, number>>;
  readonly words: (fit: ClaimFit) => string;
}[] = [
  {
    part: 'memberId',
    points: { same: 30, near: 15, other: -5, unknown: 0 },
    words: ({ memberId }) => (memberId === 'same' ? 'same member ID' : 'member ID begins the same'),
  },
  {
    part: 'patient',
    points: { same: 20, near: 10, other: -15, unknown: 0 },
    words: ({ patient }) => (patient === 'same' ? 'same patient name' : 'same last name'),
  },
  {
    part: 'serviceDate',
    points: { same: 20, near: 8, other: -5, unknown: 0 },
    words: ({ serviceDate, daysOff = 0 }) =>
      serviceDate === 'same' ? 'same date' : `date ${daysWords(Math.abs(daysOff))} off`,
  },
  {
    part: 'charge',
    points: { same: 20, near: 0, other: 0, unknown: 0 },
    words: () => 'same charge',
  },
  {
    part: 'payer',
    points: { same: 5, near: 3, other: 0, unknown: 0 },
    words: () => 'same payer',
  },
];

const NUMBER_POINTS = 25;

/** `known`: the claim that holds it stands among them, however little fits; that from which a person took it back is the last. */
export async function suggestClaims(
  scope: Scope,
  reference: ClaimReference,
  known: { readonly holder?: string | null; readonly takenFrom?: string | null } = {},
): Promise<ClaimSuggestion[]> {
  const numbers = await numbersNaming(scope, reference);
  const { holder, takenFrom } = known;
  const found = new Map<string, CandidateClaim>();
  const named = [...numbers.keys(), ...(holder ? [holder] : [])];
  for (const candidate of await candidatesFor(scope, reference, named)) found.set(candidate.id, candidate);
  const all = [...found.values()]
    .map((candidate) => ({ candidate, ...suggestion(reference, candidate, numbers) }))
    .filter(({ candidate, suggestion: { score } }) => score >= LEAST_SCORE || candidate.id === holder)
    .sort(
      (a, b) =>
        Number(a.candidate.id === takenFrom) - Number(b.candidate.id === takenFrom) ||
        b.suggestion.score - a.suggestion.score ||
        nearer(a.daysOff, b.daysOff) ||
        b.candidate.createdAt.localeCompare(a.candidate.createdAt),
    )
    .map((each) => each.suggestion);
  return all.filter(({ claimId }, place) => place < MOST_SUGGESTIONS || claimId === holder);
}

/** Claims that a number of the answer names, with that said in words. */
async function numbersNaming(
  scope: Scope,
  { patientControlNumber, payerClaimControlNumber = '' }: ClaimReference,
): Promise<ReadonlyMap<string, string>> {
  const ours = claimNumbersMeantBy(patientControlNumber);
  const byPayer = await findClaimsByPayerNumber(scope, payerClaimControlNumber.trim());
  const byUs = await findClaimByControlNumber(scope, ours);
  return new Map([
    ...byPayer.map((id) => [id, 'same payer’s claim number'] as const),
    ...(byUs ? [[byUs.id, 'same claim number'] as const] : []),
  ]);
}

async function candidatesFor(
  scope: Scope,
  { memberIds = [], serviceDate, charge, lastName }: ClaimReference,
  named: readonly string[],
): Promise<CandidateClaim[]> {
  const ofMembers: CandidateClaim[] = [];
  for (const key of new Set(memberIds.map(memberKey)))
    if (key !== '') ofMembers.push(...(await findCandidatesOfMember(scope, key)));
  return [
    ...(named.length === 0 ? [] : await findCandidatesById(scope, named)),
    ...ofMembers,
    ...(serviceDate === undefined || charge === undefined
      ? []
      : await findCandidatesOfCharge(scope, daysAround(serviceDate), charge)),
    ...(serviceDate === undefined || lastName === undefined
      ? []
      : await findCandidatesOfName(scope, serviceDate, lastName)),
  ];
}

function suggestion(
  reference: ClaimReference,
  { id, patientControlNumber, claim, status }: CandidateClaim,
  numbers: ReadonlyMap<string, string>,
): { readonly suggestion: ClaimSuggestion; readonly daysOff: number } {
  const identity = identityOf(claim);
  const fit = compareWithClaim(reference, identity);
  const named = numbers.get(id);
  const fitting = PARTS.filter(({ part }) => fit[part] === 'same' || fit[part] === 'near');
  const points = PARTS.reduce((sum, { part, points: of }) => sum + of[fit[part]], 0);
  const { daysOff, ...fits } = fit;
  const told: ClaimSuggestion = {
    claimId: id,
    patientControlNumber,
    patientName: `${claim.patient.lastName}, ${claim.patient.firstName}`,
    memberId: claim.coverage.memberId,
    serviceDate: identity.serviceDates[0] ?? '',
    totalCharge: totalCharge(claim),
    payerName: claim.coverage.payerName,
    status,
    score: Math.max(0, Math.min(100, points + (named === undefined ? 0 : NUMBER_POINTS))),
    reasons: [...(named === undefined ? [] : [named]), ...fitting.map(({ words }) => words(fit))],
    fits,
  };
  // Without a date they are told apart by what else fits.
  return { suggestion: told, daysOff: Math.abs(daysOff ?? Number.POSITIVE_INFINITY) };
}

/** Sorts by how far a day is off; two that are not known are as near as each other. */
const nearer = (a: number, b: number): number => (a === b ? 0 : a - b);

const daysAround = (day: IsoDate): IsoDate[] =>
  Array.from({ length: 2 * NEAR_DAYS + 1 }, (_, at) => addDays(day, at - NEAR_DAYS));

const daysWords = (days: number): string => (days === 1 ? '1 day' : `${days} days`);
