/** One of the practice's payers put onto the claim's coverage, or onto another insurance, where `fills` says. */
import type { PracticePayer } from '@claimside/shared/api';
import { payerOnCoverage } from '@claimside/shared/capture';
import { setFields, type VisitForm } from './form.ts';

/** Nothing of the payer before is left, its address least of all: claims on paper go there. */
export function setPayer(
  form: VisitForm,
  fills: Readonly<Record<string, string>>,
  payer: PracticePayer,
): VisitForm {
  const { payerId, payerName, claimFilingIndicator, payerAddress } = payerOnCoverage(payer);
  const said = {
    payerId,
    name: payerName,
    claimFilingIndicator,
    address: payerAddress,
    payerNumbers: undefined,
    ownNumbers: undefined,
  };
  return setFields(
    form,
    Object.fromEntries(Object.entries(fills).map(([part, path]) => [path, said[part as keyof typeof said]])),
  );
}
