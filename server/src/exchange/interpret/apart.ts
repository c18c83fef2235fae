/** Tells apart what a file says in the same words of several claims that it does not name: each is an answer of its own. */
import type { AnswerPart } from '../../remittance/index.ts';

interface Named {
  readonly patientControlNumber?: string | undefined;
}

/** `0` is what some send in place of a number. */
const isNamed = ({ patientControlNumber = '' }: Named): boolean => /[1-9A-Z]/i.test(patientControlNumber);

/** Where the claim is not named by its number, whose it is tells it from others. */
export const whoIfUnnamed = (claim: Named, people: readonly unknown[]): { people?: readonly unknown[] } =>
  isNamed(claim) ? {} : { people };

/** The second of those that say the same, and each after it, has a key of its own: the same one when the file comes again. */
export function apart(parts: readonly AnswerPart[]): AnswerPart[] {
  const times = new Map<string, number>();
  return parts.map((part) => {
    if (isNamed(part.reference)) return part;
    const before = times.get(part.dedupeKey) ?? 0;
    times.set(part.dedupeKey, before + 1);
    return before === 0 ? part : { ...part, dedupeKey: `${part.dedupeKey}:${before + 1}` };
  });
}
