/**
 * Arbitrary remittances that use every part of the model: whatever its schemas take, but for what only a part as a whole
 * tells that no file can say. Each such narrowing stands here with its reason.
 */

import fc from 'fast-check';
import { z } from 'zod';
import { isFields } from '../../guide/fields.ts';
import type { Fields } from '../../guide/rules.ts';
import type { AsRead } from '../../parts/as-read.ts';
import { groupBy } from '../../parts/group.ts';
import { schemaArbitrary } from '../../parts/property/schema-arbitrary.ts';
import type { RemittanceSet } from '../file-parts.ts';
import {
  ClaimGroupSchema,
  type ClaimPayment,
  ClaimPaymentSchema,
  ProviderAdjustmentSchema,
  type RemittanceHead,
  RemittanceHeadSchema,
} from '../model/index.ts';

/** A set as the schemas have it, with fewer lines than the guide allows: their number adds nothing. */
export const SetSchema = z.object({
  head: RemittanceHeadSchema,
  claimGroups: z
    .array(
      z.object({
        group: ClaimGroupSchema,
        claims: z
          .array(
            z.object({
              payment: ClaimPaymentSchema.extend({ lines: ClaimPaymentSchema.shape.lines.max(5) }),
            }),
          )
          .min(1)
          .max(3),
      }),
    )
    .max(2),
  end: z.object({ providerAdjustments: z.array(ProviderAdjustmentSchema).max(20) }),
});

type Drawn = AsRead<z.infer<typeof SetSchema>>;

const drawn = (density: number) =>
  schemaArbitrary(SetSchema, { kind: 'as-sent', density, isWanted: () => true }) as fc.Arbitrary<Drawn>;

/** Sets of one file. */
export const setsArbitrary: fc.Arbitrary<readonly RemittanceSet[]> = fc
  .array(
    fc.oneof(
      { weight: 60, arbitrary: drawn(3) },
      { weight: 30, arbitrary: drawn(15) },
      { weight: 10, arbitrary: drawn(80) },
    ),
    { minLength: 1, maxLength: 2 },
  )
  .map((sets) => sets.map((set, index) => sayable(set, String(index + 1).padStart(4, '0'))));

function sayable({ head, claimGroups, end }: Drawn, controlNumber: string): RemittanceSet {
  return {
    controlNumber,
    head: sayableHead(head),
    claimGroups: claimGroups.map(({ group, claims }, index) => ({
      // A group without a number gets its place.
      group: withoutEmpty({ ...group, number: group.number ?? String(index + 1) }),
      claims: claims.map(({ payment }) => ({ payment: sayablePayment(payment) })),
    })),
    end,
  };
}

function sayableHead({ payer, payee, currency, exchangeRate, ...rest }: Drawn['head']): RemittanceHead {
  const { npi, planId, taxId, ...restOfPayee } = payee;
  const ids = {
    // N104 is one number; the tax id may stand beside another in REF*TJ.
    ...(npi === undefined ? {} : { npi }),
    ...(npi !== undefined || planId === undefined ? {} : { planId }),
    ...(taxId === undefined && (npi ?? planId) !== undefined ? {} : { taxId: taxId ?? '123456789' }),
  };
  return withoutEmpty({
    ...rest,
    ...(currency === undefined ? {} : { currency }),
    // CUR03 stands beside a currency.
    ...(currency === undefined || exchangeRate === undefined ? {} : { exchangeRate }),
    payer: {
      ...payer,
      // N3, N4 and PER*BL are required of a payer.
      address: sayableAddress(payer.address ?? {}),
      ...(payer.businessContact ? { businessContact: sayableContact(payer.businessContact) } : {}),
      technicalContacts: (payer.technicalContacts ?? [{}]).map(sayableContact),
    },
    payee: {
      ...restOfPayee,
      ...ids,
      ...(payee.address ? { address: sayableAddress(payee.address) } : {}),
    },
    ...(rest.sendingAccount ? { sendingAccount: sayableAccount(rest.sendingAccount) } : {}),
    ...(rest.receivingAccount ? { receivingAccount: sayableAccount(rest.receivingAccount) } : {}),
  });
}

