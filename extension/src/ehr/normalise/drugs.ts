/** Drugs as pages write them: the NDC in its three parts or as digits. */

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
