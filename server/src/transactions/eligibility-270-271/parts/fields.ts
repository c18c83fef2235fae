/** What an inquiry and its answer say alike of people, as schemas. */
import { z } from 'zod';
import { day, needed, openCode, personName, text, whole } from '../../parts/answers/fields.ts';
import { PROCEDURES, PROVIDER_IDS, PROVIDER_ROLES } from './codes.ts';

/** One of a list that may not be there. */
export const codeOf = (codes: readonly string[]) => z.enum(codes).optional();
/** The same of one that the model leaves out where it is the first. */
export const otherThanFirst = ([, ...others]: readonly [string, ...string[]]) => codeOf(others);
/** A list that has at least one item where it is there. */
export const some = <Item extends z.ZodType>(item: Item, most: number) =>
  z.array(item).min(1).max(most).optional();

/** An object that is there only where it says something. */
export const saying = <Fields extends z.core.$ZodLooseShape>(fields: Fields) =>
  z
    .object(fields)
    .refine((value) => Object.values(value).some((each) => each !== undefined), 'must say something');

/** Of a person, or of an organization that is insured. */
export const anyName = {
  lastName: personName.lastName,
  firstName: personName.firstName,
  middleName: personName.middleName,
  suffix: personName.suffix,
  organizationName: text(60),
};

/** REF. */
export const reference = (codes: readonly string[]) =>
  z.object({
    qualifier: z.enum(codes),
    value: needed(50),
    /** REF03: the name of the plan or group; a state. */
    description: text(80),
  });

/** N3 and N4. */
export const address = saying({
  line1: text(55),
  line2: text(55),
  city: text(30, 2),
  state: openCode(2),
  postalCode: openCode(3, 15),
  country: openCode(2, 3),
  countrySubdivision: openCode(1, 3),
}).optional();

/** PRV. */
export const provider = z
  .object({
    role: z.enum(PROVIDER_ROLES),
    /** PRV02, where it is not PXC. */
    idQualifier: otherThanFirst(PROVIDER_IDS),
    /** The taxonomy, as a rule. */
    id: text(50),
  })
  .optional();

/** INS02 and INS17. */
export const membership = (relationships: readonly string[]) => ({
  relationship: z.enum(relationships),
  /** Which of several who were born at once. */
  birthSequence: whole(999_999_999),
});

/** HI: of ICD-10-CM, where not said otherwise. */
export const diagnoses = z
  .array(
    z.object({ codeSet: z.literal('ICD-9-CM').optional(), code: z.string().regex(/^[A-Z]\d[A-Z0-9]{1,5}$/) }),
  )
  .min(1)
  .max(8)
  .optional();

/** EB13, EQ02. */
export const procedure = {
  /** Where it is not HC. */
  qualifier: otherThanFirst(PROCEDURES),
  code: text(48),
  modifiers: some(needed(2, 2), 4),
};

/** Places in `diagnoses`, from 1 on. */
export const diagnosisPointers = some(z.int().min(1).max(12), 4);

/** DMG. */
export const birth = { birthDate: day, sex: z.enum(['F', 'M', 'U']).optional() };
