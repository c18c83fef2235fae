/** One wrong amount makes several equations of a claim fail: only the innermost is told. */
import type { BalanceFinding } from '../balance.ts';

/** `findings` are of one claim. What an equation is off by, and others tell already, is left out. */
export function withoutConsequences(findings: readonly BalanceFinding[]): readonly BalanceFinding[] {
  const offBy = (level: BalanceFinding['level']) =>
    findings.reduce((sum, each) => (each.level === level ? sum + each.computed - each.stated : sum), 0);
  const ofLines = sumsOf(
    findings.flatMap(({ level, computed, stated }) => (level === 'line' ? [computed - stated] : [])),
  );
  const ofClaim = offBy('claim');
  return findings.filter(({ level, computed, stated }) => {
    const off = computed - stated;
    if (level === 'claim') return !ofLines.has(off);
    if (level === 'charge') return !ofLines.has(off) && off !== -ofClaim;
    return true;
  });
}

/** With more lines there are too many sums of some of them: then only all of them together count. */
const MOST_LINES = 10;

/** What some of these make together: an adjustment is wrong for its claim too, what was paid of a line is not. */
function sumsOf(amounts: readonly number[]): ReadonlySet<number> {
  if (amounts.length > MOST_LINES) return new Set([amounts.reduce((sum, amount) => sum + amount, 0)]);
  const sums = new Set([0]);
  for (const amount of amounts) for (const sum of [...sums]) sums.add(sum + amount);
  return sums;
}
