/** The envelope of a file as JSON from outside, parsed strictly; what stands in its sets is added by each transaction. */
import { type Cents, type IsoDate, isIsoDate } from '@claimside/shared/values';
import { z } from 'zod';
import { pathText } from './json-path.ts';

const separator = z
  .string()
  .regex(/^(?![A-Za-z0-9 ])\p{ASCII}$/u, 'must be one ASCII character, no letter, digit or blank');
export const text = z.string();
export const day = z.custom<IsoDate>(
  (value) => typeof value === 'string' && isIsoDate(value),
  'must be a date written YYYY-MM-DD, such as 2026-11-26',
);
export const amount = z.custom<Cents>(
  (value) => Number.isSafeInteger(value),
  'must be whole cents, such as 18500 for $185.00',
);
export const fields = z.record(text, z.unknown());

export const Leftovers = z.array(
  z.strictObject({
    loop: text,
    segment: text,
    occurrence: z.int().min(1),
    elements: z.record(z.string().regex(/^\d{1,3}(-\d{1,2})?$/), text).exactOptional(),
    followedBy: z.array(z.array(z.union([text, z.array(text)])).min(1)).exactOptional(),
  }),
);

const InterchangeHeaderJson = z.strictObject({
  authorizationQualifier: text,
  authorization: text,
  securityQualifier: text,
  security: text,
  senderQualifier: text,
  senderId: text,
  receiverQualifier: text,
  receiverId: text,
  date: text,
  time: text,
  standard: text.exactOptional(),
  version: text,
  controlNumber: text,
  acknowledgementRequested: text,
  usageIndicator: text,
});

const GroupHeaderJson = z.strictObject({
  functionalIdentifier: text,
  applicationSender: text,
  applicationReceiver: text,
  date: text,
  time: text,
  controlNumber: text,
  responsibleAgency: text,
  version: text,
});

/** Interchanges whose sets are each as `set` says. */
export const interchangesOf = <Set extends z.ZodType>(set: Set) =>
  z
    .array(
      z.strictObject({
        separators: z
          .strictObject({
            element: separator,
            component: separator,
            repetition: separator.optional(),
            terminator: separator,
          })
          .refine(
            ({ element, component, repetition, terminator }) =>
              new Set([element, component, repetition, terminator]).size === 4,
            'must all differ',
          )
          .transform((separators) => ({ ...separators, repetition: separators.repetition })),
        header: InterchangeHeaderJson.exactOptional(),
        groups: z.array(z.strictObject({ header: GroupHeaderJson.exactOptional(), sets: z.array(set) })),
        acknowledgements: z.array(z.array(text)).exactOptional(),
      }),
    )
    .min(1);

/** What `claimside x12 read` says beside the transaction that is written. */
export const besideIt = {
  kinds: z.unknown().optional(),
  findings: z.unknown().optional(),
};

/** What is wrong, each with its path. */
export function wordsForIssue(issue: z.core.$ZodIssue): string[] {
  const { path, message } = issue;
  if (issue.code !== 'unrecognized_keys') return [`${pathText(path)} ${sentence(message)}`];
  return issue.keys.map(
    (key) => `${pathText([...path, key])}: claimside x12 read gives nothing of this name. Take it out.`,
  );
}

/** `Invalid input: expected string, received number` becomes part of a sentence. */
const sentence = (message: string) =>
  `${message.replace(/^Invalid input: expected (\w+), received undefined$/, 'is missing').replace(/^Invalid input: /, '')}.`;
