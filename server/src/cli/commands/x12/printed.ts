/** Lines for a terminal: what would steer it, such as ESC or a bell in a name of a file, is only shown to be there. */

const SHOWN_INSTEAD = '\ufffd';

/** Each line with its end, and without any other control character. */
export function printed(lines: readonly string[]): string {
  return lines.map((line) => `${printedLine(line)}\n`).join('');
}

export function printedLine(line: string): string {
  return line.replace(/\p{Cc}/gu, SHOWN_INSTEAD);
}
