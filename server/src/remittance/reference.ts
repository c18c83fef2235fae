/** What the parts of answers say of whose they are, as one reference to find the claim by. */

import { CLAIM_STATUS_CODE } from '@claimside/shared/lifecycle';
import type { ClaimReference } from '@claimside/shared/matching';
import { type Cents, cents, type IsoDate, sumCents } from '@claimside/shared/values';
import type { ReportSubject } from '../clearinghouse/index.ts';
import type { ClaimPayment, Remittance } from '../transactions/remittance-835/index.ts';

/** Of 2100 of an 835. */
export function referenceOfPayment(remittance: Remittance, payment: ClaimPayment): ClaimReference {
  const { patient, insured, correctedInsured } = payment;
  const { lastName, firstName } = patient.lastName === '' ? (insured ?? {}) : patient;
  return {
    patientControlNumber: payment.patientControlNumber,
    payerClaimControlNumber: payment.payerClaimControlNumber,
    lastName: said(lastName),
    firstName: said(firstName),
    memberIds: present([patient.memberId, insured?.id, correctedInsured?.id]),
    serviceDate: firstDay([
      ...payment.lines.flatMap(({ serviceDate, serviceStart }) => serviceDate ?? serviceStart ?? []),
      ...(payment.statementFrom === undefined ? [] : [payment.statementFrom]),
    ]),
    charge: cents(Math.abs(payment.chargeAmount)),
    payerName: said(remittance.payer.name),
    answeredOn: remittance.paymentDate,
    paid: payment.paidAmount,
    isReversal: payment.statusCode === CLAIM_STATUS_CODE.reversal,
  };
}

interface StatusSubject {
  readonly patientControlNumber: string;
  readonly payerClaimControlNumber?: string | undefined;
  readonly serviceDate?: IsoDate | undefined;
  readonly lines: readonly {
    readonly serviceDate?: IsoDate | undefined;
    readonly chargeAmount?: Cents | undefined;
  }[];
  readonly statuses: readonly { readonly amount?: Cents | undefined; readonly date?: IsoDate | undefined }[];
}

interface Named {
  readonly lastName?: string | undefined;
  readonly firstName?: string | undefined;
  readonly memberId?: string | undefined;
}

/** Of 2200D or 2200E of a 277CA or 277. `people`: the patient first, then who insures it. */
export function referenceOfStatus(
  subject: StatusSubject,
  people: readonly (Named | undefined)[],
  payerName: string | undefined,
): ClaimReference {
  const [patient] = people.filter((each) => said(each?.lastName) !== undefined);
  const charges = subject.lines.flatMap(({ chargeAmount }) => chargeAmount ?? []);
  // STC04; where the payer has it as nothing, it says nothing.
  const [total] = subject.statuses.flatMap(({ amount }) => (amount ? [amount] : []));
  return {
    patientControlNumber: subject.patientControlNumber,
    payerClaimControlNumber: subject.payerClaimControlNumber,
    lastName: said(patient?.lastName),
    firstName: said(patient?.firstName),
    memberIds: present(people.map((each) => each?.memberId)),
    serviceDate: firstDay([
      ...(subject.serviceDate === undefined ? [] : [subject.serviceDate]),
      ...subject.lines.flatMap(({ serviceDate }) => serviceDate ?? []),
    ]),
    charge: total ?? (charges.length > 0 ? sumCents(charges) : undefined),
    payerName: said(payerName),
    answeredOn: firstDay(subject.statuses.flatMap(({ date }) => date ?? [])),
  };
}

/** Of a row of a clearinghouse's text report. */
export function referenceOfReport(
  patientControlNumber: string,
  payerNumber: string,
  { memberId, ...subject }: ReportSubject,
): ClaimReference {
  return {
    patientControlNumber,
    payerClaimControlNumber: said(payerNumber),
    ...subject,
    memberIds: present([memberId]),
  };
}

const said = (text: string | undefined): string | undefined => {
  const trimmed = text?.trim() ?? '';
  return trimmed === '' ? undefined : trimmed;
};

const present = (texts: readonly (string | undefined)[]): string[] => [
  ...new Set(texts.flatMap((text) => said(text) ?? [])),
];

const firstDay = (days: readonly IsoDate[]): IsoDate | undefined => [...days].sort()[0];
