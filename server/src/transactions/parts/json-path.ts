/** Names places of a file as JSON. */

/** `professionalClaims.interchanges[0].groups[0]`. */
export function pathText(keys: readonly PropertyKey[]): string {
  return keys
    .map((key) => (/^\d+$/.test(String(key)) ? `[${String(key)}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '');
}
