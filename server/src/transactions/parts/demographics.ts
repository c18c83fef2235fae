/** DMG: birth date and sex of a person. */
import { code, date, literal } from '../guide/elements.ts';
import type { SegmentRule, Usage } from '../guide/rules.ts';
import { segment } from '../guide/segments.ts';

/** Of the person at `prefix`; empty for the object itself. */
export function demographics(
  prefix: string,
  { usage = 'S', birthDate = 'R', sex = 'R' }: { usage?: Usage; birthDate?: Usage; sex?: Usage } = {},
): SegmentRule {
  const at = (name: string) => (prefix === '' ? name : `${prefix}.${name}`);
  const format = birthDate === 'R' ? literal('D8') : literal('D8', at('birthDate'));
  return segment(
    'DMG',
    'birth date and sex',
    [format, date(birthDate, at('birthDate')), code(sex, ['F', 'M', 'U'], at('sex'))],
    { usage, ...(birthDate === 'R' ? {} : { conditions: 'P0102' }) },
  );
}
