/** Drugs as pages write them: the NDC in its three parts or as digits, and the unit of what was given. */

/** 11 digits, from 5-4-2 or the same with one part a digit shorter; ten digits alone could be several codes. */
export function nationalDrugCode(text: string): string | undefined {
  const bare = text.trim().replace(/^N4/i, '');
  const parts = /^(\d{4,5})-(\d{3,4})-(\d{1,2})$/.exec(bare);
  const digits = parts ? parts.slice(1).join('') : bare;
  if (!parts) return /^\d{11}$/.test(digits) ? digits : undefined;
  const [, labeler = '', product = '', size = ''] = parts;
  return digits.length < 10
    ? undefined
    : labeler.padStart(5, '0') + product.padStart(4, '0') + size.padStart(2, '0');
}

const UNITS: readonly (readonly [string, RegExp])[] = [
  ['F2', /^(?:f2|i\.?u\.?|international units?)$/],
  ['GR', /^(?:gr|g|grams?)$/],
  ['ME', /^(?:me|mg|milligrams?)$/],
  ['ML', /^(?:ml|millilit(?:er|re)s?)$/],
  ['UN', /^(?:un|units?|each|ea)$/],
];

/** CTP05-01. */
export function drugUnit(text: string): string | undefined {
  const word = text.trim().toLowerCase();
  return UNITS.find(([, pattern]) => pattern.test(word))?.[0];
}
