/** Edits on dates of service and onset. */
import { isIsoDate } from '../values/index.ts';
import type { Edit } from './registry.ts';

export const dateEdits: readonly Edit[] = [
  {
    id: 'service-date',
    severity: 'error',
    *check({ serviceLines, patient }, { today }) {
      for (const [index, line] of (serviceLines ?? []).entries()) {
        const path = `serviceLines.${index}.serviceDate`;
        const { serviceDate: from, serviceDateEnd: to } = line;
        if (!from) continue;
        if (!isIsoDate(from))
          yield { path, message: 'The date of service is not a date.', fix: 'Write it as YYYY-MM-DD.' };
        else if (from > today || (to && to > today))
          yield {
            path,
            message: 'The date of service is in the future.',
            fix: 'Correct the date, or bill after the visit.',
          };
        else if (to && to < from)
          yield {
            path: `serviceLines.${index}.serviceDateEnd`,
            message: 'The service ends before it starts.',
            fix: 'Correct one of the two dates.',
          };
        else if (patient?.birthDate && isIsoDate(patient.birthDate) && from < patient.birthDate)
          yield {
            path,
            message: 'The date of service is before the patient was born.',
            fix: 'Correct the date of service or the birth date.',
          };
      }
    },
  },
  {
    id: 'onset-date',
    severity: 'error',
    *check({ onsetDate, serviceLines }) {
      if (!onsetDate) return;
      if (!isIsoDate(onsetDate)) {
        yield { path: 'onsetDate', message: 'The onset date is not a date.', fix: 'Write it as YYYY-MM-DD.' };
        return;
      }
      const first = (serviceLines ?? []).flatMap((line) => line.serviceDate || []).sort()[0];
      if (first && onsetDate > first)
        yield { path: 'onsetDate', message: 'The onset is after the visit.', fix: 'Correct it or clear it.' };
    },
  },
];
