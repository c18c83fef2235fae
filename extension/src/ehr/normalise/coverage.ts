/** What pages say about an insurance. */

/** The payer's name without the address that some pages print behind it. */
export function payerName(text: string): string | undefined {
  const name = text
    .replace(/\s*\(.*$/, '')
    .replace(/[\s,]+(?:p\.?\s?o\.?\s?box\b|\d+\s+\w+).*$/i, '')
    .trim();
  return name === '' || /^(?:-.*|unassigned|none|select.*|\P{L}*)$/iu.test(name) ? undefined : name;
}

/** As printed, without blanks, and without hyphens around it. */
export function memberId(text: string): string | undefined {
  const id = text.replace(/\s+/g, '').replace(/^-+|-+$/g, '');
  return /^[A-Z0-9][A-Z0-9-]{0,29}$/i.test(id) ? id : undefined;
}
