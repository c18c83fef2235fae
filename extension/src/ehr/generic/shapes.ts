/** What a value of a field must look like beyond its form, so that a label that means something else is not believed. */
import type { CaptureField } from '@claimside/shared/capture';
import type { GenericWords } from './words.ts';

export const hasShape = (field: CaptureField, value: string, { shapes }: GenericWords): boolean =>
  shapes.every(([of, shape]) => !of.test(field) || shape.test(value));
