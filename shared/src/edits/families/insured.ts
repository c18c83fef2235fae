/** Edits on what the patient is to the insured person, here and at other insurances. */
import { CLAIM_FILING, currentSet, holdsCode, RELATIONSHIP } from '../../codes/index.ts';
import { isIsoDate } from '../../values/index.ts';
import type { Edit } from '../edit.ts';
import { eachOtherCoverage, otherPath } from '../walk.ts';

export const insuredEdits: readonly Edit[] = [
  {
    id: 'relationship',
    severity: 'error',
    snip: 4,
    fields: ['relationshipToSubscriber'],
    source: 'X12 837P 2000B SBR02, 2000C PAT01',
    summary:
      'What the patient is to the insured person is known, and nobody else is named as insured when it is the patient.',
    check({ relationshipToSubscriber: code, subscriber }, { codeSets }, report) {
      if (code && !holdsCode(currentSet(RELATIONSHIP, codeSets), code))
        report(
          'relationshipToSubscriber',
          'The relationship to the insured person is not known.',
          'Choose self, spouse, child or other.',
        );
      if (code === '18' && subscriber)
        report(
          'relationshipToSubscriber',
          'The patient is the insured person, and yet another insured person is named.',
          'Choose the relationship, or clear the insured person.',
        );
    },
  },
  {
    id: 'insured-is-patient',
    severity: 'warning',
    snip: 4,
    fields: ['relationshipToSubscriber'],
    source: 'X12 837P 2000B SBR02',
    summary: 'An insured person with the name, birth date and sex of the patient is the patient.',
    check({ relationshipToSubscriber: code, patient, subscriber }, _context, report) {
      if (!patient || !subscriber || !code || code === '18') return;
      if (!subscriber.birthDate || subscriber.birthDate !== patient.birthDate) return;
      const insured = nameKey(subscriber);
      if (subscriber.sex !== patient.sex || insured === undefined || insured !== nameKey(patient)) return;
      report(
        'relationshipToSubscriber',
        'The insured person has the name, birth date and sex of the patient.',
        'If it is the patient, choose self; else correct the insured person.',
      );
    },
  },
  {
    id: 'child-older-than-insured',
    severity: 'warning',
    snip: 4,
    fields: ['relationshipToSubscriber'],
    source: 'X12 837P 2000C PAT01',
    summary: 'A child is not older than the insured parent: the two may be swapped.',
    check({ relationshipToSubscriber: code, patient, subscriber }, _context, report) {
      const [child, parent] = [patient?.birthDate, subscriber?.birthDate];
      if (code !== '19' || !child || !parent || !isIsoDate(child) || !isIsoDate(parent)) return;
      if (child < parent)
        report(
          'relationshipToSubscriber',
          'The patient is the child of the insured person, and yet older.',
          'Look whether patient and insured person are swapped.',
        );
    },
  },
  {
    id: 'patient-numbers',
    severity: 'error',
    snip: 4,
    fields: ['patient.propertyCasualtyMemberId'],
    source: 'X12 837P 2010CA REF*1W, REF*SY',
    summary:
      'A patient who is not the insured person has a member ID of their own or a social security number, not both.',
    check({ relationshipToSubscriber: code, patient }, _context, report) {
      if (code === '18' || !patient?.propertyCasualtyMemberId || !patient.socialSecurityNumber) return;
      report(
        'patient.propertyCasualtyMemberId',
        'The patient has a member ID of their own and a social security number; a claim can carry only one.',
        'Keep the one that the payer asks for.',
      );
    },
  },
  {
    id: 'other-relationship',
    severity: 'error',
    snip: 2,
    fields: ['otherCoverages.*.relationshipToSubscriber', 'otherCoverages.*.claimFilingIndicator'],
    source: 'X12 837P 2320 SBR02, SBR09',
    summary: "The other insurance's relationship and kind are of the lists.",
    check: eachOtherCoverage((other, index, _draft, { codeSets }, report) => {
      const { relationshipToSubscriber: relationship, claimFilingIndicator: kind } = other;
      if (relationship && !holdsCode(currentSet(RELATIONSHIP, codeSets), relationship))
        report(
          otherPath(index, 'relationshipToSubscriber'),
          "The relationship to the other insurance's member is not known.",
          'Choose self, spouse, child or other.',
        );
      if (kind && !holdsCode(currentSet(CLAIM_FILING, codeSets), kind))
        report(
          otherPath(index, 'claimFilingIndicator'),
          'The kind of the other insurance is not one that a claim can name.',
          'Choose it from the list.',
        );
    }),
  },
];

/** Last and first name without case; undefined where one is missing. */
function nameKey(person: {
  readonly lastName?: string | undefined;
  readonly firstName?: string | undefined;
}) {
  const { lastName, firstName } = person;
  return lastName && firstName ? `${lastName.trim()}|${firstName.trim()}`.toUpperCase() : undefined;
}
