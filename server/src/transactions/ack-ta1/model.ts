/** TA1: the interchange acknowledgement. */
export interface InterchangeAcknowledgement {
  /** TA101: our ISA13, as sent back; compare as a number. */
  readonly controlNumber: string;
  /** TA102, TA103 as sent back. */
  readonly date: string;
  readonly time: string;
  /** TA104: A accepted, E accepted with errors, R rejected; anything else says nothing. */
  readonly code: string;
  /** TA105, three digits. */
  readonly noteCode: string;
}
