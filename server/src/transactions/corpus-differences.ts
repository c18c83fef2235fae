/** For tests: a sample file beside what was written of it, segment by segment, in their order. */

/** In the order in which they are applied to one segment, its elements divided by `*`, its components by `:`. Nothing else is let pass. */
const NORMALISATIONS: readonly (readonly [what: string, apply: (segment: string) => string])[] = [
  ['blanks and line breaks between segments', (segment) => segment.trim()],
  ['empty elements at the end', (segment) => segment.replace(/\*+$/, '')],
  ['amounts and quantities in their shortest form', (segment) => segment.replace(DECIMAL, shortest)],
];
const DECIMAL = /(?<=\*)-?\d*\.\d+(?=\*|$)/g;
const shortest = (decimal: string) => String(Number(decimal));

/** What is otherwise in the file that was written, and why: `- lost` and `+ written`; what only stands elsewhere is both. */
export interface Differences {
  readonly why: string;
  readonly lines: readonly string[];
}

/** The segments of a file, normalised, whatever it is divided by. */
function segmentsOf(bytes: Uint8Array, composites?: string): string[] {
  const text = new TextDecoder('latin1').decode(bytes);
  const [element = '*', component = ':', terminator = '~'] = text.startsWith('ISA')
    ? [text.charAt(3), text.charAt(104), text.charAt(105)]
    : [];
  return text
    .split(terminator)
    .map((segment) => segment.replaceAll(composites ?? component, ':').replaceAll(element, '*'))
    .map((segment) => NORMALISATIONS.reduce((normal, [, apply]) => apply(normal), segment))
    .filter((segment) => segment !== '');
}

/** None where the file is written as it was read. `composites` is what divides its components, where its ISA says another. */
export const differences = (read: Uint8Array, written: Uint8Array, composites?: string): string[] =>
  changesFrom(segmentsOf(read, composites), segmentsOf(written));

/** The fewest, by the longest common subsequence. */
function changesFrom(before: readonly string[], after: readonly string[]): string[] {
  const common = before.map(() => [0]);
  const at = (i: number, j: number) => common[i]?.[j] ?? 0;
  for (let i = before.length - 1; i >= 0; i -= 1)
    for (let j = after.length - 1; j >= 0; j -= 1) {
      const row = common[i] ?? [];
      row[j] = before[i] === after[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  const changes: string[] = [];
  let [i, j] = [0, 0];
  while (i < before.length || j < after.length)
    if (i < before.length && before[i] === after[j]) {
      i += 1;
      j += 1;
    } else if (j >= after.length || (i < before.length && at(i + 1, j) >= at(i, j + 1))) {
      changes.push(`- ${before[i]}`);
      i += 1;
    } else {
      changes.push(`+ ${after[j]}`);
      j += 1;
    }
  return changes;
}
