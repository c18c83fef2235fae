/** Patterns of recipes as regular expressions, compiled once. */
import type { Pattern } from '@claimside/shared/recipe';

const compiled = new Map<Pattern, RegExp>();
const whole = new Map<Pattern, RegExp>();
const NEVER = /(?!)/;

/** Case doesn't count. A pattern that is none matches nothing: a recipe cannot stop the reading. */
export function regExpOf(pattern: Pattern): RegExp {
  let known = compiled.get(pattern);
  if (!known) {
    try {
      known = new RegExp(pattern, 'i');
    } catch {
      known = NEVER;
    }
    compiled.set(pattern, known);
  }
  return known;
}

/** True when the whole text is of the pattern. */
export function isWhole(pattern: Pattern, text: string): boolean {
  let known = whole.get(pattern);
  if (!known) {
    known = regExpOf(`^(?:${pattern})$`);
    whole.set(pattern, known);
  }
  return known.test(text);
}

/** The first group of the pattern, or all of the match where it has none; undefined when it doesn't match. */
export function groupOf(pattern: Pattern, text: string): string | undefined {
  const match = regExpOf(pattern).exec(text);
  return match ? (match[1] ?? match[0]) : undefined;
}
