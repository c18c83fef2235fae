/** Says in words which segment of a transaction set a 999 objects to, and whether it is in this claim. */
import type { SegmentError, TransactionSetAcknowledgement } from '../../transactions/ack-999/index.ts';
import type { ClaimPosition } from '../../transactions/claim-837p/model.ts';

export interface SetErrors {
  /** True when an error stands in this claim, or in none that can be named. */
  readonly concerned: boolean;
  readonly codes: readonly string[];
  /** For people; holds no value out of the claim. */
  readonly message: string;
}

/** IK304 in our own words. */
const SEGMENT_CODES: Readonly<Record<string, string>> = {
  '1': 'is not known',
  '2': 'was not expected there',
  '3': 'is missing',
  '4': 'begins a loop that is repeated too often',
  '5': 'is repeated too often',
  '6': 'does not belong in this transaction',
  '7': 'stands in the wrong order',
  '8': 'has elements in error',
  I4: 'is not used by the guide',
  I6: 'is missing under a condition of the guide',
  I7: 'belongs to a loop that occurs too seldom',
  I8: 'occurs too seldom',
  I9: 'must not be there under a condition of the guide',
};

export function describeSetErrors(
  set: TransactionSetAcknowledgement | undefined,
  claim: ClaimPosition,
  positions: readonly ClaimPosition[],
): SetErrors {
  const errors = set?.segmentErrors ?? [];
  const inSet = positions.filter(
    (each) => each.transactionSetControlNumber === claim.transactionSetControlNumber,
  );
  const here = errors.filter((error) => ownerOf(error, inSet) === claim.patientControlNumber);
  const elsewhere = errors.filter((error) => ownerOf(error, inSet) === undefined);
  const shown = here.length > 0 ? here : elsewhere;
  return {
    concerned: shown.length > 0 || errors.length === 0,
    codes: [...(set?.errorCodes ?? []), ...shown.map((error) => `IK3:${error.segmentId}:${error.code}`)],
    message: messageFor(here, elsewhere, errors),
  };
}

function messageFor(
  here: readonly SegmentError[],
  elsewhere: readonly SegmentError[],
  all: readonly SegmentError[],
): string {
  if (here.length > 0) return `In this claim: ${here.map(describe).join(' ')}`;
  if (elsewhere.length > 0) return `In the file: ${elsewhere.map(describe).join(' ')}`;
  if (all.length > 0) return 'Nothing is wrong with this claim: another claim in the same file was in error.';
  return 'The file was refused without naming a segment.';
}

/** The claim that an error names by its CLM01, or else by the segment's position. */
function ownerOf(error: SegmentError, positions: readonly ClaimPosition[]): string | undefined {
  const named = positions.find((each) =>
    error.contexts.some((context) => context.split(':').pop() === each.patientControlNumber),
  );
  const placed = positions.find(
    (each) => error.ordinal >= each.firstOrdinal && error.ordinal <= each.lastOrdinal,
  );
  return (named ?? placed)?.patientControlNumber;
}

function describe(error: SegmentError): string {
  const loop = error.loop === '' ? '' : ` in loop ${error.loop}`;
  const elements = error.elementErrors.map(
    ({ element, component, code }) =>
      ` Element ${element}${component === undefined ? '' : `-${component}`}: code ${code}.`,
  );
  const what = SEGMENT_CODES[error.code] ?? `has error ${error.code}`;
  return `Segment ${error.segmentId} (number ${error.ordinal})${loop} ${what}.${elements.join('')}`;
}
