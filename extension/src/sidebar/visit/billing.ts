/** Under whom a visit is billed, where a practice bills under several. */
import type { PracticeSettings } from '@claimside/shared/api';
import { billedAs } from '@claimside/shared/capture';
import { valueAt } from '@claimside/shared/claim';
import { lastingPath, type VisitForm } from './form.ts';

type BillingProvider = PracticeSettings['billingProvider'];

export const isSameBilling = (one: BillingProvider, other: unknown): boolean =>
  one.npi === valueAt(other, 'npi') && one.taxId === valueAt(other, 'taxId');

/** It follows payer, place and provider as they are changed, unless a person chose it. */
export function followBilling(form: VisitForm, practice: PracticeSettings | null | undefined): VisitForm {
  if (!practice?.billingProfiles?.length) return form;
  const isChosen = [...form.byHand].some((path) => path.startsWith(lastingPath(form, 'billingProvider')));
  const { billingProvider } = billedAs(practice, form.draft);
  if (isChosen || isSameBilling(billingProvider, form.draft.billingProvider)) return form;
  return { ...form, draft: { ...form.draft, billingProvider } };
}
