/** The practice itself: its name, and under whom it bills. */
import type { PracticeSettings } from '@claimside/shared/api';
import { serviceName, VISIT_SERVICES } from '@claimside/shared/benefits';
import { ANY, some } from '../form/kinds.ts';
import { given, type Part } from '../form/part.ts';
import { billingFields, billingFrom, billingTexts } from './billing-fields.ts';

type Lists = Pick<PracticeSettings, 'providers' | 'locations' | 'payers'>;

export const PRACTICE_PART: Part<PracticeSettings> = {
  what: 'practice',
  fields: (texts) => [
    { name: 'name', label: 'Practice', kind: some(60, 'Enter what the practice is called.') },
    ...billingFields(texts),
    {
      name: 'visitServiceType',
      label: 'Coverage is checked for',
      kind: ANY,
      choices: [
        ['', 'What the providers’ taxonomy codes say'],
        ...VISIT_SERVICES.map((code) => [code, serviceName(code)] as const),
      ],
      hint: 'Where a visit’s codes do not tell it, and for lists.',
    },
  ],
  begin: (item) => ({
    name: item?.name ?? '',
    ...billingTexts(item?.billingProvider),
    visitServiceType: item?.visitServiceType ?? '',
  }),
  make(texts, before) {
    const { visitServiceType: _, ...kept }: Partial<PracticeSettings> & Lists = before ?? {
      providers: [],
      locations: [],
      payers: [],
    };
    return {
      ...kept,
      ...given('visitServiceType', texts.visitServiceType),
      name: texts.name ?? '',
      billingProvider: billingFrom(texts, before?.billingProvider),
    };
  },
};
