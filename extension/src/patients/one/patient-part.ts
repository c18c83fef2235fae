/** A patient as a form shows one. */
import { KeptPatient } from '@claimside/shared/api';
import { ANY, DAY, PHONE, some } from '../../options/form/kinds.ts';
import type { Part } from '../../options/form/part.ts';
import { addressFields, addressOf, addressTexts } from './address.ts';

export const SEXES = [
  ['', 'Not known'],
  ['F', 'Female'],
  ['M', 'Male'],
  ['U', 'Unknown to the payer'],
] as const;

export const PATIENT_PART: Part<KeptPatient> = {
  what: 'patient',
  fields: (texts) => [
    { name: 'lastName', label: 'Last name', kind: some(60, 'Enter the last name.') },
    { name: 'firstName', label: 'First name', kind: some(35, 'Enter the first name.') },
    { name: 'middleName', label: 'Middle name', kind: some(25, ''), isOptional: true },
    { name: 'suffix', label: 'Suffix', kind: some(10, ''), isOptional: true },
    { name: 'birthDate', label: 'Date of birth', kind: DAY, isDate: true },
    { name: 'sex', label: 'Sex', kind: ANY, choices: SEXES },
    { name: 'phone', label: 'Phone', kind: PHONE, isOptional: true },
    ...addressFields('', texts),
  ],
  begin: (item) => ({
    lastName: item?.lastName ?? '',
    firstName: item?.firstName ?? '',
    middleName: item?.middleName ?? '',
    suffix: item?.suffix ?? '',
    birthDate: item?.birthDate ?? '',
    sex: item?.sex ?? '',
    phone: item?.phone ?? '',
    ...addressTexts('', item?.address),
  }),
  make(texts) {
    const { lastName, firstName, middleName, suffix, birthDate, sex, phone } = texts;
    return KeptPatient.parse({
      lastName,
      firstName,
      middleName: middleName || undefined,
      suffix: suffix || undefined,
      birthDate,
      sex: sex || undefined,
      phone: phone || undefined,
      address: addressOf('', texts),
    });
  },
};
