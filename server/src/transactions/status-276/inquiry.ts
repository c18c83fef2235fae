/** One question about one claim, complete enough to be asked: made into a 276, and found again in one. */

import { IsoDateField, NpiField, quantityField, SignedCentsField, textField } from '@claimside/shared/claim';
import type { IsoDate } from '@claimside/shared/values';
import { z } from 'zod';
import { day, personName, text } from '../parts/answers/fields.ts';
import { present } from '../parts/present.ts';
import {
  type ClaimStatusRequest,
  RequestedClaimSchema,
  RequestedLineSchema,
  type RequestSubscriber,
} from './model.ts';
import type { ClaimInRequest } from './read.ts';

const person = { ...personName, lastName: textField(60) };
const sex = z.enum(['F', 'M', 'U']).optional();

const line = z.strictObject({
  ...RequestedLineSchema.shape,
  procedureCode: textField(48),
  chargeAmount: SignedCentsField,
  units: quantityField(9_999_999),
  serviceDate: IsoDateField,
});

export const ClaimStatusInquirySchema = z
  .strictObject({
    /** TRN02 and BHT03: ours alone, never used again. The answer repeats it. */
    traceNumber: textField(50),
    /** `id`: the payer ID for claim status at the clearinghouse. */
    payer: z.strictObject({ name: textField(60), id: textField(80, 2) }),
    /** Who asks; `id` as the clearinghouse knows it. */
    receiver: z.strictObject({ organizationName: textField(60), id: textField(80, 2) }),
    /** Who billed: an organization or a person. */
    provider: z
      .strictObject({ ...personName, organizationName: text(60), npi: NpiField })
      .refine(
        ({ organizationName, lastName }) => (organizationName === undefined) !== (lastName === undefined),
        "must have either an organization's name or a person's",
      ),
    /** The birth date where the subscriber is the patient. */
    subscriber: z
      .strictObject({ ...person, memberId: textField(80, 2), birthDate: day, sex })
      .refine(
        ({ birthDate, sex }) => birthDate !== undefined || sex === undefined,
        'must have a birth date beside the sex',
      ),
    /** The patient, where it is not the subscriber. */
    dependent: z.strictObject({ ...person, birthDate: IsoDateField, sex }).optional(),
    claim: z
      .strictObject({
        ...RequestedClaimSchema.omit({ traceNumber: true, notInModel: true }).shape,
        chargeAmount: SignedCentsField,
        lines: z.array(line),
      })
      .refine(
        ({ serviceDate, lines }) => serviceDate !== undefined || lines.length > 0,
        'must say its day of service, or that of each line',
      ),
  })
  .refine(
    ({ subscriber, dependent }) => dependent !== undefined || subscriber.birthDate !== undefined,
    'must say when the patient was born',
  );

export type ClaimStatusInquiry = z.infer<typeof ClaimStatusInquirySchema>;

/** The set that asks it. `made`: when, for BHT04 and BHT05. */
export function requestOf(
  inquiry: ClaimStatusInquiry,
  made: { readonly date: IsoDate; readonly time: string },
): ClaimStatusRequest {
  const { traceNumber, payer, receiver, dependent } = inquiry;
  const { npi: id, ...provider } = inquiry.provider;
  const { birthDate, sex, ...subscriber } = inquiry.subscriber;
  const claims = [{ traceNumber, ...inquiry.claim }];
  const asked = {
    birthDate,
    sex,
    party: subscriber,
    claims: dependent ? [] : claims,
    dependents: dependent ? [patientOf(dependent, claims)] : [],
  };
  const providers = [{ party: { ...provider, id }, subscribers: [asked] }];
  const sources = [{ party: payer, receivers: [{ party: receiver, providers }] }];
  return present({ referenceId: traceNumber, ...made, sources });
}

function patientOf<Claims>(
  { birthDate, sex, ...party }: NonNullable<ClaimStatusInquiry['dependent']>,
  claims: Claims,
) {
  return { birthDate, sex, party, claims };
}

/** What a claim in a file asks, where it says all that an inquiry of ours does, and nothing besides. */
export function inquiryOf(found: ClaimInRequest): ClaimStatusInquiry | undefined {
  const { source, receiver, provider, subscriber, dependent } = found;
  const { traceNumber, ...claim } = found.claim;
  const { id: npi, ...providerName } = provider.party ?? {};
  const born = ({ birthDate, sex }: Pick<RequestSubscriber, 'birthDate' | 'sex'>) => ({ birthDate, sex });
  const said = {
    traceNumber,
    payer: source.party,
    receiver: receiver.party,
    provider: { ...providerName, npi },
    subscriber: { ...subscriber.party, ...born(subscriber) },
    dependent: dependent && { ...dependent.party, ...born(dependent) },
    claim,
  };
  return ClaimStatusInquirySchema.safeParse(said).data;
}
