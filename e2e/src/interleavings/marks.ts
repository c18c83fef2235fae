/** Whose a claim is, by everything in it that belongs to one patient of the look-alike EHR alone. */
import type { Claim } from '@claimside/shared/claim';
import { type LookAlikePatient, PATIENTS } from '../ehr/index.ts';

/** Last names of all patients of whom anything stands in the claim; one, when nothing is mixed. */
export function marksOf(claim: Claim): string[] {
  const text = JSON.stringify(claim).toLowerCase();
  return PATIENTS.filter((patient) =>
    ownMarks(patient).some((mark) => text.includes(mark.toLowerCase())),
  ).map(({ lastName }) => lastName);
}

function ownMarks({ visit, ...patient }: LookAlikePatient): string[] {
  const { lastName, firstName, birthDate, street, postalCode, memberId, groupNumber } = patient;
  return [
    `"${lastName}"`,
    `"${firstName}"`,
    birthDate,
    street,
    `"${postalCode}"`,
    memberId,
    groupNumber,
    visit.date,
    ...visit.diagnoses.map(([code]) => `"${code}"`),
    ...visit.lines.map(({ code }) => `"${code}"`),
  ];
}
