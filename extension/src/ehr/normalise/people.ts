/** Names as pages say them. */
import type { Vocabulary } from '../vocabulary.ts';

const TITLE = /^(?:mr|mrs|ms|miss|mx|dr|prof)\.?\s+/i;
const SUFFIX = /[\s,]+(?:jr|sr|ii|iii|iv)\.?$/i;

export interface SplitName {
  readonly lastName: string;
  readonly firstName: string;
  readonly middleName?: string;
  /** True when the page itself told family name from given names, by a comma. */
  readonly certain: boolean;
}

/** A person's name without titles, stars and doubled blanks. Nothing of it is reordered; `Do` is a family name. */
export function plainName(text: string): string {
  let name = text
    .replace(/^[\s*]+/, '')
    .replace(/\s+/g, ' ')
    .trim();
  for (let before = ''; before !== name; ) {
    before = name;
    name = name.replace(TITLE, '').trim();
  }
  return name;
}

/** A provider's name without credentials too: behind a comma, or in capitals where the name itself is not. */
export function providerName(text: string, { namePatterns }: Vocabulary): string {
  let name = plainName(text);
  for (let before = ''; before !== name; ) {
    before = name;
    name = name.replace(namePatterns.credentialAfterComma, '$1');
    const bare = name.replace(namePatterns.credentialInCapitals, '');
    if (/\p{Ll}/u.test(bare) && /\s/.test(bare)) name = bare;
  }
  return name;
}

/** `Quintero, Marta L` for certain; `Marta L Quintero` as a guess. Undefined when there is only one word. */
export function splitName(text: string): SplitName | undefined {
  const name = plainName(text).replace(SUFFIX, '');
  const comma = /^([^,]+),\s*(\S+)(?:\s+(.+))?$/.exec(name);
  if (comma) return build(comma[1], comma[2], comma[3], true);
  const words = name.split(' ');
  if (words.length < 2) return undefined;
  return build(words.at(-1), words[0], words.slice(1, -1).join(' '), false);
}

function build(lastName = '', firstName = '', middleName = '', certain: boolean): SplitName {
  const middle = middleName.trim();
  return {
    lastName: lastName.replace(SUFFIX, '').trim(),
    firstName,
    ...(middle && { middleName: middle }),
    certain,
  };
}

/** First and last word of a name without marks and case: two spellings of one person's name give the same. */
export function nameKey(text: string): string | undefined {
  const split = splitName(text);
  if (!split) return undefined;
  const family = split.lastName.split(' ').at(-1) ?? '';
  return `${bare(split.firstName)} ${bare(family)}`;
}

const bare = (word: string): string =>
  word
    .normalize('NFD')
    .replace(/[^\p{L}]/gu, '')
    .toLowerCase();
