/** How long all edits take on one claim: a clean one as files hold by the hundred thousand, and one full of faults. */
import type { ClaimDraft } from '@claimside/shared/claim';
import { EDITS, runEdits } from '@claimside/shared/edits';
import { exampleClaim, secondaryClaim } from '@claimside/shared/examples';
import { type IsoDate, isIsoDate } from '@claimside/shared/values';
import { type Bench, type BenchRow, percentile, promises } from './bench.ts';

const TODAY = asDate('2026-11-22');
/** Different objects in turn, as in a file, not one that stays in the processor's cache. */
const COPIES = 200;
const ROUNDS = 15;
const CLAIMS_A_ROUND = 10_000;

export const editsBench: Bench = {
  name: 'edits',
  async run(progress) {
    progress(`${EDITS.length} edits`);
    const emptyLines: ClaimDraft = { serviceLines: Array.from({ length: 50 }, () => ({})) };
    return [
      promises(`All ${EDITS.length} edits on one claim`, [
        row('a clean claim of two lines: median', exampleClaim),
        row('a clean secondary claim of two lines: median', secondaryClaim),
        row('fifty empty lines: median', emptyLines),
      ]),
    ];
  },
};

function row(what: string, claim: ClaimDraft): BenchRow {
  const copies = Array.from({ length: COPIES }, () => structuredClone(claim));
  const rounds = Array.from({ length: ROUNDS }, () => microsecondsEach(copies));
  const median = percentile(rounds, 0.5);
  return { what, measured: `${median.toFixed(1)} µs`, target: '< 5 ms', isMet: median < 5_000 };
}

function microsecondsEach(copies: readonly ClaimDraft[]): number {
  let findings = 0;
  const start = process.hrtime.bigint();
  for (let done = 0; done < CLAIMS_A_ROUND; done += copies.length)
    for (const claim of copies) findings += runEdits(claim, { today: TODAY }).length;
  const nanoseconds = Number(process.hrtime.bigint() - start);
  if (findings < 0) throw new Error('a claim can not have fewer than no findings');
  return nanoseconds / CLAIMS_A_ROUND / 1_000;
}

function asDate(text: string): IsoDate {
  if (!isIsoDate(text)) throw new RangeError('not a calendar date');
  return text;
}
