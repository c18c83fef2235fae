/** Edits on modifiers: form, repeats, and such as contradict one another or the procedure. */
import type { Edit } from '../edit.ts';
import { CONTRADICTORY, MISPLACED } from '../tables/modifiers.ts';
import { isIn } from '../tables/procedures.ts';
import { eachLine, linePath } from '../walk.ts';

const MODIFIER = /^[A-Z0-9]{2}$/;

export const modifierEdits: readonly Edit[] = [
  {
    id: 'modifiers',
    severity: 'error',
    snip: 2,
    fields: ['serviceLines.*.modifiers'],
    source: 'X12 837P 2400 SV101-3 to -6',
    summary: 'A line holds at most four modifiers of two letters or digits, each once.',
    check: eachLine(({ modifiers }, index, _draft, _context, report) => {
      if (!modifiers?.length || isWellFormed(modifiers)) return;
      const path = linePath(index, 'modifiers');
      const value = [...new Set(modifiers.map((modifier) => modifier.trim().toUpperCase()))];
      const apply = isWellFormed(value) ? [{ path, value }] : undefined;
      if (modifiers.length > 4)
        report(path, 'A line holds at most four modifiers.', 'Keep the four that matter for payment.', apply);
      else if (modifiers.some((modifier) => !MODIFIER.test(modifier)))
        report(path, 'A modifier has two letters or digits.', 'Correct the modifier.', apply);
      else report(path, 'The same modifier stands twice.', 'Remove one of the two.', apply);
    }),
  },
  {
    id: 'modifiers-conflict',
    severity: 'warning',
    snip: 6,
    fields: ['serviceLines.*.modifiers'],
    source: 'CMS, NCCI Policy Manual and Claims Processing Manual; CPT',
    summary: 'No two modifiers of a line say opposite things, such as 26 and TC, LT and RT, or 59 and XS.',
    check: eachLine(({ modifiers }, index, _draft, _context, report) => {
      if (!modifiers || modifiers.length < 2) return;
      for (const { modifiers: group, message, fix } of CONTRADICTORY)
        if (countOf(modifiers, group) > 1) report(linePath(index, 'modifiers'), message, fix);
    }),
  },
  {
    id: 'modifier-misplaced',
    severity: 'warning',
    snip: 6,
    fields: ['serviceLines.*.modifiers'],
    source: 'CMS, NCCI Policy Manual and Claims Processing Manual; CPT',
    summary:
      'No modifier stands with procedures that it can not be for, such as 25 with surgery or 59 with a visit.',
    check: eachLine(({ modifiers, procedureCode }, index, _draft, _context, report) => {
      if (!procedureCode || !modifiers?.length) return;
      for (const { modifiers: group, notWith, message } of MISPLACED)
        if (countOf(modifiers, group) > 0 && isIn(procedureCode, notWith))
          report(linePath(index, 'modifiers'), message, 'Remove the modifier, or correct the code.');
    }),
  },
];

function isWellFormed(modifiers: readonly string[]): boolean {
  if (modifiers.length > 4) return false;
  for (let index = 0; index < modifiers.length; index++) {
    const modifier = modifiers[index] ?? '';
    if (!MODIFIER.test(modifier) || modifiers.indexOf(modifier) !== index) return false;
  }
  return true;
}

/** How many of the line's modifiers are of the group. */
function countOf(modifiers: readonly string[], group: readonly string[]): number {
  let count = 0;
  for (const modifier of modifiers) if (group.includes(modifier)) count++;
  return count;
}