/** The kind of an account is said beside its number only. */
function sayableAccount<
  Account extends { readonly accountQualifier?: unknown; readonly accountNumber?: unknown },
>(account: Account): Account {
  if (account.accountNumber !== undefined) return account;
  const { accountQualifier: _, ...rest } = account;
  return rest as Account;
}

type Address = NonNullable<Drawn['head']['payer']['address']>;

/** N301 and N401 are required; N402 and N407 exclude each other, and N407 needs a country. */
function sayableAddress({ state, country, countrySubdivision, ...address }: Address): Address {
  const isDivided = country !== undefined && countrySubdivision !== undefined;
  return {
    ...address,
    line1: address.line1 ?? '1 INVENTED AVENUE',
    city: address.city ?? 'SPRINGFIELD',
    ...(country === undefined ? {} : { country }),
    ...(isDivided ? { countrySubdivision } : state === undefined ? {} : { state }),
  };
}

type Contact = NonNullable<Drawn['head']['payer']['businessContact']> & { readonly url?: string };

/** A PER has one to three numbers, and an extension beside a telephone only. */
function sayableContact({ name, ...numbers }: Contact): Contact {
  const { extension, ...others } = numbers;
  const kinds = Object.entries(numbers.phone === undefined ? others : { phone: '', extension, ...others })
    .filter(([kind, value]) => value !== undefined && kind in numbers)
    .slice(0, 3)
    .map(([kind]) => [kind, numbers[kind as keyof typeof numbers]]);
  return {
    ...(name === undefined ? {} : { name }),
    ...(kinds.length === 0 ? { phone: '5555550100' } : Object.fromEntries(kinds)),
  };
}

function sayablePayment(payment: Drawn['claimGroups'][number]['claims'][number]['payment']): ClaimPayment {
  const { patient, contacts, adjustments, lines, ...rest } = payment;
  return withoutEmpty({
    ...rest,
    ...Object.fromEntries(
      PARTIES.flatMap((name) => {
        const party = payment[name];
        return party === undefined ? [] : [[name, sayableParty(party)]];
      }),
    ),
    patient: beside(patient, 'memberId', ['memberIdQualifier']),
    ...(contacts ? { contacts: contacts.map(sayableContact) } : {}),
    adjustments: byGroup(adjustments),
    lines: lines.map((line) => ({
      ...beside(line, 'submittedProcedureCode', [
        'submittedProcedureQualifier',
        'submittedModifiers',
        'submittedProcedureDescription',
      ]),
      adjustments: byGroup(line.adjustments),
    })),
  });
}

const PARTIES = [
  'insured',
  'correctedInsured',
  'renderingProvider',
  'crossoverCarrier',
  'correctedPayer',
  'otherSubscriber',
] as const;

/** NM103 is the name of a person or of an organization; NM108 stands beside NM109 only. */
function sayableParty(party: unknown): unknown {
  if (!isFields(party) || Array.isArray(party)) return party;
  const told = 'idQualifier' in party ? beside(party, 'id', ['idQualifier']) : party;
  if (!('organizationName' in told)) return told;
  const { lastName: _, ...organization } = told;
  return organization;
}

/** Without parts that are said beside another one only, where that one is missing. */
function beside<Part extends Fields>(part: Part, name: string, others: readonly string[]): Part {
  if (part[name] !== undefined) return part;
  return Object.fromEntries(Object.entries(part).filter(([key]) => !others.includes(key))) as Part;
}

/** A CAS is of one group. */
function byGroup<Adjustment extends { readonly group: string }>(list: readonly Adjustment[]): Adjustment[] {
  return [...groupBy(list, ({ group }) => group).values()].flat();
}

/** A segment without any value is not written. */
function withoutEmpty<Part extends object>(part: Part): Part {
  return Object.fromEntries(
    Object.entries(part).filter(
      ([, inner]) => !isFields(inner) || Array.isArray(inner) || Object.keys(inner).length > 0,
    ),
  ) as Part;
}
