/** Faults against a guide, with the code a 999 has for each. */
import type { Fault } from '../../x12/index.ts';
import type { SegmentRule } from './rules.ts';

type Kind = 'IK3' | 'IK4';

/** Our code of each kind of fault, the 999's, its SNIP type, and what helps. */
const FAULTS = {
  'SEGMENT-UNKNOWN': ['IK3', '1', 1, 'Leave it out, or correct its id.'],
  'SEGMENT-UNEXPECTED': ['IK3', '2', 1, 'Move it where the guide has it, or leave it out.'],
  'SEGMENT-MISSING': ['IK3', '3', 2, 'Add it.'],
  'LOOP-REPEATED': ['IK3', '4', 2, 'Keep as many as the guide allows.'],
  'SEGMENT-REPEATED': ['IK3', '5', 2, 'Keep as many as the guide allows.'],
  'SEGMENT-ORDER': ['IK3', '7', 1, 'Put the segments in the order of the guide.'],
  'ELEMENT-MISSING': ['IK4', '1', 2, 'Fill it in.'],
  'ELEMENT-PAIR': ['IK4', '2', 1, 'Fill in what belongs together, or leave all of it out.'],
  'ELEMENT-EXTRA': ['IK4', '3', 1, 'Leave out what stands behind the last element.'],
  'ELEMENT-SHORT': ['IK4', '4', 1, 'Correct the value.'],
  'ELEMENT-LONG': ['IK4', '5', 1, 'Shorten the value.'],
  'ELEMENT-CHARACTER': ['IK4', '6', 1, 'Correct the value.'],
  'ELEMENT-CODE': ['IK4', '7', 2, 'Use a code that the guide has here.'],
  'ELEMENT-DATE': ['IK4', '8', 1, 'Correct the date.'],
  'ELEMENT-TIME': ['IK4', '9', 1, 'Correct the time.'],
  'ELEMENT-EXCLUSIVE': ['IK4', '10', 1, 'Keep one of them.'],
  'ELEMENT-REPEATED': ['IK4', '12', 1, 'Keep one value.'],
  'ELEMENT-COMPONENTS': ['IK4', '13', 1, 'Leave out what stands behind the last component.'],
  'ELEMENT-NOT-USED': ['IK4', 'I10', 2, 'Leave it out.'],
} as const satisfies Record<string, readonly [Kind, string, 1 | 2, string]>;

export type FaultCode = keyof typeof FAULTS;

export function fault(
  code: FaultCode,
  message: string,
  more: Partial<Pick<Fault, 'value' | 'expected' | 'severity' | 'fix'>> = {},
): Fault {
  const [segment, acknowledgement, snip, fix] = FAULTS[code];
  return { code, message, snip, acknowledgement: { segment, code: acknowledgement }, fix, ...more };
}

/** `REF (prior authorization number)`. */
export function nameOf({ id, name }: SegmentRule): string {
  return `${id} (${name})`;
}

/** `REF*G1`; the id alone where several qualifiers or none may stand. */
export function segmentName({ id, qualifier }: SegmentRule): string {
  const [code, ...others] = qualifier?.codes ?? [];
  return code === undefined || others.length > 0 ? id : `${id}*${code}`;
}

/** `CLM05-1`. */
export function placeName(segmentId: string, element: number, component?: number): string {
  const place = `${segmentId}${String(element).padStart(2, '0')}`;
  return component === undefined ? place : `${place}-${component}`;
}
