/** An 837P as JSON from outside: its envelope parsed strictly, its claims as drafts of any state. */
import type { ClaimDraft } from '@claimside/shared/claim';
import { err, ok, type Result } from '@claimside/shared/values';
import { z } from 'zod';
import type { X12Finding } from '../../x12/index.ts';
import {
  amount,
  besideIt,
  day,
  fields,
  interchangesOf,
  Leftovers,
  text,
  wordsForIssue,
} from '../parts/json-envelope.ts';
import { formFaults, shapeFaults, withCapitals } from '../parts/json-faults.ts';
import { pathText } from '../parts/json-path.ts';
import { CLAIM, isPayerId } from './claim-shape.ts';
import type { ClaimInterchange } from './file-parts.ts';

/** Whether a claim says only what an 837P can say is told by writing it. */
const claim = z.custom<ClaimDraft>().superRefine((value, { addIssue }) => {
  for (const { keys, message } of shapeFaults(value, CLAIM))
    addIssue({ code: 'custom', path: [...keys], message });
});
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
  ...besideIt,
  // Of other transactions nothing is written.
  remittanceAdvice: z.unknown().optional(),
  implementationAcknowledgement: z.unknown().optional(),
  claimAcknowledgement: z.unknown().optional(),
  professionalClaims: z.strictObject({
    interchanges: interchangesOf(
      z.strictObject({
        controlNumber: text,
        version: text,
        head: Head,
        headLeftovers: Leftovers.exactOptional(),
        claims: z.array(ReadRecord),
      }),
    ),
  }),
});

/** Where the interchanges of an 837P stand. */
export const TOP = ['professionalClaims', 'interchanges'];

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
          claim: withCapitals(record.claim, CLAIM, isPayerId, (keys) => {
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
          formFaults(claim, CLAIM)
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
