/** An 837P as JSON from outside: its envelope parsed strictly, its claims as drafts of any state. */
import type { ClaimDraft } from '@claimside/shared/claim';
import { type Cents, err, type IsoDate, isIsoDate, ok, type Result } from '@claimside/shared/values';
import { z } from 'zod';
import type { X12Finding } from '../../x12/index.ts';
import { formFaults, shapeFaults, withCapitals } from './claim-shape.ts';
import type { ClaimInterchange } from './file-parts.ts';
import { pathText, TOP } from './json-path.ts';

const separator = z
  .string()
  .regex(/^(?![A-Za-z0-9 ])\p{ASCII}$/u, 'must be one ASCII character, no letter, digit or blank');
const text = z.string();
/** Whether a claim says only what an 837P can say is told by writing it. */
const claim = z.custom<ClaimDraft>().superRefine((value, { addIssue }) => {
  for (const { keys, message } of shapeFaults(value)) addIssue({ code: 'custom', path: [...keys], message });
});
const day = z.custom<IsoDate>(
  (value) => typeof value === 'string' && isIsoDate(value),
  'must be a date written YYYY-MM-DD, such as 2026-11-26',
);
const amount = z.custom<Cents>(
  (value) => Number.isSafeInteger(value),
  'must be whole cents, such as 18500 for $185.00',
);
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
const Head = z.strictObject({
  purpose: text.exactOptional(),
  batchReference: text.exactOptional(),
  date: day.exactOptional(),
  time: text.exactOptional(),
  kind: text.exactOptional(),
  submitter: z
    .strictObject({
      organizationName: text.exactOptional(),
      lastName: text.exactOptional(),
      firstName: text.exactOptional(),
      middleName: text.exactOptional(),
      id: text.exactOptional(),
      contacts: z
        .array(
          z.strictObject({
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
  receiver: z.strictObject({ name: text.exactOptional(), id: text.exactOptional() }).exactOptional(),
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

const Document = z.strictObject({
  // Said by `read`; of other transactions nothing is written.
  kinds: z.unknown().optional(),
  findings: z.unknown().optional(),
  remittanceAdvice: z.unknown().optional(),
  implementationAcknowledgement: z.unknown().optional(),
  claimAcknowledgement: z.unknown().optional(),
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

export interface ParsedClaims {
  readonly interchanges: readonly ClaimInterchange[];
  /** Paths of codes that were in small letters and are in capitals now. */
  readonly capitals: readonly string[];
}

/** What `claimside x12 read` gives of an 837P; the errors name every place that is not as it should be. */
export function parseClaimInterchanges(json: unknown): Result<ParsedClaims, readonly string[]> {
  const parsed = Document.safeParse(json);
  if (!parsed.success) return err(parsed.error.issues.flatMap(wordsForIssue));
  const capitals: string[] = [];
  const interchanges = parsed.data.professionalClaims.interchanges.map((interchange, i) => ({
    ...interchange,
    groups: interchange.groups.map((group, g) => ({
      ...group,
      sets: group.sets.map((set, s) => ({
        ...set,
        claims: set.claims.map((record, c) => ({
          ...record,
          claim: withCapitals(record.claim, (keys) => {
            const place = ['groups', g, 'sets', s, 'claims', c, 'claim'];
            capitals.push(pathText([...TOP, i, ...place, ...keys]));
          }),
        })),
      })),
    })),
  }));
  return ok({ interchanges, capitals });
}

/**
 * Values that may be behind these errors and have not the form of their field, each `path: what is wanted`: of the claims
 * that are named, and of the parts above all claims where an error names none.
 */
export function misformedIn(
  interchanges: readonly ClaimInterchange[],
  errors: readonly Pick<X12Finding, 'claim'>[],
): readonly string[] {
  const numbers = new Set(errors.map(({ claim }) => claim));
  const isBlamed = (number: string, part = '') =>
    numbers.has(number) || (numbers.has(undefined) && ABOVE_CLAIMS.has(part));
  return interchanges.flatMap(({ groups }, i) =>
    groups.flatMap(({ sets }, g) =>
      sets.flatMap(({ claims }, s) =>
        claims.flatMap(({ patientControlNumber, claim }, c) =>
          formFaults(claim)
            .filter(({ keys }) => isBlamed(patientControlNumber, keys[0]))
            .map(({ keys, message }) => {
              const place = [...TOP, i, 'groups', g, 'sets', s, 'claims', c, 'claim', ...keys];
              return `${pathText(place)}: ${message}.`;
            }),
        ),
      ),
    ),
  );
}

/** What stands in 2000A, 2000B and 2000C, and may be said once for several claims. */
const ABOVE_CLAIMS: ReadonlySet<string> = new Set([
  'billingProvider',
  'payToAddress',
  'payToPlan',
  'patient',
  'subscriber',
  'relationshipToSubscriber',
  'coverage',
]);

function wordsForIssue(issue: z.core.$ZodIssue): string[] {
  const { path, message } = issue;
  if (issue.code !== 'unrecognized_keys') return [`${pathText(path)} ${sentence(message)}`];
  return issue.keys.map(
    (key) => `${pathText([...path, key])}: claimside x12 read gives nothing of this name. Take it out.`,
  );
}

/** `Invalid input: expected string, received number` becomes part of a sentence. */
const sentence = (message: string) =>
  `${message.replace(/^Invalid input: expected (\w+), received undefined$/, 'is missing').replace(/^Invalid input: /, '')}.`;
