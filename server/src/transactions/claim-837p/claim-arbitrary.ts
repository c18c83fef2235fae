/**
 * Random but valid claims for property tests: any that can be sent, or only such as an 837P carries unchanged. Rendering
 * provider, facility and onset always differ from what would make the writer leave them out.
 */
import { type Claim, ClaimSchema } from '@claimside/shared/claim';
import { cents, type IsoDate, isNpi } from '@claimside/shared/values';
import fc from 'fast-check';

/** `as-sent`: upper-case X12 Basic text and nothing that the writer leaves out. `any`: whatever a valid Claim may hold. */
export type ClaimKind = 'as-sent' | 'any';

const BASIC = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789&\'()+,-./;?=!"'];
const OTHERS = [...'abcxyzéÜßØłñ*~:^|<>#@_ \t“–中'];

export function claimArbitrary(kind: ClaimKind): fc.Arbitrary<Claim> {
  const text = textArbitrary(kind);
  const optionalText = fc.option(text, { nil: undefined });
  const address = fc.record({
    line1: text,
    line2: optionalText,
    city: text,
    state: fc.constantFrom('IL', 'TX', 'NY'),
    postalCode: digits(9),
  });
  const name = fc.record({
    lastName: text,
    firstName: text,
    middleName: optionalText,
    suffix: fc.constantFrom(undefined, 'JR', 'III'),
  });
  const person = fc
    .tuple(
      name,
      fc.record({
        birthDate: dateArbitrary,
        sex: fc.constantFrom('F' as const, 'M' as const, 'U' as const),
        address,
        phone: kind === 'any' ? fc.option(digits(10), { nil: undefined }) : fc.constant(undefined),
      }),
    )
    .map(([named, rest]) => ({ ...named, ...rest }));
  const providerOf = (taxonomy: fc.Arbitrary<string | undefined>) =>
    fc
      .tuple(name, fc.record({ npi: npiArbitrary('2'), taxonomy }))
      .map(([named, rest]) => ({ ...named, ...rest }));

  return fc
    .record({
      billingProvider: fc.record({
        npi: npiArbitrary('1'),
        taxonomy: taxonomyArbitrary,
        name: fc.oneof(
          fc.record({ kind: fc.constant('organization' as const), organizationName: text }),
          name.map((named) => ({ kind: 'person' as const, ...named })),
        ),
        taxIdKind: fc.constantFrom('EI' as const, 'SY' as const),
        taxId: digits(9),
        address,
        contactName: text,
        contactPhone: digits(10),
      }),
      renderingProvider: fc.option(providerOf(taxonomyArbitrary), { nil: undefined }),
      serviceFacility: fc.option(
        fc.record({
          name: text,
          npi: fc.option(npiArbitrary('2'), { nil: undefined }),
          address: address.map((elsewhere) => ({ ...elsewhere, line1: `9 ${elsewhere.line1}` })),
        }),
        { nil: undefined },
      ),
      referringProvider: fc.option(providerOf(kind === 'any' ? taxonomyArbitrary : fc.constant(undefined)), {
        nil: undefined,
      }),
      patient: person,
      dependent: fc.option(
        fc.record({
          subscriber: person,
          relationship: fc.constantFrom('01' as const, '19' as const, 'G8' as const),
        }),
        { nil: undefined },
      ),
      coverage: fc.record({
        payerName: text,
        payerId: digits(5),
        memberId: text,
        groupNumber: optionalText,
        groupName: optionalText,
        claimFilingIndicator: fc.constantFrom('CI', 'MB', '12'),
      }),
      placeOfService: fc.constantFrom('11', '02'),
      frequency: fc.constantFrom('1' as const, '7' as const, '8' as const),
      payerClaimControlNumber: optionalText,
      providerSignatureOnFile: fc.boolean(),
      assignmentOfBenefits: fc.constantFrom('A' as const, 'B' as const, 'C' as const),
      benefitsToProvider: fc.constantFrom('Y' as const, 'N' as const, 'W' as const),
      releaseOfInformation: fc.constantFrom('Y' as const, 'I' as const),
      priorAuthorizationNumber: optionalText,
      onsetDate: fc.option(dateArbitrary, { nil: undefined }),
      patientPaidAmount: fc.option(amountArbitrary, { nil: undefined }),
      diagnoses: fc.array(diagnosisArbitrary(kind), { minLength: 1, maxLength: 12 }),
      serviceLines: fc.array(lineArbitrary(kind), { minLength: 1, maxLength: 6 }),
    })
    .map(({ dependent, ...claim }) => ({
      ...claim,
      relationshipToSubscriber: dependent?.relationship ?? ('18' as const),
      subscriber: dependent?.subscriber,
      coverage:
        kind === 'as-sent' && claim.coverage.groupNumber
          ? { ...claim.coverage, groupName: undefined }
          : claim.coverage,
    }))
    .map((claim) => ClaimSchema.parse(JSON.parse(JSON.stringify(claim))));
}

function lineArbitrary(kind: ClaimKind) {
  return fc
    .record({
      procedureCode: fc.constantFrom('99213', '97110', 'J1885', '0001U'),
      modifiers: fc.array(fc.constantFrom('25', 'GP', '59', 'XU'), { maxLength: 4 }),
      chargeAmount: amountArbitrary,
      units: fc.integer({ min: 1, max: 99_999_000 }).map((thousandths) => thousandths / 1000),
      diagnosisPointers: fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 4 }),
      serviceDate: fc.constantFrom('2026-11-03', '2026-11-16').map(isoDate),
      serviceDateEnd: fc.constantFrom(undefined, ...(kind === 'any' ? ['2026-11-16'] : []), '2026-11-20'),
      placeOfService: fc.constantFrom(undefined, ...(kind === 'any' ? ['11', '02'] : []), '12'),
      description: kind === 'any' ? fc.constantFrom(undefined, 'Invented service') : fc.constant(undefined),
    })
    .map((line) => ({ ...line, serviceDateEnd: line.serviceDateEnd && isoDate(line.serviceDateEnd) }));
}

function diagnosisArbitrary(kind: ClaimKind) {
  return fc.record({
    code: fc.constantFrom('I10', 'E119', kind === 'any' ? 'M54.50' : 'M5450'),
    description: kind === 'any' ? fc.constantFrom(undefined, 'Invented words') : fc.constant(undefined),
  });
}

/** Never empty once folded: begins and ends with a letter. */
function textArbitrary(kind: ClaimKind): fc.Arbitrary<string> {
  const inner = fc.string({
    unit: fc.constantFrom(...BASIC, ...(kind === 'any' ? OTHERS : [])),
    maxLength: 6,
  });
  return inner.map((middle) => `A${middle}Z`);
}

const dateArbitrary = fc
  .record({
    year: fc.integer({ min: 1900, max: 2025 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
  })
  .map(({ year, month, day }) => isoDate(`${year}-${twoDigits(month)}-${twoDigits(day)}`));

const amountArbitrary = fc.integer({ min: 0, max: 100_000_000 }).map(cents);

const taxonomyArbitrary = fc.constantFrom(undefined, '208D00000X', '207Q00000X');

function npiArbitrary(first: '1' | '2'): fc.Arbitrary<string> {
  return digits(8).map((middle) => {
    const npi = Array.from({ length: 10 }, (_, check) => `${first}${middle}${check}`).find(isNpi);
    if (npi === undefined) throw new Error('one of ten check digits is always right');
    return npi;
  });
}

function digits(length: number): fc.Arbitrary<string> {
  return fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: length, maxLength: length });
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

function isoDate(text: string): IsoDate {
  return text as IsoDate;
}
