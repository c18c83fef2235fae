/** The patient's own page: what the visit lacks, address and relationship to the insured. */
import { html } from 'hono/html';
import type { Markup } from '../openemr/page.ts';
import type { LookAlikePatient } from '../patients.ts';
import { box, list, row, webForm } from './page.ts';

const SEXES = [
  ['', ''],
  ['F', 'Female'],
  ['M', 'Male'],
] as const;
const RELATIONSHIPS = [
  ['', ''],
  ['1', 'Self'],
  ['2', 'Spouse'],
  ['3', 'Child'],
  ['4', 'Other'],
] as const;

export function patientPage(patient: LookAlikePatient): Markup {
  const [year = '', month = '', day = ''] = patient.birthDate.split('-');
  const [area = '', prefix = '', number = ''] = patient.phone.split('-');
  const at = (id: string): string => `ucPatient_${id}`;
  return webForm(
    'Edit Patient',
    String(patient.pid),
    html`<table>
      ${row('Last Name', box(at('LastName'), patient.lastName), 'First Name', box(at('FirstName'), patient.firstName), 'Middle', box(at('MiddleName'), patient.middleName, 3))}
      ${row('Gender', list(at('lstGender'), SEXES, patient.sex.slice(0, 1)), 'DOB', html`${box(at('DOB_Month'), month, 4)} ${box(at('DOB_Day'), day, 4)} ${box(at('DOB_Year'), year, 4)}`)}
      ${row('Address', html`${box(at('AddressLine1'), patient.street, 30)}${box(at('AddressLine2'), '')}`, 'City', box(at('City'), patient.city), 'State', list(at('lstState'), [['', ''], patient.state], patient.state[0]), 'Zip', box(at('Zip'), patient.postalCode))}
      ${row('Home Phone', html`${box(at('HomePhone_AreaCode'), area, 4)} ${box(at('HomePhone_Prefix'), prefix, 4)} ${box(at('HomePhone_Number'), number, 4)}`)}
      ${row('Insurance Name', box(at('InsuranceName'), patient.payer.name, 30), 'Subscriber ID', box(at('InsuranceSubscriberID'), patient.memberId), 'Group No', box(at('InsuranceGroupNo'), patient.groupNumber))}
      ${row('Relationship', list(at('lstRelationshipToInsuredID'), RELATIONSHIPS, '1'), 'Insured Last', box(at('InsuredLastName'), patient.lastName), 'Insured First', box(at('InsuredFirstName'), patient.firstName))}
    </table>`,
  );
}
