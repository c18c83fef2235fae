/** The practice itself: its name, and under whom it bills. */
import type { PracticeSettings } from '@claimside/shared/api';
import { some } from '../form/kinds.ts';
import type { Part } from '../form/part.ts';
import { billingFields, billingFrom, billingTexts } from './billing-fields.ts';

export const PRACTICE_PART: Part<PracticeSettings> = {
  what: 'practice',
  fields: (texts) => [
    { name: 'name', label: 'Practice', kind: some(60, 'Enter what the practice is called.') },
    ...billingFields(texts),
  ],
  begin: (item) => ({ name: item?.name ?? '', ...billingTexts(item?.billingProvider) }),
  make: (texts, before) => ({
    ...(before ?? { providers: [], locations: [], payers: [] }),
    name: texts.name ?? '',
    billingProvider: billingFrom(texts, before?.billingProvider),
  }),
};
