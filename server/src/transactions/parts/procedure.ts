/** The composite of a medical procedure (SV101, SVC01, SVC06): code and up to four modifiers. */
import type { Segment } from '../../x12/index.ts';

export interface Procedure {
  readonly code: string;
  readonly modifiers: readonly string[];
}

/** `HC:99213:25`. */
export function writeProcedure({ code, modifiers }: Procedure): string[] {
  return ['HC', code, ...modifiers];
}

export function readProcedure(segment: Segment, element: number): Procedure {
  const [, code = '', ...rest] = segment.components(element);
  return { code, modifiers: rest.slice(0, 4).filter((modifier) => modifier !== '') };
}
