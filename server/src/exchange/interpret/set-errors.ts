/** Says in words what a 999 objects to in a claim: the line and the field, found by the segment's number in the file that we sent. */
import {
  elementErrorWords,
  type SegmentError,
  segmentErrorWords,
  type TransactionSetAcknowledgement,
} from '../../transactions/ack-999/index.ts';
import type { ClaimPosition, PlaceInClaim, SegmentInSet } from '../../transactions/claim-837p/index.ts';
import { pathWords } from './path-words.ts';

export interface SetErrors {
  /** True when an error stands in this claim, or in none that can be named. */
  readonly concerned: boolean;
  readonly codes: readonly string[];
  /** For people; holds no value out of the claim. */
  readonly message: string;
}

/** What a segment of our own file stands for; undefined where it has none of that number. */
export type PlaceOf = (segment: SegmentInSet) => PlaceInClaim | undefined;

/** The segments of our files that a 999 names: what has to be found in their bytes. */
export function segmentsNamed(sets: readonly TransactionSetAcknowledgement[]): SegmentInSet[] {
  return sets.flatMap(({ controlNumber, segmentErrors }) =>
    segmentErrors.map(({ ordinal }) => ({ setControlNumber: controlNumber, ordinal })),
  );
}

export function describeSetErrors(
  set: TransactionSetAcknowledgement | undefined,
  claim: ClaimPosition,
  positions: readonly ClaimPosition[],
  placeOf: PlaceOf,
): SetErrors {
  const errors = set?.segmentErrors ?? [];
  const inSet = positions.filter(
    (each) => each.transactionSetControlNumber === claim.transactionSetControlNumber,
  );
  const here = errors.filter((error) => ownerOf(error, inSet) === claim.patientControlNumber);
  const elsewhere = errors.filter((error) => ownerOf(error, inSet) === undefined);
  const shown = here.length > 0 ? here : elsewhere;
  const words = (error: SegmentError) =>
    describe(error, placeOf({ setControlNumber: claim.transactionSetControlNumber, ordinal: error.ordinal }));
  return {
    concerned: shown.length > 0 || errors.length === 0,
    codes: [...(set?.errorCodes ?? []), ...shown.map((error) => `IK3:${error.segmentId}:${error.code}`)],
    message: messageFor(here, elsewhere, errors, words),
  };
}

function messageFor(
  here: readonly SegmentError[],
  elsewhere: readonly SegmentError[],
  all: readonly SegmentError[],
  words: (error: SegmentError) => string,
): string {
  if (here.length > 0) return `In this claim: ${here.map(words).join(' ')}`;
  if (elsewhere.length > 0) return `In the file: ${elsewhere.map(words).join(' ')}`;
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

/** One sentence for each value in error, or for the segment as a whole. */
function describe(error: SegmentError, place: PlaceInClaim | undefined): string {
  // What stands there is what the answer speaks of, unless that is missing or the numbers went astray.
  const isSame = place?.segmentId === error.segmentId;
  const lineOnly = place?.line === undefined ? '' : `Line ${place.line}: `;
  if (!isSame || !place) return `${lineOnly}${inOwnWords(error)}`;
  const whole = place.pathOf();
  if (error.elementErrors.length === 0)
    return whole === undefined
      ? `${lineOnly}${inOwnWords(error)}`
      : `${pathWords(whole)}: ${segmentErrorWords(error.code)} (${error.segmentId}).`;
  return error.elementErrors
    .map(({ element, component, code }) => {
      const path = place.pathOf(element, component);
      const name = elementName(error.segmentId, element, component);
      return path === undefined || path === whole
        ? `${whole === undefined ? name : `${pathWords(whole)}, ${name}`}: ${elementErrorWords(code)}.`
        : `${pathWords(path)}: ${elementErrorWords(code)} (${name}).`;
    })
    .join(' ');
}

/** For what can not be found in the claim: as X12 names it. */
function inOwnWords(error: SegmentError): string {
  const loop = error.loop === '' ? '' : ` in loop ${error.loop}`;
  const elements = error.elementErrors.map(
    ({ element, component, code }) =>
      ` ${elementName(error.segmentId, element, component)} ${elementErrorWords(code)}.`,
  );
  return `Segment ${error.segmentId} (number ${error.ordinal})${loop} ${segmentErrorWords(error.code)}.${elements.join('')}`;
}

/** `SV101-2`. */
function elementName(segmentId: string, element: number, component: number | undefined): string {
  const name = `${segmentId}${String(element).padStart(2, '0')}`;
  return component === undefined ? name : `${name}-${component}`;
}
