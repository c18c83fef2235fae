/** Which characters divide an interchange: read from its ISA (or, without one, guessed from the first segment), never assumed. */

export interface Separators {
  readonly element: string;
  readonly component: string;
  /** Undefined before version 5010 and where ISA11 is a letter or digit. */
  readonly repetition: string | undefined;
  readonly terminator: string;
}

/** Where an interchange (or a bare group or set) starts and how it is divided. */
export interface Start {
  /** The ISA's elements, place 0 the tag; undefined without an ISA. */
  readonly header: readonly string[] | undefined;
  readonly separators: Separators;
  /** Bytes from the start of the ISA to behind its terminator; 0 without an ISA. */
  readonly length: number;
  /** What had to be guessed or is not as wide as it must be. */
  readonly oddities: readonly Oddity[];
  /** The first ISA element that is not as wide as it must be. */
  readonly wrongWidth?: { readonly element: number; readonly expected: number };
}

export type Oddity = 'ISA-LENGTH' | 'ISA-WIDTH' | 'ISA16-MISSING' | 'ISA-TERMINATOR' | 'ISA-MISSING';

/** Characters of ISA and its elements 01 to 16. */
const ISA_WIDTHS = [3, 2, 10, 2, 10, 2, 15, 2, 15, 6, 4, 1, 5, 9, 1, 1, 1];

/** Characters to look at from an ISA on: more than any ISA with its neighbour needs, even when its fields are padded too wide. */
export const START_WINDOW = 400;
const ELEMENTS_BY_TAG: Readonly<Record<string, number>> = { GS: 8, TA1: 5, IEA: 2, ST: 2 };

/** Reads an ISA that starts at `at` of a text of bytes (Latin-1); undefined when there is none. */
export function readStart(text: string, at: number): Start | undefined {
  if (!text.startsWith('ISA', at)) return undefined;
  const window = text.slice(at, at + START_WINDOW);
  const element = window.charAt(3);
  if (!isSeparator(element)) return undefined;
  const parts = window.split(element);
  const last = parts[15];
  if (last === undefined) return undefined;
  const elements = parts.slice(0, 16);
  const offsetOfLast = elements.slice(0, 15).join(element).length + 1;

  const cut = /^(.?)([^A-Za-z0-9\s])\s*(?:GS|TA1|IEA)$/s.exec(last);
  if (cut) {
    const [, usage = '', terminator = ''] = cut;
    const header = [...elements.slice(0, 15), usage, ''];
    const separators = { element, component: ':', repetition: repetitionOf(header), terminator };
    return {
      header,
      separators,
      length: offsetOfLast + usage.length + 1,
      oddities: ['ISA16-MISSING'],
    };
  }
  const tail = parts[16];
  if (tail === undefined || tail === '') return undefined;
  return withTail(window, elements, offsetOfLast + last.length + 1);
}

/** Reads ISA16 and the terminator behind it, or finds out what they would have been. */
function withTail(window: string, elements: readonly string[], offset: number): Start {
  const element = window.charAt(3);
  const oddities: Oddity[] = [];
  let component = window.charAt(offset);
  const gap = /^[ \t]*/.exec(window.slice(offset + 1))?.[0].length ?? 0;
  const behind = offset + 1 + gap;
  const found = /^\r?\n/.test(window.slice(behind)) ? '\n' : window.charAt(behind);
  const guessed = terminatorOfNext(window.slice(behind), element);
  let terminator = found;
  let length = window.indexOf(found, behind) + 1;
  if (!isSeparator(found) && found !== '\n' && found !== '\r') {
    terminator = guessed ?? '~';
    length = behind;
    oddities.push('ISA-TERMINATOR');
    if (component === terminator) {
      component = ':';
      oddities.push('ISA16-MISSING');
    }
  } else if ((found === '\n' || found === '\r') && guessed !== undefined && isSeparator(guessed)) {
    terminator = guessed;
    oddities.push('ISA-TERMINATOR');
  }
  const header = [...elements, component];
  const wrong = ISA_WIDTHS.findIndex((width, at) => header[at]?.length !== width);
  // What is missing makes the length wrong too: that is one fault.
  const hasAll = oddities.length === 0;
  if (hasAll && behind + 1 !== 106) oddities.push('ISA-LENGTH');
  else if (hasAll && wrong >= 0) oddities.push('ISA-WIDTH');
  const repetition = repetitionOf(header);
  const separators = { element, component, repetition, terminator };
  const wrongWidth = { element: wrong, expected: ISA_WIDTHS[wrong] ?? 0 };
  return { header, separators, length, oddities, ...(wrong < 0 ? {} : { wrongWidth }) };
}

/** The character that ends the first segment of `text`, told by how many elements that segment has. */
function terminatorOfNext(text: string, element: string): string | undefined {
  const trimmed = text.replace(/^[\s~]*/, '');
  const tag = /^(GS|TA1|IEA|ST)/.exec(trimmed)?.[1];
  const count = tag === undefined ? undefined : ELEMENTS_BY_TAG[tag];
  if (count === undefined) return undefined;
  const parts = trimmed.split(element);
  const lastOf = (n: number) => /^[A-Za-z0-9]*[ \t]*(\r?\n|[^A-Za-z0-9 \t])/.exec(parts[n] ?? '')?.[1];
  const end = lastOf(count) ?? lastOf(count + 1);
  return end === '\r\n' ? '\n' : end;
}

/** Guesses the separators of a file that starts with a group or a set instead of an ISA. */
export function guessStart(text: string, at: number): Start | undefined {
  const window = text.slice(at, at + START_WINDOW);
  const element = /^(?:GS|ST)([^A-Za-z0-9\s])[A-Z0-9]{2,3}\1/.exec(window)?.[1];
  if (element === undefined) return undefined;
  const terminator = terminatorOfNext(window, element) ?? '~';
  const separators = { element, component: ':', repetition: '^', terminator };
  return { header: undefined, separators, length: 0, oddities: ['ISA-MISSING'] };
}

/** ISA11 is a separator from version 5010 on, and only when it is no letter, digit or blank. */
function repetitionOf(header: readonly string[]): string | undefined {
  const candidate = header[11] ?? '';
  const isFromVersion5010 = (header[12] ?? '') >= '00501';
  return isFromVersion5010 && candidate.length === 1 && isSeparator(candidate) ? candidate : undefined;
}

const USUAL = { element: '*', component: ':', repetition: '^', terminator: '~' } as const;
const SPARE = ['|', '>', '!', '\\'] as const;

/**
 * What a file can be written with. One that is no ASCII character, stands in numbers, or is used for two things may have
 * been read so; written again it would divide data. Then the usual one is taken, or a spare one.
 */
export function writableSeparators(separators: Separators): Separators {
  const taken = new Set<string>();
  const free = (wanted: string, usual: string): string => {
    const choices = [wanted, usual, ...SPARE].filter((each) => canDivide(each) && !taken.has(each));
    const [chosen = usual] = choices;
    taken.add(chosen);
    return chosen;
  };
  const { repetition } = separators;
  return {
    element: free(separators.element, USUAL.element),
    terminator: free(separators.terminator, USUAL.terminator),
    component: free(separators.component, USUAL.component),
    repetition: repetition === undefined ? undefined : free(repetition, USUAL.repetition),
  };
}

function canDivide(character: string): boolean {
  const code = character.charCodeAt(0);
  return character.length === 1 && code > 0 && code < 0x80 && !/[A-Za-z0-9 \t.+-]/.test(character);
}

function isSeparator(character: string): boolean {
  return /^[^A-Za-z0-9\s]$/.test(character);
}
