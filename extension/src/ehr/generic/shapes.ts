/** What a value of a field must look like beyond its form, so that a label that means something else is not believed. */
import type { CaptureField } from '@claimside/shared/capture';

const LETTER = /\p{L}/u;
const DIGIT = /\d/;
const NAME = /^(?=.*\p{L})[^\d$#@/:]+$/u;

const SHAPES: readonly (readonly [RegExp, RegExp])[] = [
  [/name$/i, NAME],
  [/\.city$/, NAME],
  [/\.line1$/, LETTER],
  [/(?:chartNumber|memberId|AuthorizationNumber)$/, DIGIT],
  [/facilityName$/, LETTER],
  // A card with all of a policy in it.
  [/payerName$/, /^[^:]*$/],
];

/** Payers and facilities have digits in their names; people and cities have none. */
const MAY_HAVE_DIGITS = /^(?:coverage\.payerName|visit\.facilityName)$/;

export const hasShape = (field: CaptureField, value: string): boolean =>
  SHAPES.every(
    ([of, shape]) => !of.test(field) || (shape === NAME && MAY_HAVE_DIGITS.test(field)) || shape.test(value),
  );
