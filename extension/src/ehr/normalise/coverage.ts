/** What pages say about an insurance. */
import type { Vocabulary } from '../vocabulary.ts';

/** A post office box, a street with its number, or a state with its ZIP: nothing that names a product or a payer id. */
const isAddress = (text: string, { namePatterns: { box, street, stateAndZip } }: Vocabulary): boolean =>
  [box, street, stateAndZip].some((pattern) => pattern.test(text));

/**
 * The payer's name without the address that some pages print behind it, in brackets or not. Anything else stays:
 * `Aetna (Medicare Advantage)` is another payer than `Aetna`.
 */
export function payerName(text: string, words: Vocabulary): string | undefined {
  const name = withoutAddress(text.trim(), words);
  return words.namePatterns.placeholder.test(name) ? undefined : name;
}

function withoutAddress(text: string, words: Vocabulary): string {
  const bracket = /^(.*?)\s*\(([^)]*)\)?$/.exec(text);
  if (bracket) return isAddress(bracket[2]?.trim() ?? '', words) ? (bracket[1] ?? '') : text;
  for (const { index, 0: gap } of text.matchAll(/[\s,]+(?=p\.?\s?o\.?\s?box\b|\d+\s)/gi)) {
    if (isAddress(text.slice(index + gap.length), words)) return text.slice(0, index);
  }
  return text;
}

/** As printed, without blanks, and without hyphens around it. */
export function memberId(text: string): string | undefined {
  const id = text.replace(/\s+/g, '').replace(/^-+|-+$/g, '');
  return /^[A-Z0-9][A-Z0-9-]{0,29}$/i.test(id) ? id : undefined;
}
