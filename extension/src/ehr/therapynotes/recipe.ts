/** TherapyNotes: the service is a choice in the appointment's dialog. What is assumed: README.md. */
import type { Locator, Recipe } from '@claimside/shared/recipe';

/** Ids begin so; what they end in is assumed. */
const file = (...names: readonly string[]): readonly Locator[] =>
  names.map((name) => ({ css: `#PatientFile__${name}`, confidence: 0.8 }));

export const therapyNotes: Recipe = {
  id: 'therapynotes',
  name: 'TherapyNotes',
  revision: 20261126,
  hosts: ['www.therapynotes.com'],
  signs: { address: '^/app/', selectors: [] },
  documents: [
    {
      id: 'patient-file',
      name: 'Patient file',
      address: '^/app/patients/edit/',
      fields: {
        'patient.lastName': file('LastName'),
        'patient.firstName': file('FirstName'),
        'patient.middleName': file('MiddleName'),
        'patient.birthDate': file('DateOfBirth', 'DOB'),
        'patient.sex': file('Sex', 'Gender'),
        'patient.address.line1': file('Address1', 'Address'),
        'patient.address.city': file('City'),
        'patient.address.state': file('State'),
        'patient.address.postalCode': file('Zip', 'ZipCode'),
        'patient.phone': file('MobilePhone', 'HomePhone'),
      },
      rest: 'generic',
    },
    {
      id: 'appointment',
      name: 'Appointment',
      address: '^/app/',
      selectors: ['#CalendarEntryEditor__ServiceCodeSelect'],
      lines: {
        rows: { css: '#CalendarEntryEditor__ServiceCodeSelect' },
        parts: { code: {} },
        confidence: 0.85,
        unitsNotShown: true,
      },
      rest: 'generic',
    },
    // Lists of many patients' services are nobody's visit.
    { id: 'billing', name: 'Billing', address: '^/app/billing/' },
    { id: 'page', name: 'Page', address: '^/app/', rest: 'generic' },
  ],
  noVisit: 'No service is in sight. Open the appointment in the calendar and choose its service code.',
  elsewhere: [
    {
      fields: ['patient.lastName', 'patient.birthDate', 'patient.sex', 'patient.address.line1'],
      message: "The patient's name, birth date, sex and address are in the patient file, under Info.",
    },
    {
      fields: ['coverage.payerName', 'coverage.memberId'],
      message: 'The insurance is in the patient file, under Billing.',
    },
  ],
};
