/** The elements of segments that the guide leaves to a codec (HI, CAS, DTP, PER), by the path of what they say. */
import type { Segment } from '../../../x12/index.ts';

export interface ElementPlace {
  readonly element: number;
  readonly component?: number;
}

/**
 * `keys` lead from the segment's object to the value. Lists may go on over several segments: `skipped` of their items stand
 * in segments before. Undefined when the value stands in none or a later one.
 */
export function codecPlace(
  segment: Segment,
  keys: readonly string[],
  skipped: number,
): ElementPlace | undefined {
  const [list = '', at = '', part = ''] = keys;
  const index = Number(at === '' ? 0 : at) - skipped;
  if (at !== '' && (index < 0 || index >= itemsIn(segment))) return undefined;
  switch (segment.id) {
    case 'HI':
      return { element: index + 1, component: 2 };
    case 'CAS':
      return at === '' ? { element: 1 } : { element: adjustmentElement(index, part) };
    case 'PER':
      return contactPlace(segment, list);
    case 'DTP':
      return dayPlace(segment, list);
    default:
      return { element: 3 };
  }
}

/** How many items of its list a segment has. */
export function itemsIn(segment: Segment): number {
  if (segment.id === 'HI') return segment.elementCount;
  return segment.id === 'CAS' ? Math.ceil((segment.elementCount - 1) / 3) : 0;
}

function adjustmentElement(index: number, part: string): number {
  const start = 2 + 3 * index;
  if (part === 'group') return 1;
  return part === 'amount' ? start + 1 : part === 'quantity' ? start + 2 : start;
}

/** Two days of one DTP are told by its qualifier; all others stand by themselves. */
function dayPlace(segment: Segment, name: string): ElementPlace | undefined {
  const qualifier = DAY_QUALIFIERS[name];
  return qualifier === undefined || segment.element(1).toUpperCase() === qualifier
    ? { element: 3 }
    : undefined;
}

const DAY_QUALIFIERS: Readonly<Record<string, string>> = {
  careAssumedDate: '090',
  careRelinquishedDate: '091',
  hemoglobinTestDate: '738',
  serumCreatinineTestDate: '739',
};

/** PER names each number by the qualifier before it. */
function contactPlace(segment: Segment, name: string): ElementPlace | undefined {
  const qualifier = CONTACT_QUALIFIERS.find(([ending]) => name.toLowerCase().endsWith(ending))?.[1];
  if (qualifier === undefined) return { element: 2 };
  const at = [3, 5, 7].find((element) => segment.element(element) === qualifier);
  return at === undefined ? undefined : { element: at + 1 };
}

const CONTACT_QUALIFIERS = [
  ['phone', 'TE'],
  ['extension', 'EX'],
  ['fax', 'FX'],
  ['email', 'EM'],
] as const;
