/** Faults against a guide, with the code a 999 has for each. */
import type { Fault } from '../../x12/index.ts';
import type { SegmentRule } from './rules.ts';

type Kind = 'IK3' | 'IK4';

/** Our code of each kind of fault, the 999's, and its SNIP type. */
const FAULTS = {
  'SEGMENT-UNKNOWN': ['IK3', '1', 1],
  'SEGMENT-UNEXPECTED': ['IK3', '2', 1],
  'SEGMENT-MISSING': ['IK3', '3', 2],
  'LOOP-REPEATED': ['IK3', '4', 2],
  'SEGMENT-REPEATED': ['IK3', '5', 2],
  'SEGMENT-ORDER': ['IK3', '7', 1],
  'ELEMENT-MISSING': ['IK4', '1', 2],
  'ELEMENT-PAIR': ['IK4', '2', 1],
  'ELEMENT-EXTRA': ['IK4', '3', 1],
  'ELEMENT-SHORT': ['IK4', '4', 1],
  'ELEMENT-LONG': ['IK4', '5', 1],
  'ELEMENT-CHARACTER': ['IK4', '6', 1],
  'ELEMENT-CODE': ['IK4', '7', 2],
  'ELEMENT-DATE': ['IK4', '8', 1],
  'ELEMENT-TIME': ['IK4', '9', 1],
  'ELEMENT-EXCLUSIVE': ['IK4', '10', 1],
  'ELEMENT-REPEATED': ['IK4', '12', 1],
  'ELEMENT-COMPONENTS': ['IK4', '13', 1],
  'ELEMENT-NOT-USED': ['IK4', 'I10', 2],
} as const satisfies Record<string, readonly [Kind, string, 1 | 2]>;

export type FaultCode = keyof typeof FAULTS;

export function fault(
  code: FaultCode,
  message: string,
  more: Pick<Fault, 'value' | 'expected' | 'severity' | 'fix'> = {},
): Fault {
  const [segment, acknowledgement, snip] = FAULTS[code];
  return { code, message, snip, acknowledgement: { segment, code: acknowledgement }, ...more };
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
