/** The readable text that lies beside an 835 in Office Ally's ERA package: for showing, never for posting. */
import { type IsoDate, sumCents } from '@claimside/shared/values';
import type { ClaimPayment, Remittance, ServicePayment } from '../../transactions/remittance-835/index.ts';
import { type Cell, plainMoney, textFile, textLine, textRow, usDate } from './columns.ts';

const RULE = '='.repeat(160);
const THIN_RULE = '-'.repeat(160);

const ADJUSTMENT_COLUMNS = [
  [0, 'Adjustment Date'],
  [17, 'Provider ID'],
  [30, 'Reference ID'],
  [81, 'Adjustment Amt'],
  [97, 'Reason'],
] as const satisfies readonly Cell[];
const CHECK_COLUMNS = [
  [0, 'Check#'],
  [31, 'Amount'],
  [47, '# Claims'],
  [62, 'NPI or Tax ID'],
  [86, 'Payee'],
  [116, 'Date'],
] as const satisfies readonly Cell[];
const CLAIM_COLUMNS = [
  [0, 'Check#'],
  [31, 'Patient ID'],
  [50, 'Last,First'],
  [70, 'Charge Amt'],
  [82, 'Payment Amt'],
  [95, 'Accnt#'],
  [109, 'Status'],
  [140, 'Payer'],
] as const satisfies readonly Cell[];
const LINE_COLUMNS = [
  [0, 'Line Item:'],
  [22, 'Svc Date'],
  [33, 'CPT'],
  [40, 'Charge'],
  [53, 'Payment'],
  [66, 'Total Adj'],
  [81, 'Remarks'],
] as const satisfies readonly Cell[];

const STATUS_WORDS: Readonly<Record<string, string>> = {
  1: 'PROCESSED AS PRIMARY',
  2: 'PROCESSED AS SECONDARY',
  19: 'PROCESSED AS PRIMARY, SENT ON',
  4: 'DENIED',
};
const GROUP_WORDS: Readonly<Record<string, string>> = {
  CO: 'CONTRACTUAL OBLIGATIONS',
  PR: 'PATIENT RESPONSIBILITY',
  OA: 'OTHER ADJUSTMENTS',
};
/** Own words for the few reasons that the sandbox gives. */
const REASON_WORDS: Readonly<Record<string, string>> = {
  'CO 45': 'ABOVE THE CONTRACTED FEE',
  'CO 197': 'NO AUTHORIZATION ON FILE',
  'CO 18': 'ON FILE ALREADY',
  'CO 22': 'ANOTHER INSURANCE IS FIRST',
  'CO 24': 'PAID BY CAPITATION',
  'OA 23': 'BY EARLIER PAYERS',
  'PR 96': 'NOT IN THE PLAN',
  'PR 1': 'DEDUCTIBLE',
  'PR 2': 'COINSURANCE',
  'PR 3': 'CO-PAYMENT',
};

const BESIDE_WORDS: Readonly<Record<string, string>> = {
  FB: 'BALANCE CARRIED FORWARD',
  L6: 'INTEREST',
  WO: 'KEPT FOR AN EARLIER OVERPAYMENT',
};

export function eraText(remittance: Remittance): Uint8Array {
  return textFile([
    `Dear: ${remittance.payee.name}`,
    ...providerAdjustments(remittance),
    RULE,
    textLine(CHECK_COLUMNS),
    textRow(CHECK_COLUMNS, [
      remittance.traceNumber,
      plainMoney(remittance.paymentAmount),
      String(remittance.claims.length),
      remittance.payee.npi ?? remittance.payee.taxId ?? '',
      remittance.payee.name,
      usDate(remittance.paymentDate),
    ]),
    ...remittance.claims.flatMap((claim) => claimText(remittance, claim)),
  ]);
}

function providerAdjustments({ providerAdjustments }: Remittance): string[] {
  if (providerAdjustments.length === 0) return [];
  const rows = providerAdjustments.map((each) =>
    textRow(ADJUSTMENT_COLUMNS, [
      usDate(each.fiscalDate),
      each.providerId,
      each.reference ?? '',
      plainMoney(each.amount),
      BESIDE_WORDS[each.reason] ?? each.reason,
    ]),
  );
  return [RULE, textLine(ADJUSTMENT_COLUMNS), ...rows];
}

function claimText(remittance: Remittance, claim: ClaimPayment): string[] {
  return [
    THIN_RULE,
    textLine(CLAIM_COLUMNS),
    textRow(CLAIM_COLUMNS, [
      remittance.traceNumber,
      claim.patient.memberId ?? '',
      `${claim.patient.lastName},${claim.patient.firstName}`,
      plainMoney(claim.chargeAmount),
      plainMoney(claim.paidAmount),
      claim.patientControlNumber,
      STATUS_WORDS[claim.statusCode] ?? 'OTHER',
      remittance.payer.name,
    ]),
    `Payer Claim Control Number: ${claim.payerClaimControlNumber}`,
    ...claim.lines.flatMap((line) => lineText(line, remittance.paymentDate)),
  ];
}

function lineText(line: ServicePayment, paymentDate: IsoDate): string[] {
  const adjusted = sumCents(line.adjustments.map(({ amount }) => amount));
  return [
    textLine(LINE_COLUMNS),
    textRow(LINE_COLUMNS, [
      '',
      usDate(line.serviceDate ?? paymentDate),
      line.procedureCode,
      plainMoney(line.chargeAmount),
      plainMoney(line.paidAmount),
      plainMoney(adjusted),
      line.remarkCodes.join(' '),
    ]),
    ...line.adjustments.map(({ group, reason, amount }) =>
      textLine([
        [32, GROUP_WORDS[group] ?? group],
        [60, `${plainMoney(amount).padEnd(10)} ${REASON_WORDS[`${group} ${reason}`] ?? ''}`],
      ]),
    ),
  ];
}
