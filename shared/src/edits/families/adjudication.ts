/** Edits on what earlier payers did: who, when, and why they took something off. */
import type { ClaimDraft } from '../../claim/index.ts';
import { ADJUSTMENT_GROUP, currentSet, holdsCode } from '../../codes/index.ts';
import type { Edit } from '../edit.ts';
import { adjudicationPath, type DraftAdjustment, eachAdjudication, otherPath } from '../walk.ts';

/** One CAS a group, six reasons in it. */
const MOST_OF_A_GROUP = 6;

export const adjudicationEdits: readonly Edit[] = [
  {
    id: 'adjudication-payer',
    severity: 'error',
    snip: 4,
    fields: ['serviceLines.*.adjudications.*.payerId'],
    source: 'X12 837P 2430 SVD01, 2330B NM109',
    summary: 'The payer that decided on a line is one of the other payers of the claim.',
    check(draft, _context, report) {
      eachAdjudication(draft, ({ payerId }, line, index) => {
        if (payerId && !draft.otherCoverages?.some(({ payer }) => payer?.id === payerId))
          report(
            adjudicationPath(line, index, 'payerId'),
            "The payer that decided on this line is none of the claim's other payers.",
            'Choose one of them, or add the payer.',
          );
      });
    },
  },
  {
    id: 'other-payer-repeated',
    severity: 'error',
    snip: 4,
    fields: ['otherCoverages.*.payer.id'],
    source: 'X12 837P 2330B NM109, 2430 SVD01',
    summary: 'Two other payers do not share the id by which a line says who decided on it.',
    check(draft, _context, report) {
      const others = draft.otherCoverages;
      others?.forEach(({ payer }, index) => {
        if (!payer?.id || others.findIndex((other) => other.payer?.id === payer.id) === index) return;
        if (hasDecidedOnLines(draft, payer.id))
          report(
            otherPath(index, 'payer.id'),
            'Two other payers have the same id, so nobody knows which of them decided on the lines.',
            'Correct one of the ids.',
          );
      });
    },
  },
  {
    id: 'adjudication-date-twice',
    severity: 'error',
    snip: 4,
    fields: ['otherCoverages.*.payer.adjudicationDate'],
    source: 'X12 837P 2330B, 2430 DTP*573',
    summary: 'The day of a decision stands at the payer or at the lines, not at both.',
    check(draft, _context, report) {
      draft.otherCoverages?.forEach(({ payer }, index) => {
        if (!payer?.id || !payer.adjudicationDate || !hasDecidedOnLines(draft, payer.id)) return;
        const path = otherPath(index, 'payer.adjudicationDate');
        let isSame = true;
        eachAdjudication(draft, ({ payerId, adjudicationDate }) => {
          if (payerId === payer.id && adjudicationDate !== payer.adjudicationDate) isSame = false;
        });
        report(
          path,
          'The day of the decision stands at the payer and at the lines.',
          'Keep it at the lines.',
          isSame ? [{ path }] : undefined,
        );
      });
    },
  },
  {
    id: 'adjudication-date-missing',
    severity: 'error',
    snip: 4,
    fields: ['otherCoverages.*.payer.adjudicationDate'],
    source: 'X12 837P 2330B DTP*573',
    summary: 'A payer that has decided on the claim, and not on its lines, goes with the day.',
    check(draft, _context, report) {
      draft.otherCoverages?.forEach(({ payer, paidAmount }, index) => {
        if (paidAmount === undefined || payer?.adjudicationDate) return;
        if (!payer?.id || !hasDecidedOnLines(draft, payer.id))
          report(
            otherPath(index, 'payer.adjudicationDate'),
            'The other payer has decided, and the day is missing.',
            "Take it from that payer's remittance.",
          );
      });
    },
  },
  {
    id: 'adjustment-group',
    severity: 'error',
    snip: 2,
    fields: ['otherCoverages.*.adjustments', 'serviceLines.*.adjudications.*.adjustments'],
    source: 'X12 837P 2320, 2430 CAS',
    summary: 'An adjustment is of a known group, and a group has at most six of them.',
    check(draft, { codeSets }, report) {
      const set = currentSet(ADJUSTMENT_GROUP, codeSets);
      eachAdjustments(draft, (adjustments, path) => {
        if (adjustments.some(({ group }) => group !== undefined && !holdsCode(set, group)))
          report(path(), 'An adjustment is of no group that a claim can name.', 'Choose CO, PR, OA or PI.');
        else if (adjustments.some(({ group }) => countOf(adjustments, group) > MOST_OF_A_GROUP))
          report(
            path(),
            'A group has more than six adjustments, and a claim carries six.',
            'Put those of the same reason together.',
          );
      });
    },
  },
  {
    id: 'adjustment-zero',
    severity: 'warning',
    snip: 3,
    fields: ['otherCoverages.*.adjustments', 'serviceLines.*.adjudications.*.adjustments'],
    source: 'X12 837P 2320, 2430 CAS; CMS',
    summary: 'An adjustment is not zero.',
    check(draft, _context, report) {
      eachAdjustments(draft, (adjustments, path) => {
        if (adjustments.some(({ amount }) => amount === 0))
          report(path(), 'An adjustment of zero changes nothing, and payers refuse it.', 'Remove it.', [
            { path: path(), value: withoutZeros(adjustments) },
          ]);
      });
    },
  },
];

function hasDecidedOnLines({ serviceLines }: ClaimDraft, payerId: string): boolean {
  return serviceLines?.some((line) => line.adjudications?.some((each) => each.payerId === payerId)) ?? false;
}

function eachAdjustments(
  draft: ClaimDraft,
  see: (adjustments: readonly DraftAdjustment[], path: () => string) => void,
): void {
  draft.otherCoverages?.forEach(({ adjustments }, index) => {
    if (adjustments) see(adjustments, () => otherPath(index, 'adjustments'));
  });
  eachAdjudication(draft, ({ adjustments }, line, index) => {
    if (adjustments) see(adjustments, () => adjudicationPath(line, index, 'adjustments'));
  });
}

const countOf = (adjustments: readonly DraftAdjustment[], group: string | undefined): number =>
  adjustments.filter((each) => each.group === group).length;

/** Nothing at all when all were zero: an empty list is none. */
function withoutZeros(adjustments: readonly DraftAdjustment[]): readonly DraftAdjustment[] | undefined {
  const left = adjustments.filter(({ amount }) => amount !== 0);
  return left.length > 0 ? left : undefined;
}
