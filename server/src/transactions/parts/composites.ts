/** Finds and repairs composites that are divided by another character than ISA16 says. */
import type { Segment } from '../../x12/index.ts';
import type { Reading } from './reading.ts';

/** Elements that are always composite, by segment. */
const COMPOSITE_AT: Readonly<Record<string, number>> = { CLM: 5, HI: 1, SV1: 1, SVC: 1, STC: 1 };

/** The segments of a set, with the component separator that they really use; reported once when it is not ISA16. */
export function withTrueComposites(segments: readonly Segment[], reading: Reading): readonly Segment[] {
  for (const segment of segments) {
    const at = COMPOSITE_AT[segment.id];
    if (at === undefined || segment.components(at).length > 1) continue;
    const separator = /^[A-Z0-9]{1,5}([^A-Za-z0-9\s.,'&()-])[A-Z0-9]/i.exec(segment.element(at))?.[1];
    if (separator === undefined) continue;
    reading.report(
      segment,
      {
        code: 'COMPONENT-SEPARATOR',
        message: 'Composites are not divided by the character in ISA16; read by the one they use.',
        value: separator,
        expected: segment.separators.component,
      },
      at,
    );
    return segments.map((each) => each.withComponentSeparator(separator));
  }
  return segments;
}
