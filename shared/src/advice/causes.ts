/**
 * Why a claim was refused, or less was paid: our own words for what payers say in codes, where in the claim the fault most likely
 * is, and what usually settles it. Codes are mapped to these in `*-causes.ts`.
 */

/** What usually settles it; which actions that comes to depends on how far the claim is (`actions.ts`). */
export type Remedy =
  /** Something in the claim is wrong or missing. */
  | 'correct'
  /** Papers or facts are asked for. */
  | 'attach'
  /** Another insurance comes before this one, or instead of it. */
  | 'other-payer'
  /** The decision itself is disputed. */
  | 'appeal'
  | 'bill-patient'
  | 'write-off'
  /** A person has to find out first. */
  | 'ask'
  /** Nothing is to be done. */
  | 'none';

export interface Cause {
  /** What happened, as one says it to a colleague; `the payer` may be a clearinghouse. */
  readonly what: string;
  /** What to do. */
  readonly advice: string;
  /** Paths of the claim, the likeliest first; `*` is the line that was refused. None where it is not in the claim. */
  readonly fields: readonly string[];
  readonly remedy: Remedy;
}

const cause = (what: string, advice: string, remedy: Remedy, ...fields: readonly string[]): Cause => ({
  what,
  advice,
  fields,
  remedy,
});

