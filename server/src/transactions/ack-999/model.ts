/** 999 (005010X231A1): what a receiver says of the syntax of each of our transaction sets. Codes may be any text, as read. */

import { z } from 'zod';
import type { X12Finding } from '../../x12/index.ts';
import type { InterchangeAcknowledgement } from '../ack-ta1/model.ts';
import { needed, notInModel, openCode, text, whole } from '../parts/answers/fields.ts';
import type { AsRead } from '../parts/as-read.ts';

/** CTX with SITUATIONAL TRIGGER: the place that made a condition of the guide hold. */
const TriggerSchema = z.object({
  segmentId: openCode(2, 3),
  ordinal: whole(999_999),
  loop: openCode(1, 6),
  element: whole(99),
  component: whole(99),
  repetition: whole(9999),
  reference: whole(9999),
  componentReference: whole(9999),
  /** Further repetitions of CTX01, as sent: `name:value`. */
  also: z
    .array(z.string().regex(/^[A-Z]{1,9}(:[A-Z0-9]{1,9})?$/))
    .min(1)
    .max(9)
    .optional(),
});

const contexts = {
  /** CTX keys of business, such as `CLM01:C000000001`. */
  contexts: z.array(z.string().regex(/^[A-Z0-9]{1,9}:[A-Z0-9]{1,20}$/)).max(4),
  triggers: z.array(TriggerSchema).min(1).max(4).optional(),
};

/** IK4. */
const ElementErrorSchema = z.object({
  element: z.int().min(0).max(99),
  component: whole(99),
  repetition: whole(9999),
  /** IK402. */
  reference: whole(9999),
  code: z.enum([
    '1',
    '2',
    '3',
    '4',
    '5',
    '6',
    '7',
    '8',
    '9',
    '10',
    '11',
    '12',
    '13',
    'I6',
    'I9',
    'I10',
    'I11',
    'I12',
    'I13',
  ]),
  /** IK404: copy of the bad value; may be patient data. */
  value: text(99),
  contexts: contexts.contexts.min(1).optional(),
  triggers: contexts.triggers,
});

/** IK3 with its CTX and IK4. */
const SegmentErrorSchema = z.object({
  segmentId: z.string().regex(/^[A-Z0-9]{2,3}$/),
  /** IK302: position counted from ST = 1. */
  ordinal: z.int().min(0).max(999_999),
  /** IK303 as sent; 0 to 6 characters. */
  loop: z.string().regex(/^[A-Z0-9]{1,6}$/),
  code: z.enum(['1', '2', '3', '4', '5', '6', '7', '8', 'I4', 'I6', 'I7', 'I8', 'I9']),
  ...contexts,
  elementErrors: z.array(ElementErrorSchema),
});

/** AK2 ... IK5. */
const SetSchema = z.object({
  /** AK201. */
  identifier: z.string().regex(/^[0-9]{3}$/),
  /** AK202: our ST02. */
  controlNumber: needed(9),
  /** AK203. */
  version: text(35),
  segmentErrors: z.array(SegmentErrorSchema),
  /** IK501; undefined when the IK5 is missing. */
  code: z.enum(['A', 'E', 'M', 'R', 'W', 'X']).optional(),
  /** IK502-06. */
  errorCodes: z.array(z.enum(['1', '2', '3', '4', '5', '6', '7', '18', '19', '23', 'I5', 'I6'])).max(5),
});

/** AK1 ... AK9. */
const GroupSchema = z.object({
  /** AK101, such as HC. */
  functionalIdentifier: z.string().regex(/^[A-Z]{2}$/),
  /** AK102: our GS06. */
  groupControlNumber: needed(9),
  /** AK103. */
  version: text(35),
  transactionSets: z.array(SetSchema),
  /** AK901; undefined when the AK9 is missing, which is not an acceptance. */
  code: z.enum(['A', 'E', 'M', 'P', 'R', 'W', 'X']).optional(),
  setsIncluded: whole(999_999),
  setsReceived: whole(999_999),
  setsAccepted: whole(999_999),
  /** AK905-09. */
  errorCodes: z.array(z.enum(['1', '2', '3', '4', '5', '6', '19'])).max(5),
  notInModel,
});

/** One ST ... SE. */
export const AcknowledgementSchema = z.object({ groups: z.array(GroupSchema).max(1), notInModel });

export type Acknowledgement = AsRead<z.infer<typeof AcknowledgementSchema>>;
export type FunctionalGroupAcknowledgement = Acknowledgement['groups'][number];
export type TransactionSetAcknowledgement = FunctionalGroupAcknowledgement['transactionSets'][number];
export type SegmentError = TransactionSetAcknowledgement['segmentErrors'][number];
export type ElementError = SegmentError['elementErrors'][number];

export interface ImplementationAcknowledgementFile {
  readonly interchangeControlNumber: string;
  readonly senderId: string;
  /** TA1 segments found anywhere in the interchange (Office Ally sends one between ISA and GS). */
  readonly interchangeAcknowledgements: readonly InterchangeAcknowledgement[];
  readonly acknowledgements: readonly FunctionalGroupAcknowledgement[];
  readonly findings: readonly X12Finding[];
}
