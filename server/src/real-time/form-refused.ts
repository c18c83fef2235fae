/** A TA1 or 999 in place of an answer: the question was wrong in its form, and no payer saw it. */
import {
  type ImplementationAcknowledgementFile,
  readAcknowledgement999,
} from '../transactions/ack-999/index.ts';

export interface FormRefused {
  readonly kind: 'form-refused';
  readonly acknowledgement: ImplementationAcknowledgementFile;
}

/** Nothing where it accepts all of the question: then the answer itself is missing. */
export function formRefusalIn(bytes: Uint8Array): FormRefused | undefined {
  const acknowledgement = readAcknowledgement999(bytes);
  const { interchangeAcknowledgements, acknowledgements } = acknowledgement;
  const codes = [
    ...interchangeAcknowledgements.map(({ code }) => code),
    ...acknowledgements.flatMap(({ code, transactionSets }) => [
      code,
      ...transactionSets.map((set) => set.code),
    ]),
  ];
  return codes.some((code) => code !== 'A' && code !== 'E')
    ? { kind: 'form-refused', acknowledgement }
    : undefined;
}
