/** Names as pages say them. */
import { plainName } from '@claimside/shared/capture';
import type { Vocabulary } from '../vocabulary.ts';

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
