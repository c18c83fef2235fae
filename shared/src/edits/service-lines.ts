/** Edits on service lines: codes, modifiers, units, pointers, repeats. */
import type { Edit } from './registry.ts';

export const serviceLineEdits: readonly Edit[] = [
  {
    id: 'line-count',
    severity: 'error',
    *check({ serviceLines = [] }) {
      if (serviceLines.length > 50)
        yield {
          path: 'serviceLines',
          message: 'A claim holds at most 50 lines.',
          fix: 'Bill the rest as a second claim.',
        };
    },
  },
  {
    id: 'procedure-code-shape',
    severity: 'error',
    *check({ serviceLines = [] }) {
      for (const [index, { procedureCode }] of serviceLines.entries())
        if (procedureCode && !/^(\d{4}[0-9AFMTU]|[A-CE-V]\d{4})$/.test(procedureCode))
          yield {
            path: `serviceLines.${index}.procedureCode`,
            message: 'This is not the shape of a CPT or HCPCS code for a professional claim.',
            fix: 'Correct the code: five characters, such as 99213 or J1030.',
          };
    },
  },
  {
    id: 'modifiers',
    severity: 'error',
    *check({ serviceLines = [] }) {
      for (const [index, { modifiers = [] }] of serviceLines.entries()) {
        const path = `serviceLines.${index}.modifiers`;
        if (modifiers.length > 4)
          yield {
            path,
            message: 'A line holds at most four modifiers.',
            fix: 'Keep the four that matter for payment.',
          };
        else if (modifiers.some((modifier) => !/^[A-Z0-9]{2}$/.test(modifier)))
          yield { path, message: 'A modifier has two letters or digits.', fix: 'Correct the modifier.' };
        else if (new Set(modifiers).size < modifiers.length)
          yield { path, message: 'The same modifier stands twice.', fix: 'Remove one of the two.' };
      }
    },
  },
  {
    id: 'units',
    severity: 'error',
    *check({ serviceLines = [] }) {
      for (const [index, { units }] of serviceLines.entries())
        if (units !== undefined && !(units > 0 && units <= 99_999))
          yield {
            path: `serviceLines.${index}.units`,
            message: 'The units must be more than zero.',
            fix: 'Type how many, or remove the line.',
          };
    },
  },
  {
    id: 'diagnosis-pointers',
    severity: 'error',
    *check({ serviceLines = [], diagnoses = [] }) {
      for (const [index, { diagnosisPointers: pointers = [] }] of serviceLines.entries()) {
        const path = `serviceLines.${index}.diagnosisPointers`;
        if (pointers.length > 4)
          yield {
            path,
            message: 'A line points to at most four diagnoses.',
            fix: 'Keep the four that explain it best.',
          };
        if (pointers.some((pointer) => pointer < 1 || pointer > diagnoses.length))
          yield {
            path,
            message: 'The line points to a diagnosis that is not on the claim.',
            fix: 'Choose among the diagnoses above.',
          };
        if (new Set(pointers).size < pointers.length)
          yield {
            path,
            message: 'The line points to the same diagnosis twice.',
            fix: 'Remove one of the two.',
          };
      }
    },
  },
  {
    id: 'line-repeated',
    severity: 'warning',
    *check({ serviceLines = [] }) {
      const seen = new Map<string, number>();
      for (const [index, line] of serviceLines.entries()) {
        if (!line.procedureCode) continue;
        const key = [line.procedureCode, line.serviceDate, ...(line.modifiers ?? [])].join('|');
        const first = seen.get(key);
        if (first !== undefined)
          yield {
            path: `serviceLines.${index}.procedureCode`,
            message: `Same code, date and modifiers as line ${first + 1}: payers often refuse the second.`,
            fix: 'Raise the units of one line, or add the modifier that tells them apart.',
          };
        else seen.set(key, index);
      }
    },
  },
];