export const CAUSES = {
  'member-unknown': cause(
    'The payer does not know this member.',
    'Compare member ID, name and birth date with the insurance card, and that the payer is the right one.',
    'correct',
    'coverage.memberId',
    'patient.lastName',
    'patient.birthDate',
    'coverage.payerId',
  ),
  'member-mismatch': cause(
    'Name, birth date or sex are not those that the payer has for this member ID.',
    'Write them as they are on the insurance card.',
    'correct',
    'patient.lastName',
    'patient.firstName',
    'patient.birthDate',
    'coverage.memberId',
  ),
  'not-insured-then': cause(
    'The patient was not insured there on that day.',
    'Check the coverage for the day of the service. Bill the insurance that held then, or the patient.',
    'other-payer',
    'coverage.memberId',
    'serviceLines.*.serviceDate',
  ),
  'dependent-not-insured': cause(
    'The patient is not insured with this subscriber.',
    'Check what the patient is to the subscriber, and whether dependents are insured.',
    'correct',
    'relationshipToSubscriber',
    'subscriber.lastName',
    'patient.birthDate',
  ),
  'wrong-payer': cause(
    'This payer does not handle the claim.',
    'Look at the card for the payer ID that takes claims, and bill that one instead.',
    'other-payer',
    'coverage.payerId',
    'coverage.memberId',
  ),
  'other-payer-first': cause(
    'Another insurance comes first.',
    'Ask the patient which insurance is primary, and bill that one instead; then this one with its answer.',
    'other-payer',
    'otherCoverages',
    'coverage.rank',
  ),
  'other-payer-decided': cause(
    'The payer says that another insurance comes first, and does not count that one’s decision.',
    'Send it that decision again by replacing the claim. Where it has the order of the insurances wrong, let the patient put that right there first (coordination of benefits).',
    'correct',
    'otherCoverages',
    'coverage.rank',
  ),
  'accident-payer': cause(
    'The payer takes it for an accident or injury at work that another insurance covers.',
    'Ask the patient. Bill that insurance, or say on the claim that it was no accident.',
    'other-payer',
    'relatedCauses',
    'accidentDate',
  ),
  'earlier-decision-missing': cause(
    'The decision of the payer before this one is missing or does not add up.',
    'Put what the first payer paid and took off on the claim, line by line, as its remittance says.',
    'correct',
    'otherCoverages',
  ),
  'earlier-payer-refused': cause(
    'The payer before this one refused it, and this one follows.',
    'Settle it with the first payer, then bill this one again.',
    'ask',
    'otherCoverages',
  ),
  duplicate: cause(
    'The payer has this claim already.',
    'Look for the first one and its answer. Send it again only where the services differ, with the modifier that says so.',
    'ask',
    'serviceLines.*.modifiers',
  ),
  'filed-late': cause(
    'The payer says that it came too late.',
    'If it was sent in time, appeal with the acceptance as proof of filing.',
    'appeal',
    'delayReason',
  ),
  'no-authorization': cause(
    'An authorization is missing or does not fit what was done.',
    'Put the authorization number on the claim. Without one, ask the payer whether it grants it afterwards.',
    'correct',
    'priorAuthorizationNumber',
  ),
  'no-referral': cause(
    'A referral is missing, or the referring provider is not accepted.',
    'Put the referral number and the referring provider on the claim.',
    'correct',
    'referralNumber',
    'referringProvider.npi',
  ),
  'not-necessary': cause(
    'The payer does not find the service medically necessary.',
    'Check that the diagnosis tells why it was done. If it does, appeal with the notes.',
    'appeal',
    'serviceLines.*.diagnosisPointers',
    'diagnoses',
  ),
  'diagnosis-invalid': cause(
    'A diagnosis code is not valid for that day, or not complete.',
    'Choose the most detailed code that was valid on the day of the service.',
    'correct',
    'diagnoses',
  ),
  'diagnosis-does-not-fit': cause(
    'The diagnosis does not go with the service or the patient.',
    'Check which diagnosis the line points at.',
    'correct',
    'serviceLines.*.diagnosisPointers',
    'diagnoses',
  ),
  'procedure-invalid': cause(
    'The procedure code is not valid for that day or for this payer.',
    'Check the code, and whether the payer wants another one.',
    'correct',
    'serviceLines.*.procedureCode',
  ),
  modifier: cause(
    'A modifier is missing, or does not go with the procedure.',
    'Check the modifiers of the line.',
    'correct',
    'serviceLines.*.modifiers',
  ),
  'place-of-service': cause(
    'The place of service does not go with the procedure or the provider.',
    'Check the place of service.',
    'correct',
    'placeOfService',
    'serviceLines.*.placeOfService',
  ),
  'age-or-sex': cause(
    'The procedure or diagnosis does not go with the patient’s age or sex.',
    'Check birth date and sex, then the code.',
    'correct',
    'patient.birthDate',
    'patient.sex',
    'serviceLines.*.procedureCode',
  ),
  units: cause(
    'The units are missing or not accepted.',
    'Check the units of the line.',
    'correct',
    'serviceLines.*.units',
  ),
  'benefit-used-up': cause(
    'More was done than the plan pays for, or too often.',
    'Check the units and earlier visits. If they are right, appeal, or bill the patient where the plan allows it.',
    'appeal',
    'serviceLines.*.units',
  ),
  bundled: cause(
    'The payer counts the service as part of another one.',
    'If it stood for itself, the modifier that says so may be missing; else it is not paid apart.',
    'appeal',
    'serviceLines.*.modifiers',
  ),
  'not-covered': cause(
    'The plan does not cover the service.',
    'Where the payer makes it the patient’s share, bill the patient; else appeal or write it off.',
    'bill-patient',
    'serviceLines.*.procedureCode',
  ),
  charge: cause(
    'Charges are missing, or do not add up.',
    'Check the charges of the lines.',
    'correct',
    'serviceLines.*.chargeAmount',
  ),
  'service-date': cause(
    'A date is missing, not valid, or not possible.',
    'Check the dates of the lines.',
    'correct',
    'serviceLines.*.serviceDate',
  ),
  'other-dates': cause(
    'A date that belongs to such a service is missing or not valid.',
    'Check accident, onset, admission and last-seen dates.',
    'correct',
    'accidentDate',
    'onsetDate',
    'admissionDate',
  ),
  'billing-provider': cause(
    'The payer does not accept the billing provider’s NPI, name or address.',
    'Compare them with what is on file at the payer, and whether the enrollment is done.',
    'correct',
    'billingProvider.npi',
    'billingProvider.name',
    'billingProvider.address',
  ),
  'tax-id': cause(
    'The payer does not accept the tax ID with this billing NPI.',
    'Compare both with what is on file at the payer.',
    'correct',
    'billingProvider.taxId',
    'billingProvider.npi',
  ),
  taxonomy: cause(
    'The taxonomy is missing, or not the one that the payer has on file.',
    'Put the taxonomy on the claim with which the provider is enrolled.',
    'correct',
    'billingProvider.taxonomy',
    'renderingProvider.taxonomy',
  ),
  'rendering-provider': cause(
    'The payer does not accept the rendering provider.',
    'Check the NPI, and whether this provider is enrolled there.',
    'correct',
    'renderingProvider.npi',
  ),
  'referring-provider': cause(
    'The referring or ordering provider is missing or not accepted.',
    'Check the NPI and name of who referred or ordered.',
    'correct',
    'referringProvider.npi',
    'serviceLines.*.orderingProvider.npi',
  ),
  'supervising-provider': cause(
    'The supervising provider is missing or not accepted.',
    'Check the NPI and name.',
    'correct',
    'supervisingProvider.npi',
  ),
  facility: cause(
    'The place where it was done is missing or not accepted.',
    'Check name, address and NPI of the facility.',
    'correct',
    'serviceFacility.name',
    'serviceFacility.npi',
    'serviceFacility.address',
  ),
  'provider-npi': cause(
    'The payer does not accept the NPI of a provider, and does not say whose.',
    'Check the NPIs of the billing and the rendering provider, and their enrollment.',
    'correct',
    'renderingProvider.npi',
    'billingProvider.npi',
  ),
  'provider-not-enrolled': cause(
    'The provider is not enrolled for this service, or was not on that day.',
    'Check the enrollment at the payer, then send it again or appeal.',
    'ask',
    'renderingProvider.npi',
    'billingProvider.npi',
  ),
  'out-of-network': cause(
    'The provider is outside the plan’s network.',
    'Ask the payer whether an exception is possible; else it may be the patient’s share.',
    'appeal',
    'renderingProvider.npi',
  ),
  'submitter-not-approved': cause(
    'The payer does not take electronic claims of this practice yet.',
    'Finish the enrollment for electronic claims at this payer, then send it again.',
    'ask',
    'coverage.payerId',
  ),
  'patient-address': cause(
    'The address of the patient or subscriber is missing or not valid.',
    'Check street, city, state and ZIP.',
    'correct',
    'patient.address',
    'subscriber.address',
  ),
  'patient-name': cause(
    'The name of the patient or subscriber is not accepted.',
    'Write it as it is on the insurance card.',
    'correct',
    'patient.lastName',
    'patient.firstName',
    'subscriber.lastName',
  ),
  'birth-date': cause(
    'The birth date is not accepted.',
    'Compare it with the chart.',
    'correct',
    'patient.birthDate',
    'subscriber.birthDate',
  ),
  sex: cause('The sex is not accepted.', 'Compare it with the chart.', 'correct', 'patient.sex'),
  relationship: cause(
    'What the patient is to the subscriber is missing or not accepted.',
    'Check the relationship.',
    'correct',
    'relationshipToSubscriber',
  ),
  'group-number': cause(
    'The group or policy number is not accepted.',
    'Copy it from the insurance card.',
    'correct',
    'coverage.groupNumber',
    'coverage.memberId',
  ),
  'payer-claim-number': cause(
    'The payer’s number of the earlier claim is missing or not known there.',
    'Take it from the payer’s last answer to the claim that is replaced.',
    'correct',
    'payerClaimControlNumber',
    'frequency',
  ),
  clia: cause(
    'The laboratory’s CLIA number is missing or not valid.',
    'Put it on the claim.',
    'correct',
    'cliaNumber',
  ),
  drug: cause(
    'The drug’s NDC, quantity or unit is missing or not valid.',
    'Check the drug of the line.',
    'correct',
    'serviceLines.*.drug.code',
  ),
  'service-description': cause(
    'A description of the service is asked for.',
    'Say in words what was done.',
    'correct',
    'serviceLines.*.description',
  ),
  format: cause(
    'The claim’s form was not accepted.',
    'Nothing that was typed need be wrong: ask the clearinghouse what it could not read.',
    'ask',
  ),
  'papers-wanted': cause(
    'The payer wants notes or other papers.',
    'Send what it names, then ask for the claim to be decided again.',
    'attach',
    'attachments',
  ),
  'patient-must-answer': cause(
    'The payer waits for an answer of the patient.',
    'Ask the patient to answer the payer; the claim is decided after that.',
    'ask',
  ),
  'something-missing': cause(
    'Something is missing or wrong; the remark says what.',
    'Correct what the remark names. Without a remark, ask the payer.',
    'correct',
  ),
  'patient-was-paid': cause(
    'The payer sent the money to the patient.',
    'Bill the patient. If benefits were assigned to the practice, ask the payer why.',
    'bill-patient',
    'assignmentOfBenefits',
  ),
  'not-on-file': cause(
    'The claim is not on file there.',
    'Ask before it is sent again: it may be under way.',
    'ask',
  ),
  'decision-stands': cause(
    'The payer looked at it again and stays with its decision.',
    'The next level of appeal is left, or to let it go.',
    'appeal',
  ),
  hospice: cause(
    'The patient is enrolled in a hospice, which pays for what belongs to the terminal illness.',
    'Where the service has nothing to do with that illness, the modifier that says so is missing: replace the claim with it. Else bill the hospice.',
    'correct',
    'serviceLines.*.modifiers',
    'serviceLines.*.diagnosisPointers',
  ),
  'passed-on': cause(
    'The payer has passed the claim on to the one that it takes to be the right one.',
    'Ask it to whom, and wait for that one’s answer: sent again meanwhile it may be a duplicate. If it went nowhere, bill the right insurance instead.',
    'ask',
    'coverage.payerId',
  ),
  'not-in-notes': cause(
    'The payer does not find the service in the notes.',
    'Send the notes that show it, and ask for a new decision. If they don’t show it, let it go.',
    'appeal',
  ),
  'paid-before': cause(
    'The payer says that it has paid for this already.',
    'Look for that payment, on other claims of the patient too, and ask the payer for its check number. Nothing is sent again before that.',
    'ask',
  ),
  'one-visit-a-day': cause(
    'The payer pays for one visit a day to the same doctor.',
    'If the second one was for another matter, replace the claim with the modifier and diagnosis that say so; else it is not paid apart.',
    'appeal',
    'serviceLines.*.modifiers',
    'serviceLines.*.diagnosisPointers',
  ),
  'other-service-missing': cause(
    'It is paid only together with another service, which the payer has not got or not paid.',
    'Check that the other service was billed, on the same claim where it belongs there, and how it was decided.',
    'correct',
    'serviceLines.*.procedureCode',
  ),
  'not-a-new-patient': cause(
    'The payer has the patient as one who was seen by the practice before.',
    'Replace the claim with the code for an established patient. If nobody of the practice’s specialty saw the patient in the last three years, appeal.',
    'correct',
    'serviceLines.*.procedureCode',
  ),
  'done-by-another': cause(
    'The payer says that another provider did it, or a part of it.',
    'Compare it with who did what: correct the provider or the modifier for a part, or appeal with the notes.',
    'appeal',
    'renderingProvider.npi',
    'serviceLines.*.modifiers',
  ),
  'by-diagnosis': cause(
    'The payer pays another amount for it because of the diagnosis.',
    'Check which diagnosis the line points at, and whether a more exact one fits.',
    'correct',
    'serviceLines.*.diagnosisPointers',
    'diagnoses',
  ),
  'plan-steps': cause(
    'The plan wanted something to be done first, and does not find that it was.',
    'Ask the payer what is missing, such as an authorization or a referral, and whether it can be given afterwards.',
    'ask',
    'priorAuthorizationNumber',
    'referralNumber',
  ),
  'coverage-rules': cause(
    'The payer’s own rules for such a service are not met.',
    'Ask which rule, or read its policy: correct what the claim leaves out, or appeal with the notes.',
    'appeal',
    'serviceLines.*.procedureCode',
    'diagnoses',
  ),
  'notice-not-valid': cause(
    'The notice that the patient signed before the service does not hold.',
    'Look at it: if it was signed in time and says what it must, appeal with it. Else the patient is not billed for this.',
    'appeal',
  ),
  'rate-missing': cause(
    'The payer finds no contract rate of the practice for that day.',
    'Send it the contract or rates that held then, and ask for a new decision.',
    'appeal',
  ),
  reviewed: cause(
    'The payer follows what a review of the claim found.',
    'Ask for the findings. Appeal with the notes where they are wrong.',
    'appeal',
  ),
  'may-not-direct': cause(
    'The payer does not accept who directed or ordered the care for that.',
    'Check who it is on the claim, and whether that provider is enrolled there for it.',
    'correct',
    'referringProvider.npi',
    'renderingProvider.npi',
  ),
  'hospital-group': cause(
    'The payer could not put it into one of its groups for hospital stays.',
    'Such groups are not for a claim like this one: ask the payer what it took it for.',
    'ask',
  ),
  contract: cause(
    'More was charged than the contract allows.',
    'It is written off; nothing is to be done.',
    'none',
  ),
  'contract-alone': cause(
    'The payer denied it, and names nothing but its contract as the reason.',
    'Ask the payer why it denied.',
    'ask',
  ),
  capitated: cause(
    'The monthly capitation pays for it, or a managed care plan that the patient is in.',
    'With capitation from this payer, write it off. Without, bill the patient’s plan instead.',
    'ask',
  ),
  'patient-share': cause('It is the patient’s share.', 'Bill the patient.', 'bill-patient'),
  'earlier-payers': cause('Earlier payers settled this part.', 'Nothing is to be done.', 'none'),
  'payer-reduction': cause(
    'The payer pays less by a rule of its own.',
    'Compare it with the contract; appeal where it is too little.',
    'appeal',
  ),
  pending: cause('The payer has not decided yet.', 'Wait for its answer.', 'none'),
} as const satisfies Record<string, Cause>;

export type CauseId = keyof typeof CAUSES;

/** From rows of a cause and its codes, split at blanks. A code that stands twice is a slip. */
export function byCode(rows: readonly (readonly [CauseId, string])[]): ReadonlyMap<string, CauseId> {
  const pairs = rows.flatMap(([id, codes]) => codes.split(' ').map((code) => [code, id] as const));
  const map = new Map(pairs);
  if (map.size < pairs.length) throw new Error('A code has two causes.');
  return map;
}
