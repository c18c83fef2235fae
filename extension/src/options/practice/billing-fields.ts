/** The fields of whom claims are billed under: of the practice itself, and of each billing profile. */
import type { BillingProvider } from '@claimside/shared/claim';
import { ANY, NPI, PHONE, some, TAX_ID, TAXONOMY } from '../form/kinds.ts';
import { type FieldSpec, given, type Texts } from '../form/part.ts';
import { ADDRESS_FIELDS, addressFrom, addressTexts } from './address-fields.ts';

const ORGANIZATION: readonly FieldSpec[] = [
  {
    name: 'organizationName',
    label: 'Billed under the name',
    kind: some(60, 'Enter the name as NPPES has it for the NPI.'),
  },
];
const PERSON: readonly FieldSpec[] = [
  { name: 'lastName', label: 'Last name', kind: some(60, 'Enter the last name.') },
  { name: 'firstName', label: 'First name', kind: some(35, 'Enter the first name.') },
];

export const billingFields = (texts: Texts): readonly FieldSpec[] => [
  {
    name: 'billsAs',
    label: 'Bills as',
    kind: ANY,
    choices: [
      ['organization', 'A group or company'],
      ['person', 'A person'],
    ],
  },
  ...(texts.billsAs === 'person' ? PERSON : ORGANIZATION),
  { name: 'npi', label: 'NPI that bills', kind: NPI },
  {
    name: 'taxIdKind',
    label: 'Kind of tax ID',
    kind: ANY,
    choices: [
      ['EI', 'EIN, employer ID'],
      ['SY', 'SSN, social security number'],
    ],
  },
  { name: 'taxId', label: 'Tax ID', kind: TAX_ID },
  {
    name: 'taxonomy',
    label: 'Taxonomy code',
    kind: TAXONOMY,
    isOptional: true,
    hint: 'Some payers want it. May be left empty.',
  },
  ...ADDRESS_FIELDS,
  { name: 'contactName', label: 'Contact for billing', kind: some(60, 'Enter a name.'), isFirst: true },
  { name: 'contactPhone', label: 'Contact’s phone', kind: PHONE },
];

export function billingTexts(billing: BillingProvider | undefined): Texts {
  const { name } = billing ?? {};
  return {
    billsAs: name?.kind ?? 'organization',
    organizationName: name?.kind === 'organization' ? name.organizationName : '',
    lastName: name?.kind === 'person' ? name.lastName : '',
    firstName: name?.kind === 'person' ? name.firstName : '',
    npi: billing?.npi ?? '',
    taxIdKind: billing?.taxIdKind ?? 'EI',
    taxId: billing?.taxId ?? '',
    taxonomy: billing?.taxonomy ?? '',
    ...addressTexts(billing?.address),
    contactName: billing?.contactName ?? '',
    contactPhone: billing?.contactPhone ?? '',
  };
}

export function billingFrom(texts: Texts, before: BillingProvider | undefined): BillingProvider {
  const { taxonomy: _taxonomy, ...kept } = before ?? {};
  const { organizationName = '', lastName = '', firstName = '', contactName = '', contactPhone = '' } = texts;
  const person = before?.name.kind === 'person' ? before.name : {};
  return {
    ...kept,
    npi: texts.npi ?? '',
    ...given('taxonomy', texts.taxonomy),
    name:
      texts.billsAs === 'person'
        ? { ...person, kind: 'person', lastName, firstName }
        : { kind: 'organization', organizationName },
    taxIdKind: texts.taxIdKind === 'SY' ? 'SY' : 'EI',
    taxId: texts.taxId ?? '',
    address: addressFrom(texts),
    contactName,
    contactPhone,
  };
}
