/** An 837P as JSON from outside: its envelope parsed strictly, its claims held against what is written of them. */
import type { ClaimDraft } from '@claimside/shared/claim';
import { type Cents, err, type IsoDate, isIsoDate, ok, type Result } from '@claimside/shared/values';
import { z } from 'zod';
import { isFields } from '../guide/fields.ts';
import { formFaults, shapeFaults, withCapitals } from './claim-shape.ts';
import type { ClaimInterchange } from './file-parts.ts';
import { writeClaimInterchanges } from './file-writer.ts';
import { readClaimInterchanges } from './read.ts';
import { differences } from './same-claim.ts';
import { type Unwritten, whyUnwritten, whyUnwrittenAround } from './unwritten.ts';

const separator = z.string().regex(/^[^A-Za-z0-9 ]$/, 'must be one character, no letter, digit or blank');
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

export interface ParsedClaims {
  readonly interchanges: readonly ClaimInterchange[];
  /** Paths of codes that were in small letters and are in capitals now. */
  readonly capitals: readonly string[];
}

/** What `claimside x12 read` gives of an 837P; the errors name every place that is not as it should be. */
export function parseClaimInterchanges(json: unknown): Result<ParsedClaims, readonly string[]> {
  const parsed = Document.safeParse(json);
  if (!parsed.success)
    return err(parsed.error.issues.map(({ path, message }) => `${pathText(path)} ${sentence(message)}`));
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

/** Values of these claims (by CLM01) that have not the form of their field, each `path: what is wanted`. */
export function misformedIn(
  interchanges: readonly ClaimInterchange[],
  numbers: ReadonlySet<string | undefined>,
): readonly string[] {
  return interchanges.flatMap(({ groups }, i) =>
    groups.flatMap(({ sets }, g) =>
      sets.flatMap(({ claims }, s) =>
        claims.flatMap(({ patientControlNumber, claim }, c) =>
          numbers.has(patientControlNumber)
            ? formFaults(claim).map(({ keys, message }) => {
                const place = [...TOP, i, 'groups', g, 'sets', s, 'claims', c, 'claim', ...keys];
                return `${pathText(place)}: ${message}.`;
              })
            : [],
        ),
      ),
    ),
  );
}

const TOP = ['professionalClaims', 'interchanges'];

/** `Invalid input: expected string, received number` becomes part of a sentence. */
const sentence = (message: string) =>
  `${message.replace(/^Invalid input: expected (\w+), received undefined$/, 'is missing').replace(/^Invalid input: /, '')}.`;

/** `professionalClaims.interchanges[0].groups[0]`. */
function pathText(keys: readonly PropertyKey[]): string {
  return keys
    .map((key) => (/^\d+$/.test(String(key)) ? `[${String(key)}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '');
}

export interface WrittenAndRead {
  readonly bytes: Uint8Array;
  /** What the file does not say as the JSON does, and why. */
  readonly unwritten: readonly Unwritten[];
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
  const unwritten = differences(said(interchanges), said(read), '').flatMap((path) =>
    unwrittenAt(path.split('.'), interchanges),
  );
  return { bytes, unwritten };
}

/** Of a part that is not written at all, those of its values that are to blame; the part where none is. */
function unwrittenAt(
  keys: readonly string[],
  interchanges: readonly ClaimInterchange[],
): readonly Unwritten[] {
  const value = valueAt(interchanges, keys);
  const separators = Object.values(interchanges[Number(keys[0])]?.separators ?? {});
  const inClaim = keys.indexOf('claim') + 1;
  const why = (at: readonly string[], each: unknown): Unwritten => ({
    path: pathText([...TOP, ...at]),
    ...(inClaim === 0
      ? whyUnwrittenAround(each, separators)
      : whyUnwritten(at.slice(inClaim), each, separators)),
  });
  const whole = why(keys, value);
  if (!isFields(value) || whole.reason === 'field') return [whole];
  const parts = leavesOf(value, keys).map(([at, each]) => why(at, each));
  const toBlame = parts.filter(({ reason }) => reason !== 'place');
  return inClaim === 0 || toBlame.length === 0 ? [whole] : toBlame;
}

function leavesOf(value: unknown, keys: readonly string[]): [keys: readonly string[], value: unknown][] {
  if (!isFields(value)) return [[keys, value]];
  return Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, [...keys, key]));
}

function valueAt(value: unknown, keys: readonly string[]): unknown {
  return keys.reduce<unknown>((at, key) => (isFields(at) ? at[key] : undefined), value);
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
