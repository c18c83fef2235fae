/** What is wrong with where a segment stands, or with one that is missing. */
import type { Fault } from '../../x12/index.ts';
import type { Candidate } from './compile.ts';
import { fault, nameOf, placeName, segmentName } from './faults.ts';
import type { Qualifier, SegmentRule } from './rules.ts';

export function unplacedFault(segmentId: string, isKnown: boolean): Fault {
  return isKnown
    ? fault(
        'SEGMENT-UNEXPECTED',
        `${segmentId} does not belong where it stands: neither the open loop nor one that may follow has it.`,
      )
    : fault('SEGMENT-UNKNOWN', `There is no segment ${segmentId} in this transaction.`);
}

export function qualifierFault(
  segmentId: string,
  { element, component }: Pick<Qualifier, 'element' | 'component'>,
  value: string,
): Fault {
  const place = placeName(segmentId, element, component);
  return fault('ELEMENT-CODE', `${place} has a code that no ${segmentId} of the loops here has.`, { value });
}

export function excessFault({ item, segment, loop }: Candidate): Fault {
  const times = item.max === 1 ? 'once' : `${item.max} times`;
  return loop
    ? fault('LOOP-REPEATED', `Loop ${loop.rule.id} (${loop.rule.name}) may stand ${times} here.`)
    : fault('SEGMENT-REPEATED', `${nameOf(segment)} may stand ${times} here.`);
}

export function orderFault(rule: SegmentRule): Fault {
  return fault('SEGMENT-ORDER', `${nameOf(rule)} stands behind a segment that it should come before.`);
}

/** `loopId` is the loop that the segment opens or should stand in. */
export function missingFault({ item, segment }: Candidate, loopId: string): Fault {
  const where = loopId === '' ? '' : `, loop ${loopId}`;
  const expected = segmentName(segment);
  return fault('SEGMENT-MISSING', `${expected} (${item.name}${where}) is missing.`, { expected });
}
