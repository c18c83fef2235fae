/** A payment typed in from paper as the remittance that it is: the same sums are checked and the same way is gone as for a file. */
import type { PracticeSettings, TypedPayment } from '@claimside/shared/api';
import { type Claim, totalCharge } from '@claimside/shared/claim';
import { CLAIM_STATUS_CODE } from '@claimside/shared/lifecycle';
import { lineControlNumber } from '@claimside/shared/matching';
import { type Cents, cents, type IsoDate, sumCents } from '@claimside/shared/values';
import type { ClaimPayment, Remittance } from '../transactions/remittance-835/index.ts';
import { writeRemittance } from '../transactions/remittance-835/index.ts';
import { ownEnvelope } from './own-envelope.ts';

/** In the place of TRN03, which no paper has. */
export const TYPED_TRACE = '0000000000';

export interface TypedFor {
  readonly patientControlNumber: string;
  readonly claim: Claim;
}

/** `claimOf` gives each claim that is named; all of them are known. */
export function remittanceOfTyped(
  typed: TypedPayment,
  practice: PracticeSettings,
  claimOf: (claimId: string) => TypedFor,
): Remittance {
  const { billingProvider } = practice;
  const { name, npi, taxId } = billingProvider;
  return {
    handlingCode: typed.method === 'NON' ? 'H' : 'I',
    paymentAmount: typed.total,
    paymentMethod: typed.method,
    paymentDate: typed.paymentDate,
    traceNumber: typed.checkNumber.toUpperCase(),
    payerTraceId: TYPED_TRACE,
    productionDate: typed.paymentDate,
    payer: { name: typed.payerName },
    payee: {
      name: name.kind === 'organization' ? name.organizationName : `${name.lastName} ${name.firstName}`,
      npi,
      taxId,
    },
    claims: typed.claims.map((each) => claimPayment(each, claimOf(each.claimId))),
    providerAdjustments: typed.providerAdjustments.map(({ reference, ...adjustment }) => ({
      ...adjustment,
      providerId: npi,
      fiscalDate: `${typed.paymentDate.slice(0, 4)}-12-31` as IsoDate,
      ...(reference !== undefined && { reference }),
    })),
  };
}

function claimPayment(
  typed: TypedPayment['claims'][number],
  { patientControlNumber, claim }: TypedFor,
): ClaimPayment {
  const sign = typed.statusCode === CLAIM_STATUS_CODE.reversal ? -1 : 1;
  const all = [...typed.adjustments, ...typed.lines.flatMap(({ adjustments }) => adjustments)];
  return {
    patientControlNumber,
    statusCode: typed.statusCode,
    chargeAmount: signed(totalCharge(claim), sign),
    paidAmount: typed.paid,
    patientResponsibility: sumCents(all.flatMap(({ group, amount }) => (group === 'PR' ? amount : []))),
    claimFilingIndicator: claim.coverage.claimFilingIndicator,
    payerClaimControlNumber: typed.payerClaimControlNumber,
    patient: {
      lastName: claim.patient.lastName,
      firstName: claim.patient.firstName,
      memberId: claim.coverage.memberId,
    },
    adjustments: typed.adjustments,
    lines: typed.lines.flatMap(({ paid, adjustments }, index) => {
      const line = claim.serviceLines[index];
      if (!line) return [];
      return {
        procedureCode: line.procedureCode,
        modifiers: line.modifiers,
        chargeAmount: signed(line.chargeAmount, sign),
        paidAmount: paid,
        units: line.units,
        serviceDate: line.serviceDate,
        lineControlNumber: lineControlNumber(patientControlNumber, index + 1),
        adjustments,
        remarkCodes: [],
      };
    }),
  };
}

/** Zero stays zero. */
const signed = (amount: Cents, sign: 1 | -1): Cents => cents(sign === 1 ? amount : 0 - amount);

/** As an 835 of our own, to be kept and read like any other; the same bytes for the same payment. */
export const writeTyped = (remittance: Remittance): Buffer =>
  Buffer.from(writeRemittance(ownEnvelope(remittance.paymentDate), { remittances: [remittance] }));
