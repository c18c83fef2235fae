/** Which codes to ask the imported lists about. */
import { bareCode } from './imported.ts';

export interface CodesAsked {
  readonly diagnoses: readonly string[];
  readonly procedures: readonly string[];
  readonly modifiers: readonly string[];
  /** CARC. */
  readonly adjustmentReasons: readonly string[];
  /** RARC. */
  readonly remarks: readonly string[];
}

/** The parts of a claim or draft that hold codes of imported lists. */
interface WithCodes {
  readonly diagnoses?: readonly { readonly code?: string | undefined }[] | undefined;
  readonly serviceLines?:
    | readonly {
        readonly procedureCode?: string | undefined;
        readonly modifiers?: readonly string[] | undefined;
      }[]
    | undefined;
}

/** What else stands where a code belongs, such as a name typed there, is asked of nobody. */
const SHAPES = {
  diagnosis: /^[A-Z]\d[0-9A-Z]{1,5}$/,
  procedure: /^[0-9A-Z]\d{3}[0-9A-Z]$/,
  modifier: /^[0-9A-Z]{2}$/,
} as const;

/** The codes on a claim or draft, bare and each once, in order. */
export function codesOf({ diagnoses = [], serviceLines = [] }: WithCodes): CodesAsked {
  return {
    diagnoses: bare(
      SHAPES.diagnosis,
      diagnoses.map(({ code }) => code),
    ),
    procedures: bare(
      SHAPES.procedure,
      serviceLines.map(({ procedureCode }) => procedureCode),
    ),
    modifiers: bare(
      SHAPES.modifier,
      serviceLines.flatMap(({ modifiers = [] }) => modifiers),
    ),
    adjustmentReasons: [],
    remarks: [],
  };
}

function bare(shape: RegExp, codes: readonly (string | undefined)[]): string[] {
  return [...new Set(codes.map((code) => bareCode(code ?? '')))].filter((code) => shape.test(code)).sort();
}
