/** Cuts elements and components out of a text, without blanks at their ends. */

/** The elements of a segment whose marks begin at `first`; see `SegmentText`. */
export function elementsOf(text: string, marks: Int32Array, first: number, count: number): string[] {
  const texts: string[] = [];
  let start = (marks[first] ?? 0) + 1;
  for (let at = first + 1; at <= first + count; at += 1) {
    const end = marks[at] ?? 0;
    texts.push(trimmed(text.slice(start, end)));
    start = end + 1;
  }
  return texts;
}

/** The parts of a text without blanks at their ends. */
export function divided(text: string, separator: string): string[] {
  const parts: string[] = [];
  let start = 0;
  for (let end = text.indexOf(separator); end >= 0; end = text.indexOf(separator, start)) {
    parts.push(trimmed(text.slice(start, end)));
    start = end + 1;
  }
  parts.push(trimmed(start === 0 ? text : text.slice(start)));
  return parts;
}

/** The text in capitals; as it is where it is in capitals, as almost always. */
export function inCapitals(text: string): string {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code > 0x60) return text.toUpperCase();
  }
  return text;
}

/** Most elements have no blanks: told by two characters, without a call. */
export function trimmed(text: string): string {
  if (text === '') return text;
  return isVisible(text.charCodeAt(0)) && isVisible(text.charCodeAt(text.length - 1)) ? text : text.trim();
}

function isVisible(code: number): boolean {
  return code > 0x20 && code < 0x80;
}
