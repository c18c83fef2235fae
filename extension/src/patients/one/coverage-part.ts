/** A coverage as a form shows it, as its card is read: who is insured is asked where that is not the patient. */
import { KeptCoverage, type PracticeSettings } from '@claimside/shared/api';
import { payerKey } from '@claimside/shared/capture';
import { CLAIM_FILING_INDICATORS, RELATIONSHIPS } from '@claimside/shared/codes';
import { parseMoney } from '@claimside/shared/values';
import { ANY, chosen, DAY, type Kind, some } from '../../options/form/kinds.ts';
import type { Choices, FieldSpec, Part, Texts } from '../../options/form/part.ts';
import { addressFields, addressOf, addressTexts } from './address.ts';
import { COPAY, LINES, MEMBER_ID } from './kinds.ts';
import { SEXES } from './patient-part.ts';

const SELF = '18';
const RELATIONS: Choices = Object.entries(RELATIONSHIPS).toSorted(
  ([one], [other]) => Number(other === SELF) - Number(one === SELF),
);
const KINDS: Choices = [['', 'As usual for the payer'], ...Object.entries(CLAIM_FILING_INDICATORS)];

interface Named {
  readonly payerId: string;
  readonly name: string;
  readonly claimFilingIndicator: string;
}

const optional = (name: string, label: string, kind: Kind, more: Partial<FieldSpec> = {}): FieldSpec => ({
  name,
  label,
  kind,
  isOptional: true,
  ...more,
});

/** `standing`: its payer may be none of the practice's, and stays to be chosen. */
export const coveragePart = (
  practice: Pick<PracticeSettings, 'payers'>,
  standing?: KeptCoverage,
): Part<KeptCoverage> => ({
  what: 'coverage',
  fields: (texts) => [
    {
      name: 'payer',
      label: 'Payer',
      kind: chosen('Choose the payer; an admin adds others in Options.'),
      choices: [
        ['', 'Choose'],
        ...payersOf(practice, standing).map(
          (payer) => [payerKey(payer), `${payer.name} ${payer.payerId}`] as const,
        ),
      ],
    },
    { name: 'memberId', label: 'Member ID', kind: MEMBER_ID },
    { name: 'relationship', label: 'Patient is', kind: ANY, choices: RELATIONS },
    optional('groupNumber', 'Group number', some(50, '')),
    optional('groupName', 'Group name', some(60, '')),
    optional('planName', 'Plan', some(60, '')),
    optional('copay', 'Copay on the card', COPAY),
    optional('payerPhone', 'Payer’s phone on the card', some(30, '')),
    optional('validFrom', 'Valid from', DAY, { isDate: true }),
    optional('validTo', 'Valid to', DAY, { isDate: true }),
    optional('kind', 'Kind of insurance', ANY, { choices: KINDS }),
    ...(texts.relationship === SELF ? [] : insuredFields(texts)),
    optional('notes', 'Notes', LINES, { isLong: true }),
  ],
  begin: (item) => ({
    payer: item ? payerKey({ payerId: item.payerId, name: item.payerName }) : '',
    memberId: item?.memberId ?? '',
    relationship: item?.relationshipToSubscriber ?? SELF,
    groupNumber: item?.groupNumber ?? '',
    groupName: item?.groupName ?? '',
    planName: item?.planName ?? '',
    copay: item?.copay === undefined ? '' : (item.copay / 100).toFixed(2),
    payerPhone: item?.payerPhone ?? '',
    validFrom: item?.validFrom ?? '',
    validTo: item?.validTo ?? '',
    kind: item && item.claimFilingIndicator !== usualKind(item, practice) ? item.claimFilingIndicator : '',
    notes: item?.notes ?? '',
    insuredLastName: item?.subscriber?.lastName ?? item?.subscriber?.organizationName ?? '',
    insuredFirstName: item?.subscriber?.firstName ?? '',
    insuredBirthDate: item?.subscriber?.birthDate ?? '',
    insuredSex: item?.subscriber?.sex ?? '',
    ...addressTexts('insured.', item?.subscriber?.address),
  }),
  make(texts, before) {
    const payer = payersOf(practice, standing).find((each) => payerKey(each) === texts.payer);
    const isSelf = texts.relationship === SELF;
    return KeptCoverage.parse({
      rank: before?.rank ?? 'P',
      payerName: payer?.name,
      payerId: payer?.payerId,
      claimFilingIndicator: texts.kind || payer?.claimFilingIndicator,
      memberId: texts.memberId,
      groupNumber: texts.groupNumber || undefined,
      groupName: texts.groupName || undefined,
      relationshipToSubscriber: texts.relationship,
      subscriber: isSelf ? undefined : insuredOf(texts, before),
      planName: texts.planName || undefined,
      copay: parseMoney(texts.copay ?? ''),
      payerPhone: texts.payerPhone || undefined,
      validFrom: texts.validFrom || undefined,
      validTo: texts.validTo || undefined,
      notes: texts.notes || undefined,
    });
  },
});

function payersOf({ payers }: Pick<PracticeSettings, 'payers'>, standing: KeptCoverage | undefined): Named[] {
  const own = payers.map(({ payerId, name, claimFilingIndicator }) => ({
    payerId,
    name,
    claimFilingIndicator,
  }));
  if (!standing) return own;
  const { payerId, payerName: name, claimFilingIndicator } = standing;
  const isOwn = own.some((payer) => payerKey(payer) === payerKey({ payerId, name }));
  return isOwn ? own : [{ payerId, name, claimFilingIndicator }, ...own];
}

const usualKind = (item: KeptCoverage, { payers }: Pick<PracticeSettings, 'payers'>): string | undefined =>
  payers.find((payer) => payerKey(payer) === payerKey({ payerId: item.payerId, name: item.payerName }))
    ?.claimFilingIndicator;

function insuredFields(texts: Texts): FieldSpec[] {
  return [
    optional('insuredLastName', 'Insured’s last name, or employer', some(60, ''), { isFirst: true }),
    optional('insuredFirstName', 'Insured’s first name', some(35, '')),
    optional('insuredBirthDate', 'Insured’s date of birth', DAY, { isDate: true }),
    optional('insuredSex', 'Insured’s sex', ANY, { choices: SEXES }),
    ...addressFields('insured.', texts).map((field) => ({
      ...field,
      label: `Insured’s ${field.label.replace(/^(?!ZIP)./, (first) => first.toLowerCase())}`,
    })),
  ];
}

/** Without a first name an organization, as before. */
function insuredOf(texts: Texts, before: KeptCoverage | undefined) {
  const { insuredLastName, insuredFirstName, insuredBirthDate, insuredSex } = texts;
  const address = addressOf('insured.', texts);
  if (!insuredLastName) return undefined;
  const wasOrganization = before?.subscriber?.organizationName !== undefined;
  if (wasOrganization && !insuredFirstName) return { organizationName: insuredLastName, address };
  const { middleName, suffix } = before?.subscriber ?? {};
  return {
    lastName: insuredLastName,
    firstName: insuredFirstName || undefined,
    middleName,
    suffix,
    birthDate: insuredBirthDate || undefined,
    sex: insuredSex || undefined,
    address,
  };
}
