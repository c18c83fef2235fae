/** Edits on whose turn it is: one payer a rank, and what comes before has decided before. */
import type { ClaimDraft } from '../../claim/index.ts';
import { currentSet, holdsCode, PAYER_RANK, payerTurn } from '../../codes/index.ts';
import type { Edit } from '../edit.ts';
import { type DraftCoverage, otherPath } from '../walk.ts';

export const rankEdits: readonly Edit[] = [
  {
    id: 'rank',
    severity: 'error',
    snip: 2,
    fields: ['coverage.rank', 'otherCoverages.*.rank'],
    source: 'X12 837P 2000B, 2320 SBR01',
    summary: "A payer's turn is of the list.",
    check({ coverage, otherCoverages }, { codeSets }, report) {
      const set = currentSet(PAYER_RANK, codeSets);
      const message = "The payer's turn is not one that a claim can name.";
      const fix = 'Choose primary, secondary or tertiary.';
      if (coverage?.rank && !holdsCode(set, coverage.rank)) report('coverage.rank', message, fix);
      otherCoverages?.forEach(({ rank }, index) => {
        if (rank && !holdsCode(set, rank)) report(otherPath(index, 'rank'), message, fix);
      });
    },
  },
  {
    id: 'rank-repeated',
    severity: 'error',
    snip: 4,
    fields: ['otherCoverages.*.rank'],
    source: 'X12 837P 2000B, 2320 SBR01',
    summary: 'No two payers of a claim have the same turn.',
    check({ coverage, otherCoverages: others }, _context, report) {
      others?.forEach(({ rank }, index) => {
        if (!rank || rank === 'U') return;
        if (rank === (coverage?.rank || 'P') || others.findIndex((other) => other.rank === rank) < index)
          report(
            otherPath(index, 'rank'),
            'Another payer of the claim has the same turn.',
            'Choose whose turn comes first.',
          );
      });
    },
  },
  {
    id: 'earlier-payer-missing',
    severity: 'error',
    snip: 4,
    fields: ['otherCoverages'],
    source: 'X12 837P 2320',
    summary: 'A claim to a secondary or later payer names the payers before.',
    check({ coverage, otherCoverages }, _context, report) {
      const turn = payerTurn(coverage?.rank || 'P');
      if (turn <= 0 || !coverage?.rank || otherCoverages?.some((other) => isBefore(other, turn))) return;
      report(
        'otherCoverages',
        'The claim goes to a later payer, and none is named that comes before.',
        'Add the primary insurance and what it decided, or make this payer the primary one.',
      );
    },
  },
  {
    id: 'earlier-payer-undecided',
    severity: 'warning',
    snip: 4,
    fields: ['otherCoverages.*.paidAmount'],
    source: 'X12 837P 2320 AMT*D, Office Ally',
    summary: 'A claim to a later payer says what each payer before has paid, even when it was nothing.',
    check({ coverage, otherCoverages, serviceLines }, _context, report) {
      const turn = payerTurn(coverage?.rank || 'P');
      if (turn <= 0) return;
      otherCoverages?.forEach((other, index) => {
        if (!isBefore(other, turn) || other.paidAmount !== undefined) return;
        if (decidedOnLines({ serviceLines }, other.payer?.id)) return;
        report(
          otherPath(index, 'paidAmount'),
          'A payer comes before, and what it paid is missing.',
          'Enter its remittance; zero if it paid nothing.',
        );
      });
    },
  },
  {
    id: 'later-payer-decided',
    severity: 'warning',
    snip: 4,
    fields: ['otherCoverages.*.rank'],
    source: 'X12 837P 2320 SBR01, AMT*D',
    summary: 'Only payers that come before have decided on the claim.',
    check({ coverage, otherCoverages }, _context, report) {
      const turn = payerTurn(coverage?.rank || 'P');
      if (turn < 0) return;
      otherCoverages?.forEach((other, index) => {
        if (other.paidAmount !== undefined && payerTurn(other.rank) > turn)
          report(
            otherPath(index, 'rank'),
            'This payer has paid already, and yet comes after the one that the claim goes to.',
            'Choose whose turn comes first.',
          );
      });
    },
  },
];

function isBefore({ rank }: DraftCoverage, turn: number): boolean {
  const place = payerTurn(rank);
  return place >= 0 && place < turn;
}

function decidedOnLines(
  { serviceLines }: Pick<ClaimDraft, 'serviceLines'>,
  payerId: string | undefined,
): boolean {
  if (payerId === undefined) return false;
  return serviceLines?.some((line) => line.adjudications?.some((each) => each.payerId === payerId)) ?? false;
}
