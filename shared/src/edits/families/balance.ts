/** Edits on the sums that later payers check: charge = paid + taken off, for each payer, at each line and for the claim. */
import type { ClaimDraft } from '../../claim/index.ts';
import type { Edit } from '../edit.ts';
import { adjudicationPath, type DraftAdjustment, type DraftLine, otherPath } from '../walk.ts';

export const balanceEdits: readonly Edit[] = [
  {
    id: 'line-balance',
    severity: 'error',
    snip: 3,
    fields: ['serviceLines.*.adjudications.*.paidAmount'],
    source: 'X12 837P 2430: SV102 = SVD02 + CAS',
    summary: "A line's charge is what an earlier payer paid on it and what it took off.",
    check(draft, _context, report) {
      draft.serviceLines?.forEach((line, index) => {
        line.adjudications?.forEach(({ payerId }, which) => {
          const isFirst = line.adjudications?.findIndex((each) => each.payerId === payerId) === which;
          if (isFirst && payerId !== undefined && isOff(line, payerId))
            report(
              adjudicationPath(index, which, 'paidAmount'),
              "Paid and adjustments do not add up to the line's charge.",
              "Compare the line with the earlier payer's remittance.",
            );
        });
      });
    },
  },
  {
    id: 'claim-balance',
    severity: 'error',
    snip: 3,
    fields: ['otherCoverages.*.paidAmount'],
    source: 'X12 837P 2320: CLM02 = AMT*D + CAS + CAS of its lines',
    summary:
      'All charges together are what an earlier payer paid and what it took off, at the claim and at the lines.',
    check(draft, _context, report) {
      const charge = chargeOf(draft);
      draft.otherCoverages?.forEach((other, index) => {
        const { paidAmount: paid, adjustments, nonCoveredAmount, payer } = other;
        if (paid === undefined || charge === undefined || nonCoveredAmount === charge) return;
        if (isShared(draft, payer?.id)) return;
        const { takenOff } = onLines(draft, payer?.id);
        if (charge !== paid + sumOf(adjustments) + takenOff)
          report(
            otherPath(index, 'paidAmount'),
            'Paid and adjustments of this payer do not add up to all charges.',
            'Compare the claim with its remittance; reasons for what it did not pay belong to it.',
          );
      });
    },
  },
  {
    id: 'paid-balance',
    severity: 'error',
    snip: 3,
    fields: ['otherCoverages.*.paidAmount'],
    source: 'X12 837P 2320: AMT*D = SVD02 of its lines - CAS',
    summary:
      'What an earlier payer paid in all is what it paid on the lines, less what it took off at the claim.',
    check(draft, _context, report) {
      const charge = chargeOf(draft);
      draft.otherCoverages?.forEach(({ paidAmount: paid, adjustments, payer }, index) => {
        const { takenOff, paidOnLines, count } = onLines(draft, payer?.id);
        if (paid === undefined || count === 0 || isShared(draft, payer?.id)) return;
        const ofClaim = sumOf(adjustments);
        // The same fault is told once: by line-balance, claim-balance or here.
        if (charge !== paid + ofClaim + takenOff || hasLineOff(draft, payer?.id)) return;
        if (paid !== paidOnLines - ofClaim)
          report(
            otherPath(index, 'paidAmount'),
            'What this payer paid in all is not what it paid on the lines.',
            'Compare the lines with its remittance; a line may be missing.',
          );
      });
    },
  },
];

function isOff(line: DraftLine, payerId: string): boolean {
  if (line.chargeAmount === undefined) return false;
  let sum = 0;
  for (const each of line.adjudications ?? [])
    if (each.payerId === payerId) sum += (each.paidAmount ?? 0) + sumOf(each.adjustments);
  return sum !== line.chargeAmount;
}

function hasLineOff({ serviceLines = [] }: ClaimDraft, payerId: string | undefined): boolean {
  return serviceLines.some(
    (line) =>
      payerId !== undefined &&
      line.adjudications?.some((each) => each.payerId === payerId) &&
      isOff(line, payerId),
  );
}

/** In cents; undefined while a charge is missing. */
function chargeOf({ serviceLines = [] }: ClaimDraft): number | undefined {
  let sum = 0;
  for (const { chargeAmount } of serviceLines) {
    if (chargeAmount === undefined) return undefined;
    sum += chargeAmount;
  }
  return sum;
}

/** What one payer did on the lines, in cents, and on how many. */
function onLines({ serviceLines = [] }: ClaimDraft, payerId: string | undefined) {
  let takenOff = 0;
  let paidOnLines = 0;
  let count = 0;
  for (const { adjudications = [] } of serviceLines)
    for (const each of adjudications)
      if (payerId !== undefined && each.payerId === payerId) {
        takenOff += sumOf(each.adjustments);
        paidOnLines += each.paidAmount ?? 0;
        count++;
      }
  return { takenOff, paidOnLines, count };
}

/** Two other payers with one id can't be told apart: `other-payer-repeated` says so. */
function isShared({ otherCoverages = [] }: ClaimDraft, payerId: string | undefined): boolean {
  return otherCoverages.filter(({ payer }) => payer?.id === payerId).length > 1;
}

function sumOf(adjustments: readonly DraftAdjustment[] = []): number {
  let sum = 0;
  for (const { amount } of adjustments) sum += amount ?? 0;
  return sum;
}
