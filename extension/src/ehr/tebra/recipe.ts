/** Tebra (once Kareo): lists that draw only what is in sight. How little of it is known: README.md. */
import type { FieldLocators, Locator, Recipe } from '@claimside/shared/recipe';

/** A policy's values stand behind their labels, in pairs; the first plan is the one to bill. */
const paired = (label: string): readonly Locator[] => [
  {
    css: 'label.light-bold + label.bold-text',
    after: label,
    heading: String.raw`\b(?:primary|plan\s*#?\s*1)\b`,
    take: 'text',
    confidence: 0.8,
  },
];

const policy: FieldLocators = {
  'coverage.payerName': paired('(?:insurance|payer|company|plan)(?: name)?'),
  'coverage.memberId': paired('(?:policy|member|subscriber|insured)(?: id)?(?: number| #| no\\.?)?'),
  'coverage.groupNumber': paired('group(?: number| #| no\\.?)?'),
  'coverage.relationship': paired('(?:patient )?relationship(?: to (?:insured|subscriber))?'),
};

export const tebra: Recipe = {
  id: 'tebra',
  name: 'Tebra',
  revision: 20261126,
  hosts: ['app.kareo.com'],
  signs: { selectors: [] },
  documents: [
    {
      id: 'policies',
      name: 'Insurance',
      address: '^/',
      selectors: ['h2.plan-number-header'],
      fields: policy,
      rest: 'generic',
    },
    { id: 'page', name: 'Page', address: '^/', rest: 'generic' },
  ],
  noVisit: "No services are in sight. Open the visit's note or encounter, where its procedures are listed.",
  elsewhere: [
    {
      fields: ['patient.lastName', 'patient.birthDate', 'patient.sex', 'patient.address.line1'],
      message: "The patient's name, birth date, sex and address are in the chart's demographics.",
    },
    {
      fields: ['coverage.payerName', 'coverage.memberId'],
      message: "The insurance is in the patient's chart, under the case and its insurance policies.",
    },
  ],
};
