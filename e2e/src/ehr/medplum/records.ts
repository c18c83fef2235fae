/** The patients' visits as FHIR resources, as the Medplum Provider holds them: codes, and the words it shows in their place. */
import type {
  ChargeItem,
  Condition,
  Coverage,
  Encounter,
  Organization,
  Patient,
  Practitioner,
  Resource,
} from '@medplum/fhirtypes';
import { type LookAlikeLine, type LookAlikePatient, PATIENTS } from '../patients.ts';

const CPT = 'http://www.ama-assn.org/go/cpt';
const ICD10 = 'http://hl7.org/fhir/sid/icd-10-cm';
const MODIFIER = 'http://hl7.org/fhir/StructureDefinition/chargeitem-modifier';
/** Words in place of modifiers. */
const MODIFIER_WORDS: Readonly<Record<string, string>> = {
  '25': 'Separate visit',
  GP: 'Therapy plan',
  RT: 'Right side',
  '59': 'Separate service',
};

/** `/Patient/1/Encounter/4711` */
export const addressOf = ({ pid, visit }: LookAlikePatient): string =>
  `/Patient/${pid}/Encounter/${visit.number}`;

const practitioner: Practitioner = {
  resourceType: 'Practitioner',
  id: 'ingrid',
  name: [{ prefix: ['Dr.'], given: ['Ingrid'], family: 'Halvorsen', suffix: ['MD'] }],
  identifier: [{ system: 'http://hl7.org/fhir/sid/us-npi', value: '1245319599' }],
};

function resourcesOf(patient: LookAlikePatient): Resource[] {
  const { pid, visit, payer } = patient;
  const subject = { reference: `Patient/${pid}` };
  const encounter = { reference: `Encounter/${visit.number}` };
  const conditionId = (n: number): string => `${visit.number}-d${n}`;
  const person: Patient = {
    resourceType: 'Patient',
    id: String(pid),
    name: [{ given: [patient.firstName, patient.middleName].filter(Boolean), family: patient.lastName }],
    birthDate: patient.birthDate,
    gender: patient.sex === 'Female' ? 'female' : 'male',
    address: [
      { line: [patient.street], city: patient.city, state: patient.state[0], postalCode: patient.postalCode },
    ],
    telecom: [{ system: 'phone', value: patient.phone }],
  };
  const organization: Organization = { resourceType: 'Organization', id: `payer-${pid}`, name: payer.name };
  const coverage: Coverage = {
    resourceType: 'Coverage',
    id: `coverage-${pid}`,
    status: 'active',
    beneficiary: subject,
    subscriber: subject,
    subscriberId: patient.memberId,
    relationship: { coding: [{ code: 'self' }] },
    payor: [{ reference: `Organization/payer-${pid}`, display: payer.name }],
    class: [{ type: { coding: [{ code: 'group' }] }, value: patient.groupNumber }],
  };
  const conditions = visit.diagnoses.map(
    ([code, display], n): Condition => ({
      resourceType: 'Condition',
      id: conditionId(n),
      subject,
      encounter,
      code: { coding: [{ system: ICD10, code, display }] },
    }),
  );
  /** On the list of problems, not of this visit. */
  const problem: Condition = {
    resourceType: 'Condition',
    id: `problem-${pid}`,
    subject,
    code: { coding: [{ system: ICD10, code: 'J45.909', display: 'Asthma, not told which' }] },
  };
  const seen: Encounter = {
    resourceType: 'Encounter',
    id: String(visit.number),
    status: 'in-progress',
    class: { code: 'AMB' },
    subject,
    period: { start: `${visit.date}T21:00:00.000Z` },
    participant: [{ individual: { reference: 'Practitioner/ingrid', display: 'Dr. Ingrid Halvorsen MD' } }],
    diagnosis: conditions.map((_, n) => ({
      condition: { reference: `Condition/${conditionId(n)}` },
      rank: n + 1,
    })),
  };
  const charges = visit.lines.map((line, n) => chargeItem(line, `${visit.number}-c${n}`, subject, encounter));
  return [person, organization, coverage, seen, ...conditions, problem, ...charges];
}

function chargeItem(
  line: LookAlikeLine,
  id: string,
  subject: ChargeItem['subject'],
  context: NonNullable<ChargeItem['context']>,
): ChargeItem {
  return {
    resourceType: 'ChargeItem',
    id,
    status: 'planned',
    subject,
    context,
    code: { coding: [{ system: CPT, code: line.code, display: line.description }] },
    quantity: { value: Number(line.units) },
    priceOverride: { value: Number(line.price) * Number(line.units), currency: 'USD' },
    extension: line.modifiers
      .split(':')
      .filter(Boolean)
      .map((code) => ({
        url: MODIFIER,
        valueCodeableConcept: { coding: [{ code, display: MODIFIER_WORDS[code] ?? 'Modified' }] },
      })),
  };
}

export const RECORDS: readonly Resource[] = [practitioner, ...PATIENTS.flatMap(resourcesOf)];
