/** A finding as a 999 tells it (IK3, IK4). */
import type { SegmentError } from '../transactions/ack-999/index.ts';
import type { X12Finding } from '../x12/index.ts';

export function segmentError({ location, claim }: X12Finding): SegmentError {
  const { element, component } = location;
  return {
    segmentId: location.segmentId,
    ordinal: location.ordinal,
    loop: shortLoop(location.loop),
    // 8: the segment has bad elements; 6: it is not to be here.
    code: element === undefined ? '6' : '8',
    contexts: claim ? [`CLM01:${claim}`] : [],
    elementErrors:
      element === undefined
        ? []
        : [{ element, ...(component === undefined ? {} : { component }), code: '7' }],
  };
}

/** IK303 holds six characters at most: `2000A[1] > 2010AA` becomes `2010AA`. */
function shortLoop(path: string): string {
  return (path.split('>').at(-1) ?? '')
    .replace(/\[.*?\]/g, '')
    .trim()
    .slice(0, 6);
}
