/** A header such as `multipart/form-data; boundary="x"`: its value and its parameters. */

export interface HeaderValue {
  /** Lower case. */
  readonly value: string;
  /** By lower-case name. */
  readonly parameters: ReadonlyMap<string, string>;
}

export function headerValue(text: string): HeaderValue {
  const [value = '', ...rest] = pieces(text);
  const parameters = new Map<string, string>();
  for (const piece of rest) {
    const at = piece.indexOf('=');
    if (at < 0) continue;
    const name = piece.slice(0, at).trim().toLowerCase();
    if (!parameters.has(name)) parameters.set(name, unquoted(piece.slice(at + 1).trim()));
  }
  return { value: value.trim().toLowerCase(), parameters };
}

/** Between semicolons outside quotes. */
function pieces(text: string): string[] {
  const found: string[] = [];
  let from = 0;
  let isQuoted = false;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '\\' && isQuoted) at += 1;
    else if (text[at] === '"') isQuoted = !isQuoted;
    else if (text[at] === ';' && !isQuoted) {
      found.push(text.slice(from, at));
      from = at + 1;
    }
  }
  return [...found, text.slice(from)];
}

function unquoted(text: string): string {
  return text.startsWith('"') && text.endsWith('"') && text.length > 1
    ? text.slice(1, -1).replace(/\\(.)/g, '$1')
    : text;
}
