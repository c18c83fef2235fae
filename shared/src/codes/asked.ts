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

/** The codes on a claim or draft, bare and each once. */
export function codesOf({ diagnoses = [], serviceLines = [] }: WithCodes): CodesAsked {
  return {
    diagnoses: bare(diagnoses.map((diagnosis) => diagnosis.code)),
    procedures: bare(serviceLines.map((line) => line.procedureCode)),
    modifiers: bare(serviceLines.flatMap((line) => line.modifiers ?? [])),
    adjustmentReasons: [],
    remarks: [],
  };
}

function bare(codes: readonly (string | undefined)[]): string[] {
  return [...new Set(codes.map((code) => bareCode(code ?? '')))].filter((code) => code !== '');
}
