/** What the page calls a payer that a person had to choose: told to the server once the visit is billed, so that nobody has to again. */
import type { PayerNameChosen, PracticePayer } from '@claimside/shared/api';
import { payerKey, payersNamed, SURE } from '@claimside/shared/capture';
import type { Visit } from './bill.ts';

/** Undefined where no one chose, where the name was not read for certain or is known, or where the page shows another payer's ID. */
export function payerNameToRemember(
  { capture, form }: Pick<Visit, 'capture' | 'form'>,
  payers: readonly PracticePayer[],
): PayerNameChosen | undefined {
  const { 'coverage.payerName': shown, 'coverage.payerId': id } = capture.fields;
  if (!shown || shown.confidence < SURE || !form.byHand.has('coverage.payerId')) return undefined;
  const name = shown.value.trim();
  const { payerId = '', payerName = '' } = form.draft.coverage ?? {};
  const chosen = payers.find((payer) => payerKey(payer) === payerKey({ payerId, name: payerName }));
  if (!chosen || payersNamed(payers, name).length > 0) return undefined;
  if (id && id.value !== chosen.payerId) return undefined;
  return { name, payerId: chosen.payerId, payerName: chosen.name };
}
