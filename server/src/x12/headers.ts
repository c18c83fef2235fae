/** ISA and GS as values: read as they stand in a file, written at the widths that X12 wants, without a separator in them. */
import { withoutSeparators } from './characters.ts';
import type { Segment } from './segment.ts';
import type { Separators } from './separators.ts';

/** ISA01 to ISA15, without blanks at either end; the separators stand apart. */
export interface InterchangeHeader {
  readonly authorizationQualifier: string;
  readonly authorization: string;
  readonly securityQualifier: string;
  readonly security: string;
  readonly senderQualifier: string;
  readonly senderId: string;
  readonly receiverQualifier: string;
  readonly receiverId: string;
  /** YYMMDD. */
  readonly date: string;
  /** HHMM. */
  readonly time: string;
  /** ISA11 of versions that had no repetition separator there, such as `U`. */
  readonly standard?: string;
  /** ISA12. */
  readonly version: string;
  /** ISA13. */
  readonly controlNumber: string;
  readonly acknowledgementRequested: string;
  readonly usageIndicator: string;
}

/** GS01 to GS08. */
export interface GroupHeader {
  readonly functionalIdentifier: string;
  readonly applicationSender: string;
  readonly applicationReceiver: string;
  /** CCYYMMDD. */
  readonly date: string;
  readonly time: string;
  readonly controlNumber: string;
  readonly responsibleAgency: string;
  readonly version: string;
}

export function readInterchangeHeader(isa: Segment): InterchangeHeader {
  const hasRepetition = isa.separators.repetition !== undefined;
  return {
    authorizationQualifier: isa.element(1),
    authorization: isa.element(2),
    securityQualifier: isa.element(3),
    security: isa.element(4),
    senderQualifier: isa.element(5),
    senderId: isa.element(6),
    receiverQualifier: isa.element(7),
    receiverId: isa.element(8),
    date: isa.element(9),
    time: isa.element(10),
    ...(hasRepetition ? {} : { standard: isa.element(11) }),
    version: isa.element(12),
    controlNumber: isa.element(13),
    acknowledgementRequested: isa.element(14),
    usageIndicator: isa.element(15),
  };
}

/** ISA13 and IEA02: nine ASCII characters, without blanks. */
export function writeInterchangeNumber({ controlNumber }: InterchangeHeader, separators: Separators): string {
  return withoutSeparators(separators)(controlNumber)
    .replaceAll(/[^!-~]/g, '')
    .padStart(9, '0')
    .slice(-9);
}

/** 106 characters with the terminator. */
export function writeInterchangeHeader(header: InterchangeHeader, separators: Separators): string {
  const { element, component, repetition, terminator } = separators;
  const plain = withoutSeparators(separators);
  // As many bytes as characters: its widths are counted in bytes.
  const wide = (text: string, width: number) =>
    plain(text)
      .replaceAll(/[^ -~]/g, ' ')
      .padEnd(width)
      .slice(0, width);
  const elements = [
    'ISA',
    wide(header.authorizationQualifier, 2),
    wide(header.authorization, 10),
    wide(header.securityQualifier, 2),
    wide(header.security, 10),
    wide(header.senderQualifier, 2),
    wide(header.senderId, 15),
    wide(header.receiverQualifier, 2),
    wide(header.receiverId, 15),
    wide(header.date, 6),
    wide(header.time, 4),
    repetition ?? wide(header.standard ?? 'U', 1),
    wide(header.version, 5),
    writeInterchangeNumber(header, separators),
    wide(header.acknowledgementRequested, 1),
    wide(header.usageIndicator, 1),
    component,
  ];
  return elements.join(element) + terminator;
}

export function readGroupHeader(gs: Segment): GroupHeader {
  return {
    functionalIdentifier: gs.element(1),
    applicationSender: gs.element(2),
    applicationReceiver: gs.element(3),
    date: gs.element(4),
    time: gs.element(5),
    controlNumber: gs.element(6),
    responsibleAgency: gs.element(7),
    version: gs.element(8),
  };
}

export function writeGroupHeader(header: GroupHeader, separators: Separators): string {
  const { element, terminator } = separators;
  const elements = [
    header.functionalIdentifier,
    header.applicationSender,
    header.applicationReceiver,
    header.date,
    header.time,
    header.controlNumber,
    header.responsibleAgency,
    header.version,
  ].map(withoutSeparators(separators));
  return ['GS', ...elements].join(element) + terminator;
}
