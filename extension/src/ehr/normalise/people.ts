/** Names, sex, relationship: what pages say about a person. */

const TITLE = /^(?:mr|mrs|ms|miss|mx|dr|prof)\.?\s+/i;
const CREDENTIAL = 'md|do|np|pa|pa-c|dc|pt|dpt|ot|lcsw|lmft|lpc|lmhc|bcba|bcba-d|phd|psyd|rn|aprn|fnp|od|dpm';
/** Behind a comma that follows a whole name: in `Halvorsen, Do` the comma tells the given name. */
const AFTER_COMMA = new RegExp(`(\\S\\s+\\S+)\\s*,\\s*(?:${CREDENTIAL})\\.?$`, 'i');
const IN_CAPITALS = new RegExp(`(?<!,)\\s+(?:${CREDENTIAL.toUpperCase()}|PhD|PsyD)\\.?$`);
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
export function providerName(text: string): string {
  let name = plainName(text);
  for (let before = ''; before !== name; ) {
    before = name;
    name = name.replace(AFTER_COMMA, '$1');
    const bare = name.replace(IN_CAPITALS, '');
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

/** DMG03. */
export function sex(text: string): string | undefined {
  const word = text.trim().toLowerCase();
  if (/^(f|female|woman)$/.test(word)) return 'F';
  if (/^(m|male|man)$/.test(word)) return 'M';
  if (/^(u|unknown|x|undifferentiated|non-?binary|other)$/.test(word)) return 'U';
  return undefined;
}

/** SBR02 / PAT01: what the patient is to the subscriber, from the words EHRs use. */
export function relationship(text: string): string | undefined {
  const word = text.trim().toLowerCase();
  if (/^(18|self|patient|same|insured)$/.test(word)) return '18';
  if (/^(01|spouse|husband|wife)$/.test(word)) return '01';
  if (/^(19|child|son|daughter)$/.test(word)) return '19';
  if (/^(20|employee)$/.test(word)) return '20';
  if (/^(21|unknown)$/.test(word)) return '21';
  if (/^(53|life partner|domestic partner|partner)$/.test(word)) return '53';
  if (/^(g8|other|other relationship)$/.test(word)) return 'G8';
  return undefined;
}
