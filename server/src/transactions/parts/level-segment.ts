/** HL: numbers and parents are worked out by the writer, and held against one another by the reader. */
import { code, computed, literal, text } from '../guide/elements.ts';
import type { SegmentRule, SimpleElement } from '../guide/rules.ts';
import { segment } from '../guide/segments.ts';

/** HL04 is held against what follows by the reader, whatever the level. `isLowest`: nothing can follow, and HL04 need not say so, or always does so. `codes`: what else HL03 may be. */
export function levelSegment(
  kind: string,
  name: string,
  {
    isLowest = false,
    level = literal(kind),
    codes = [kind],
  }: { isLowest?: boolean | 'said'; level?: SimpleElement; codes?: readonly string[] } = {},
): SegmentRule {
  return segment(
    'HL',
    name,
    [
      computed('level-number', text('R', 12)),
      computed('level-parent', text(kind === '20' ? 'N' : 'R', 12)),
      level,
      computed(
        isLowest === 'said' ? 'level-lowest' : 'level-children',
        code(isLowest === true ? 'S' : 'R', ['0', '1']),
      ),
    ],
    { usage: 'R', qualifiedBy: { element: 3, codes } },
  );
}
