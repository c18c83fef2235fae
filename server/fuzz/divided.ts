/** A file under change, taken apart at its separators as far as they can be told; one character a byte (Latin-1). */

export interface Separated {
  readonly element: string;
  readonly component: string;
  readonly repetition: string;
  readonly terminator: string;
}

export const USUAL: Separated = { element: '*', component: ':', repetition: '^', terminator: '~' };

/** Where an ISA of the right width has them. */
const COMPONENT_AT = 104;
const REPETITION_AT = 82;
const ISA_LENGTH = 106;

/** What divides a text report, near enough. */
const OF_LINES: Separated = { element: ' ', component: '/', repetition: ',', terminator: '\n' };

/** As the first ISA has them when it looks like one, else the usual ones. */
export function separatorsOf(text: string): Separated {
  const at = text.indexOf('ISA');
  if (at < 0 || text.length < at + ISA_LENGTH)
    return text.includes(USUAL.terminator) || !text.includes('\n') ? USUAL : OF_LINES;
  return {
    element: text.charAt(at + 3),
    component: text.charAt(at + COMPONENT_AT),
    repetition: text.charAt(at + REPETITION_AT),
    terminator: text.charAt(at + COMPONENT_AT + 1),
  };
}

/** Segments without their terminators, and what they are divided by; line breaks stay with the segment that they stand before. */
export function divide(text: string): { readonly segments: string[]; readonly by: Separated } {
  const by = separatorsOf(text);
  return { segments: text.split(by.terminator), by };
}
