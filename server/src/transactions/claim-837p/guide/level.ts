/** HL: numbers and parents are worked out by the writer, and held against one another by the reader. */
import { code, computed, literal, text } from '../../guide/elements.ts';
import type { SegmentRule } from '../../guide/rules.ts';
import { segment } from '../../guide/segments.ts';

/** HL04 is held against what follows by the reader, whatever the level. */
export function levelSegment(kind: '20' | '22' | '23', name: string): SegmentRule {
  return segment(
    'HL',
    name,
    [
      computed('level-number', text('R', 12)),
      computed('level-parent', text(kind === '20' ? 'N' : 'R', 12)),
      literal(kind),
      computed('level-children', code('R', ['0', '1'])),
    ],
    { usage: 'R', qualifiedBy: { element: 3 } },
  );
}
