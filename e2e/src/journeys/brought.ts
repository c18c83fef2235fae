/** Payments as data, brought to the practice as an 835 from elsewhere, or fetched by it from the clearinghouse. */
import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type ClaimPayment,
  type Remittance,
  writeRemittance,
} from '@claimside/server/transactions/remittance-835';
import type { InboundFile } from '@claimside/shared/api';
import { cents, type IsoDate, sumCents } from '@claimside/shared/values';
import type { Desk } from './desk.ts';

export const ENVELOPE = {
  interchangeSender: { qualifier: 'ZZ', id: '330897513' },
  interchangeReceiver: { qualifier: 'ZZ', id: '123456789' },
  applicationSender: '330897513',
  applicationReceiver: '123456789',
  usageIndicator: 'P',
  acknowledgementRequested: '0',
  interchangeControlNumber: 900,
  groupControlNumber: 900,
  transactionSetControlNumber: 1,
  date: '2026-11-23' as IsoDate,
  time: '0900',
} as const;

/** Of a sample payer; what it pays is what its claims and what stands beside them come to, unless told. */
export function remittance(traceNumber: string, change: Partial<Remittance> = {}): Remittance {
  const { claims = [], providerAdjustments = [] } = change;
  const paid = sumCents(claims.map(({ paidAmount }) => paidAmount));
  return {
    handlingCode: 'I',
    paymentAmount: cents(paid - sumCents(providerAdjustments.map(({ amount }) => amount))),
    paymentMethod: 'ACH',
    paymentDate: '2026-11-20' as IsoDate,
    traceNumber,
    payerTraceId: '1999999999',
    payer: { name: 'SAMPLE HEALTH PLAN' },
    payee: { name: 'TESTVILLE FAMILY PRACTICE', npi: '1234567893' },
    claims,
    providerAdjustments,
    ...change,
  };
}

/** What is not paid is by contract. */
export function claimPaid(
  patientControlNumber: string,
  charge: number,
  paid: number,
  change: Partial<ClaimPayment> = {},
): ClaimPayment {
  return {
    patientControlNumber,
    statusCode: '1',
    chargeAmount: cents(charge),
    paidAmount: cents(paid),
    claimFilingIndicator: 'CI',
    payerClaimControlNumber: `P${patientControlNumber}`,
    patient: { lastName: 'TESTER', firstName: 'ANNA' },
    adjustments: [{ group: 'CO', reason: '45', amount: cents(charge - paid) }],
    lines: [],
    ...change,
  };
}

const fileOf = (remittances: readonly Remittance[]): Buffer =>
  Buffer.from(writeRemittance(ENVELOPE, { remittances: [...remittances] }));

/** Lies whole in the clearinghouse's outbound folder, from where the server fetches it. */
export async function lieThere(desk: Desk, name: string, remittances: readonly Remittance[]): Promise<void> {
  const written = join(desk.dataDir, name);
  await writeFile(written, fileOf(remittances));
  await rename(written, join(desk.stage.sandbox.dataDir, 'outbound', name));
}

/** The file as the server took it. */
export async function bring(
  desk: Desk,
  name: string,
  content: readonly Remittance[] | string,
): Promise<InboundFile> {
  const response = await fetch(`${desk.stage.server.url}/api/v1/files`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${desk.client.token}`,
      'content-type': 'application/octet-stream',
      'x-file-name': name,
    },
    body: typeof content === 'string' ? content : new Uint8Array(fileOf(content)),
  });
  if (response.status !== 201) throw new Error(`not taken: ${response.status}`);
  return (await response.json()) as InboundFile;
}
