import { expect, test } from 'vitest';
import { isPatientHeading, meaningsOf } from './headings.ts';

test.each([
  ['Last Name', 'lastName'],
  ['patientLastName', 'lastName'],
  ['PATIENT_FIRST_NAME', 'firstName'],
  ['Patient', 'name'],
  ['Patient Name', 'name'],
  ['DOB', 'birthDate'],
  ['Date of Birth', 'birthDate'],
  ['Patient DOB', 'birthDate'],
  ['Gender', 'sex'],
  ['Address1', 'line1'],
  ['Address 2', 'line2'],
  ['Zip Code', 'postalCode'],
  ['Cell Phone', 'phone'],
  ['Primary Phone', 'phone'],
  ['Insurance', 'P.payerName'],
  ['Primary Insurance Name', 'P.payerName'],
  ['Payor Name', 'P.payerName'],
  ['Payer ID', 'P.payerId'],
  ['Member ID', 'P.memberId'],
  ['Policy #', 'P.memberId'],
  ['Subscriber No.', 'P.memberId'],
  ['Insurance ID', 'P.memberId'],
  ['Group Number', 'P.groupNumber'],
  ['Grp No', 'P.groupNumber'],
  ['Relationship to Insured', 'P.relationship'],
  ['Patient Relationship to Subscriber', 'P.relationship'],
  ['Insured’s Name', 'P.insuredName'],
  ['Policy Holder First Name', 'P.insuredFirstName'],
  ['Subscriber DOB', 'P.insuredBirthDate'],
  ['Insured Zip', 'P.insuredPostalCode'],
  ['Co-pay', 'P.copay'],
  ['Insurance Phone', 'P.payerPhone'],
  ['Effective Date', 'P.validFrom'],
  ['Policy End Date', 'P.validTo'],
  ['Valid to', 'P.validTo'],
  ['Secondary Payer', 'S.payerName'],
  ['Secondary', 'S.payerName'],
  ['Sec Insurance Policy Number', 'S.memberId'],
  ['Insurance 2 Member ID', 'S.memberId'],
  ['Ins2 Group', 'S.groupNumber'],
  ['2nd Insurance', 'S.payerName'],
  ['Secondary Subscriber Last Name', 'S.insuredLastName'],
  ['Tertiary Insurance Company', 'T.payerName'],
  ['Order', 'rank'],
  ['Insurance Priority', 'rank'],
  ['Insurance Address', undefined],
  ['Guarantor Last Name', undefined],
  ['Emergency Contact Phone', undefined],
  ['Provider Name', undefined],
  ['Patient ID', undefined],
  ['Balance', undefined],
  ['', undefined],
])('the heading “%s” is %s', (heading, meaning) => {
  expect(meaningsOf([heading])).toEqual([meaning]);
});

test('of two columns with one meaning the first has it', () => {
  expect(meaningsOf(['Home Phone', 'Cell Phone', 'DOB'])).toEqual(['phone', undefined, 'birthDate']);
});

test('a title above the headings is none', () => {
  expect(isPatientHeading(['Patient list', ''])).toBe(false);
  expect(isPatientHeading(['Last Name', 'Favourite colour'])).toBe(false);
  expect(isPatientHeading(['Last Name', 'First Name', 'DOB'])).toBe(true);
});
