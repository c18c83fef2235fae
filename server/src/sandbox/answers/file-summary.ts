/** The File Summary: Office Ally's text report of what it took and what it refused, errors first. */
import { groupBy } from '../../transactions/parts/group.ts';
import { type Cell, textFile, textLine, textRow, usDate } from './columns.ts';
import { dayOf, type JudgedClaim, type JudgedFile } from './judged.ts';

const COLUMNS = [
  [0, 'CLAIM#'],
  [7, 'OA CLAIMID'],
  [19, 'PATIENT ID'],
  [37, 'LAST,FIRST'],
  [57, 'DOB'],
  [70, 'FROM DOS'],
  [81, 'TO DOS'],
  [92, 'CPT'],
  [100, 'DIAG'],
  [109, 'TAX ID'],
  [121, 'ACCNT#'],
  [135, 'PHYS.ID'],
  [146, 'PAYER'],
  [153, 'ERRORS'],
] as const satisfies readonly Cell[];
const RULE = '-'.repeat(170);

export function fileSummary(judged: JudgedFile): Uint8Array {
  const said = judged.claims.filter((claim) => claim.scenario.clearinghouse !== 'none');
  const rejected = said.filter((claim) => claim.scenario.clearinghouse === 'rejected');
  const pended = said.filter((claim) => claim.scenario.clearinghouse === 'pended');
  const accepted = said.filter((claim) => claim.scenario.clearinghouse === 'accepted');
  const numbers = numbering();
  return textFile([
    ...head(judged),
    ...errorLines([...rejected, ...pended]),
    ...(rejected.length > 0 ? section('ERROR CLAIM DETAIL', rejected, numbers) : []),
    ...(pended.length > 0 ? section('PENDING CLAIM DETAIL', pended, numbers) : []),
    ...section('ACCEPTED CLAIM DETAIL', accepted, numbers),
    '='.repeat(170),
  ]);
}

/** For an upload in which no claim could be read: a failed file, not rejected claims. */
export function errorReport(judged: Pick<JudgedFile, 'name' | 'at' | 'test'>): Uint8Array {
  return textFile([
    ...head(judged),
    '+---> 1 # error SBX90 - FILE COULD NOT BE READ AS AN 837P. NO CLAIM WAS TAKEN FROM IT.',
  ]);
}

function head(judged: Pick<JudgedFile, 'name' | 'at' | 'test'>): string[] {
  return [
    `Date Processed:${usDate(dayOf(judged.at))}`,
    `File Name:${judged.name}`,
    ...(judged.test ? ['TEST FILE - NO CLAIM IN IT GOES TO A PAYER'] : []),
  ];
}

/** One line for each reason, with the number of claims that it concerns. */
function errorLines(claims: readonly JudgedClaim[]): string[] {
  const byCode = groupBy(claims, ({ scenario }) => scenario.reason?.code ?? '');
  return [...byCode].map(([code, concerned]) => {
    const count = concerned.length;
    return `+---> ${count} # ${count === 1 ? 'error' : 'errors'} ${code} - ${concerned[0]?.scenario.reason?.text ?? ''}`;
  });
}

function section(title: string, claims: readonly JudgedClaim[], next: () => number): string[] {
  return [`-------${title}`, RULE, textLine(COLUMNS), RULE, ...claims.map((claim) => row(claim, next()))];
}

function row({ claim, ...numbered }: JudgedClaim, number: number): string {
  const dates = claim.serviceLines.flatMap((line) => [
    line.serviceDate,
    line.serviceDateEnd ?? line.serviceDate,
  ]);
  const [from, to] = [dates.sort().at(0), dates.sort().at(-1)];
  const values = [
    `${number})`,
    numbered.clearinghouseClaimId,
    claim.coverage.memberId,
    `${claim.patient.lastName},${claim.patient.firstName}`,
    usDate(claim.patient.birthDate),
    usDate(from ?? ''),
    usDate(to ?? ''),
    claim.serviceLines[0]?.procedureCode ?? '',
    (claim.diagnoses[0]?.code ?? '').replace('.', ''),
    claim.billingProvider.taxId,
    numbered.patientControlNumber,
    claim.renderingProvider?.npi ?? claim.billingProvider.npi,
    claim.coverage.payerId,
    numbered.scenario.clearinghouse === 'accepted' ? '' : (numbered.scenario.reason?.code ?? ''),
  ];
  return textRow(COLUMNS, values);
}

/** 1, 2, 3 ...: rows are numbered through all sections. */
function numbering(): () => number {
  let last = 0;
  return () => ++last;
}
