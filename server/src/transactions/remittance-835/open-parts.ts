/** Parts of a remittance before anything was read of them: what must be there and is not said is empty. */
import { NO_DATE } from '../../x12/index.ts';
import type { ClaimPayment, Filling, ProviderAdjustment, RemittanceHead } from './model/index.ts';
import { NOT_SAID } from './not-said.ts';

export type FillingPayment = Filling<ClaimPayment>;
export type FillingRemittance = Filling<RemittanceHead> & {
  providerAdjustments: Filling<ProviderAdjustment>[];
};

export function emptyRemittance(): FillingRemittance {
  return {
    handlingCode: '',
    paymentAmount: NOT_SAID,
    paymentMethod: '',
    paymentDate: NO_DATE,
    traceNumber: '',
    payerTraceId: '',
    payer: { name: '' },
    payee: { name: '' },
    providerAdjustments: [],
  };
}

export function emptyPayment(): FillingPayment {
  return {
    patientControlNumber: '',
    statusCode: '',
    chargeAmount: NOT_SAID,
    paidAmount: NOT_SAID,
    claimFilingIndicator: '',
    payerClaimControlNumber: '',
    patient: { lastName: '', firstName: '' },
    adjustments: [],
    lines: [],
  };
}

export function emptyLine(): FillingPayment['lines'][number] {
  return {
    procedureCode: '',
    modifiers: [],
    chargeAmount: NOT_SAID,
    paidAmount: NOT_SAID,
    adjustments: [],
    remarkCodes: [],
  };
}
