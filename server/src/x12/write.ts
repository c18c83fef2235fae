/** Writes segments, and says what stands in the envelope around files of ours. */
import type { IsoDate } from '@claimside/shared/values';
import { foldText } from './characters.ts';
import { writeDate } from './dates.ts';
import type { GroupHeader, InterchangeHeader } from './headers.ts';
import type { Separators } from './separators.ts';

/** What our own files are divided by. */
export const OUR_SEPARATORS: Separators = { element: '*', component: ':', repetition: '^', terminator: '~' };

/** A simple element, the components of a composite one, or nothing. */
export type ElementToWrite = string | readonly (string | undefined)[] | undefined;
/** A segment to write: its id and its elements in order. */
export type SegmentToWrite = readonly [id: string, ...elements: ElementToWrite[]];

/** What stands around transaction sets of one group in one interchange. */
export interface InterchangeEnvelope {
  readonly interchangeSender: { readonly qualifier: string; readonly id: string };
  readonly interchangeReceiver: { readonly qualifier: string; readonly id: string };
  /** GS02, GS03. */
  readonly applicationSender: string;
  readonly applicationReceiver: string;
  /** ISA15. */
  readonly usageIndicator: 'P' | 'T';
  /** ISA14. */
  readonly acknowledgementRequested: '0' | '1';
  /** ISA13, at most 9 digits. */
  readonly interchangeControlNumber: number;
  /** GS06, at most 9 digits. */
  readonly groupControlNumber: number;
  /** ST02 of the first set; the next sets count on from it. */
  readonly transactionSetControlNumber: number;
  /** Of writing: ISA09, GS04, BHT04. */
  readonly date: IsoDate;
  /** `HHMM`. */
  readonly time: string;
}

/** What a group of ours says of the sets in it. */
export interface GroupToWrite {
  /** GS01, such as HC. */
  readonly functionalIdentifier: string;
  /** GS08. */
  readonly version: string;
}

/** One segment with its terminator: data folded to the Basic set, no empty elements or components at the end. */
export function writeSegment([id, ...elements]: SegmentToWrite): string {
  const texts = elements.map((element) =>
    typeof element === 'object'
      ? joinTrimmed(
          element.map((component) => foldText(component ?? '')),
          OUR_SEPARATORS.component,
        )
      : foldText(element ?? ''),
  );
  return joinTrimmed([id, ...texts], OUR_SEPARATORS.element) + OUR_SEPARATORS.terminator;
}

/** ST02 as written: four digits or more. */
export function writeSetControlNumber(number: number): string {
  return String(number).padStart(4, '0');
}

/** ISA01 to ISA15 of an interchange of ours. */
export function ownInterchangeHeader(envelope: InterchangeEnvelope): InterchangeHeader {
  const { interchangeSender: sender, interchangeReceiver: receiver } = envelope;
  return {
    authorizationQualifier: '00',
    authorization: '',
    securityQualifier: '00',
    security: '',
    senderQualifier: foldText(sender.qualifier),
    senderId: foldText(sender.id),
    receiverQualifier: foldText(receiver.qualifier),
    receiverId: foldText(receiver.id),
    date: writeDate(envelope.date).slice(2),
    time: envelope.time,
    version: '00501',
    controlNumber: interchangeNumber(envelope),
    acknowledgementRequested: envelope.acknowledgementRequested,
    usageIndicator: envelope.usageIndicator,
  };
}

/** GS01 to GS08 of a group of ours. */
export function ownGroupHeader(
  envelope: InterchangeEnvelope,
  { functionalIdentifier, version }: GroupToWrite,
): GroupHeader {
  return {
    functionalIdentifier,
    applicationSender: foldText(envelope.applicationSender),
    applicationReceiver: foldText(envelope.applicationReceiver),
    date: writeDate(envelope.date),
    time: envelope.time,
    controlNumber: String(envelope.groupControlNumber),
    responsibleAgency: 'X',
    version,
  };
}

function interchangeNumber(envelope: InterchangeEnvelope): string {
  return String(envelope.interchangeControlNumber).padStart(9, '0');
}

function joinTrimmed(texts: readonly string[], separator: string): string {
  let length = texts.length;
  while (length > 0 && texts[length - 1] === '') length -= 1;
  return texts.slice(0, length).join(separator);
}
