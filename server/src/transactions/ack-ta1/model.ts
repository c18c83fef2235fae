/** TA1: the interchange acknowledgement. */
export interface InterchangeAcknowledgement {
  /** TA101: our ISA13, as sent back; compare as a number. */
  readonly controlNumber: string;
  /** TA102, TA103 as sent back. */
  readonly date: string;
  readonly time: string;
  /** TA104. */
  readonly code: 'A' | 'E' | 'R';
  /** TA105, three digits. */
  readonly noteCode: string;
}
