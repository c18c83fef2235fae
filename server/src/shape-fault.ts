/** What a schema expected, in our own words: a library's message may quote the value, which may be a patient's. */
import type { z } from 'zod';

/** `must be a string`, `must be at most 80 characters`; fits behind the name of the place. */
export function expectation(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `must be ${article(issue.expected)}`;
    case 'too_big':
      return `must be at most ${issue.maximum}${sizeUnit(issue.origin)}`;
    case 'too_small':
      return `must be at least ${issue.minimum}${sizeUnit(issue.origin)}`;
    case 'invalid_format':
      return 'has not the form that is expected here';
    case 'invalid_value':
      return `must be one of ${issue.values.map(String).join(', ')}`;
    case 'custom':
      return issue.message;
    case 'unrecognized_keys':
      return 'has a part that is not known here';
    default:
      return 'is not as expected';
  }
}

function article(noun: string): string {
  return /^[aeiou]/.test(noun) ? `an ${noun}` : `a ${noun}`;
}

function sizeUnit(origin: string): string {
  if (origin === 'string') return ' characters';
  return origin === 'array' ? ' items' : '';
}
