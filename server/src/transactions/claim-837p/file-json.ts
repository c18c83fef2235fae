/** An 837P as JSON from outside: its envelope parsed strictly, its claims held against what is written of them. */
import type { ClaimDraft } from '@claimside/shared/claim';
import { type Cents, err, type IsoDate, isIsoDate, ok, type Result } from '@claimside/shared/values';
import { z } from 'zod';
import { isClaimDraft } from './claim-shape.ts';
import type { ClaimInterchange } from './file-parts.ts';
import { writeClaimInterchanges } from './file-writer.ts';
import { readClaimInterchanges } from './read.ts';
import { differences } from './same-claim.ts';

const separator = z.string().regex(/^[^A-Za-z0-9 ]$/, 'must be one character, no letter, digit or blank');
const text = z.string();
/** Whether a claim says only what an 837P can say is told by writing it. */
const claim = z.custom<ClaimDraft>(
  isClaimDraft,
  'must be a claim: its parts objects, lists, texts and numbers',
);
const day = z.custom<IsoDate>(
  (value) => typeof value === 'string' && isIsoDate(value),
  'must be a date YYYY-MM-DD',
);
const amount = z.custom<Cents>((value) => Number.isSafeInteger(value), 'must be whole cents');
const fields = z.record(text, z.unknown());

const Leftovers = z.array(
  z.strictObject({
    loop: text,
    segment: text,
    occurrence: z.int().min(1),
    elements: z.record(z.string().regex(/^\d{1,3}(-\d{1,2})?$/), text).exactOptional(),
    followedBy: z.array(z.array(z.union([text, z.array(text)])).min(1)).exactOptional(),
  }),
);

/** BHT, 1000A and 1000B. */
const Head = z.object({
  purpose: text.exactOptional(),
  batchReference: text.exactOptional(),
  date: day.exactOptional(),
  time: text.exactOptional(),
  kind: text.exactOptional(),
  submitter: z
    .object({
      organizationName: text.exactOptional(),
      lastName: text.exactOptional(),
      firstName: text.exactOptional(),
      middleName: text.exactOptional(),
      id: text.exactOptional(),
      contacts: z
        .array(
          z.object({
            name: text.exactOptional(),
            phone: text.exactOptional(),
            extension: text.exactOptional(),
            fax: text.exactOptional(),
            email: text.exactOptional(),
          }),
        )
        .exactOptional(),
    })
    .exactOptional(),
  receiver: z.object({ name: text.exactOptional(), id: text.exactOptional() }).exactOptional(),
});

const ReadRecord = z.strictObject({
  patientControlNumber: text,
  claim,
  notInModel: Leftovers.exactOptional(),
  opens: z.enum(['billing', 'subscriber', 'patient']).exactOptional(),
  statedCharge: amount.optional(),
  // Said by `read`, worked out anew by `write`.
  position: fields.exactOptional(),
});

const Document = z.object({
  professionalClaims: z.strictObject({
    interchanges: z
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
          header: z
            .strictObject({
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
            })
            .exactOptional(),
          groups: z.array(
            z.strictObject({
              header: z
                .strictObject({
                  functionalIdentifier: text,
                  applicationSender: text,
                  applicationReceiver: text,
                  date: text,
                  time: text,
                  controlNumber: text,
                  responsibleAgency: text,
                  version: text,
                })
                .exactOptional(),
              sets: z.array(
                z.strictObject({
                  controlNumber: text,
                  version: text,
                  head: Head,
                  headLeftovers: Leftovers.exactOptional(),
                  claims: z.array(ReadRecord),
                }),
              ),
            }),
          ),
          acknowledgements: z.array(z.array(text)).exactOptional(),
        }),
      )
      .min(1),
  }),
});

/** What `claimside x12 read` gives of an 837P; the error names the first place that is not as it should be. */
export function parseClaimInterchanges(json: unknown): Result<readonly ClaimInterchange[], string> {
  const parsed = Document.safeParse(json);
  if (parsed.success) return ok(parsed.data.professionalClaims.interchanges);
  const [issue] = parsed.error.issues;
  return err(`${issue?.path.join('.')}: ${issue?.message}.`);
}

export interface WrittenAndRead {
  readonly text: string;
  /** Paths in the JSON of what the file does not say as the JSON does. */
  readonly unwritten: readonly string[];
}

/**
 * Writes a file and reads it back: what has no place in an 837P, or does not fit its place, is told and not lost.
 * `behindSegments` is a line break, or nothing.
 */
export function writeAndCompare(
  interchanges: readonly ClaimInterchange[],
  behindSegments: '' | '\n' = '',
): WrittenAndRead {
  const bytes = writeClaimInterchanges(interchanges, behindSegments);
  const read = readClaimInterchanges(bytes).interchanges;
  const unwritten = differences(said(interchanges), said(read), 'professionalClaims.interchanges');
  return { text: new TextDecoder().decode(bytes), unwritten };
}

/** Without what is worked out anew, and with codes as a file has them. */
function said(interchanges: readonly ClaimInterchange[]): unknown {
  return JSON.parse(
    JSON.stringify(interchanges, (name, value: unknown) => {
      if (name === 'statedCharge' || name === 'position' || name === 'opens') return undefined;
      return name === 'code' && typeof value === 'string' ? value.replaceAll('.', '') : value;
    }),
  );
}
