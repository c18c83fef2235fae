/** Edits on diagnoses: how many, shape, repeats. */
import type { Edit } from './registry.ts';

const ICD10_SHAPE = /^[A-Z]\d[0-9A-Z](\.?[0-9A-Z]{1,4})?$/;

export const diagnosisEdits: readonly Edit[] = [
  {
    id: 'diagnosis-count',
    severity: 'error',
    *check({ diagnoses = [] }) {
      if (diagnoses.length > 12)
        yield {
          path: 'diagnoses.12.code',
          message: 'A claim holds at most 12 diagnoses.',
          fix: 'Remove those that no line points to.',
        };
    },
  },
  {
    id: 'icd-10-shape',
    severity: 'error',
    *check({ diagnoses = [] }) {
      for (const [index, { code }] of diagnoses.entries())
        if (!code || !ICD10_SHAPE.test(code))
          yield {
            path: `diagnoses.${index}.code`,
            message: 'This is not the shape of an ICD-10-CM code.',
            fix: 'Correct the code, such as M54.50.',
          };
    },
  },
  {
    id: 'diagnosis-repeated',
    severity: 'error',
    *check({ diagnoses = [] }) {
      const seen = new Set<string>();
      for (const [index, { code }] of diagnoses.entries()) {
        const bare = code?.replace('.', '').toUpperCase();
        if (!bare) continue;
        if (seen.has(bare))
          yield {
            path: `diagnoses.${index}.code`,
            message: 'This diagnosis is already on the claim.',
            fix: 'Remove one of the two.',
          };
        seen.add(bare);
      }
    },
  },
];
