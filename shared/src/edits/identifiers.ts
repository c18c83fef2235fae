/** Edits on numbers that must arrive as they are: X12 carries only some characters, and these may not be replaced silently. */
import type { Edit } from './registry.ts';

/** The X12 basic set without the separators `* ~ : ^` that our files use; small letters become capitals. */
const CARRIED = /^[A-Za-z0-9 !"&'()+,\-./;?=]*$/;

export const identifierEdits: readonly Edit[] = [
  {
    id: 'identifier-characters',
    severity: 'error',
    *check({ priorAuthorizationNumber, payerClaimControlNumber, coverage }) {
      const numbers = [
        ['priorAuthorizationNumber', 'The prior authorization number', priorAuthorizationNumber],
        ['payerClaimControlNumber', "The payer's claim number", payerClaimControlNumber],
        ['coverage.groupNumber', 'The group number', coverage?.groupNumber],
      ] as const;
      for (const [path, name, number] of numbers)
        if (number && !CARRIED.test(number))
          yield {
            path,
            message: `${name} has a character that a claim can't carry.`,
            fix: 'Write it with letters, digits, hyphens and points as the payer prints it, or clear it.',
          };
    },
  },
];
