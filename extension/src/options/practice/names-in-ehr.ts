/** The names by which the EHR calls something of the practice. */
import { NAMES } from '../form/kinds.ts';
import type { FieldSpec } from '../form/part.ts';

export const namesInEhr = (name: string, whose: string): FieldSpec => ({
  name,
  label: 'Names in the EHR',
  kind: NAMES,
  isOptional: true,
  isLong: true,
  hint: `As your EHR’s pages write ${whose}, one a line.`,
});
