/** Names of people and organizations as pages write them: when two mean the same, and what their parts are. */

/** Compares names without case, accents, punctuation and runs of blanks; letters of every script count. */
export const nameKey = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[\p{M}'’]/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

export interface NameParts {
  readonly lastName?: string;
  readonly firstName?: string;
  readonly middleName?: string;
  /** `Jr`, `III`: no part of the last name (NM107). */
  readonly suffix?: string;
}

/** At the end, or before the comma. */
const SUFFIX = /[\s,]+(jr|sr|ii|iii|iv)\.?(?=\s*,|$)/i;

/** `Last, First Middle` or `First Middle Last`; a proposal that a person looks at. One word is a last name. */
export function splitName(name: string): NameParts {
  const text = name.replace(/\s+/g, ' ').trim();
  const suffix = SUFFIX.exec(text)?.[1];
  const plain = text.replace(SUFFIX, '');
  const comma = /^([^,]+),\s*(\S+)(?:\s+(.+))?$/.exec(plain);
  if (comma) return parts(comma[1], comma[2], comma[3], suffix);
  const words = plain.split(' ');
  if (words.length < 2) return parts(plain, undefined, undefined, suffix);
  return parts(words.at(-1), words[0], words.slice(1, -1).join(' '), suffix);
}

function parts(lastName?: string, firstName?: string, middleName?: string, suffix?: string): NameParts {
  return {
    ...(lastName && { lastName }),
    ...(firstName && { firstName }),
    ...(middleName && { middleName }),
    ...(suffix && { suffix }),
  };
}

const TITLE = /^(?:mr|mrs|ms|miss|mx|dr|prof)\.?\s+/i;

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

/** First and last word of a name: two spellings of one person's name give the same. Undefined where it has one word. */
export function personKey(text: string): string | undefined {
  const { firstName, lastName } = splitName(plainName(text));
  if (!firstName || !lastName) return undefined;
  return nameKey(`${firstName} ${lastName.split(' ').at(-1)}`);
}
