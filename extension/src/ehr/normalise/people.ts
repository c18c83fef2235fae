/** Names as pages say them. */
import { nameKey, splitName } from '@claimside/shared/capture';
import type { Vocabulary } from '../vocabulary.ts';

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

/** First and last word of a name: two spellings of one person's name give the same. Undefined where it has one word. */
export function personKey(text: string): string | undefined {
  const { firstName, lastName } = splitName(plainName(text));
  if (!firstName || !lastName) return undefined;
  return nameKey(`${firstName} ${lastName.split(' ').at(-1)}`);
}
