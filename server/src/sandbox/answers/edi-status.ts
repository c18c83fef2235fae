/** The EDI Status report: what payers said of the claims, as text. */
import { totalCharge } from '@claimside/shared/claim';
import { type Cell, plainMoney, textFile, textLine, textRow, usDate } from './columns.ts';
import { dayOf, type JudgedFile } from './judged.ts';

/**
 * Office Ally's columns date from nine-digit file ids. With ten digits everything behind the file id stands one column
 * further here, header included; what Office Ally does is not known.
 */
const COLUMNS = [
  [4, 'File ID'],
  [15, 'Claim ID'],
  [27, 'Pat. Acct #'],
  [42, 'Patient'],
  [62, 'Amount'],
  [74, 'Prac. ID'],
  [85, 'Tax ID'],
  [96, 'Payer'],
  [106, 'Process Date'],
  [123, 'Payer Ref ID'],
  [143, 'Status'],
  [153, 'Payer Response Message'],
] as const satisfies readonly Cell[];

export function ediStatus(judged: JudgedFile): Uint8Array {
  const rows = judged.claims.flatMap(({ claim, scenario, ...numbered }) => {
    if (scenario.payer === 'none') return [];
    const values = [
      judged.fileId,
      numbered.clearinghouseClaimId,
      numbered.patientControlNumber,
      `${claim.patient.lastName},${claim.patient.firstName}`,
      plainMoney(totalCharge(claim)),
      claim.billingProvider.npi,
      claim.billingProvider.taxId,
      claim.coverage.payerId,
      usDate(dayOf(judged.at)),
      scenario.payer === 'rejected' ? '' : numbered.payerClaimControlNumber,
      scenario.payer === 'rejected' ? 'REJECTED' : 'ACCEPTED',
      scenario.payer === 'rejected' ? (scenario.reason?.text ?? '') : 'CLAIM RECEIVED',
    ];
    return [textRow(COLUMNS, values)];
  });
  return textFile([textLine(COLUMNS), ...rows]);
}
