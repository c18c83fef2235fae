/** What is read from a file of another system is written again as it stood, but for the normalisations named here. */
import { describe, expect, test } from 'vitest';
import { corpusBytes, corpusFiles, hasCorpus } from '../corpus.ts';
import { writeRemittanceInterchanges } from './file-writer.ts';
import { readRemittanceInterchanges } from './read.ts';

const files = corpusFiles.filter(({ kind }) => kind === '835');
/** What stands in the wrong place of a broken file may stand in another when it is written. */
const sound = files.filter(({ path }) => !path.startsWith('malformed/') && !path.endsWith('__era_835.835'));

/** In the order in which they are applied to one segment, its elements divided by `*`. */
const NORMALISATIONS: readonly (readonly [what: string, apply: (segment: string) => string])[] = [
  ['blanks and line breaks between segments', (segment) => segment.trim()],
  ['empty elements at the end', (segment) => segment.replace(/\*+$/, '')],
  ['amounts and quantities in their shortest form', (segment) => segment.replace(DECIMAL, shortest)],
  ['the count of segments', (segment) => segment.replace(/^SE\*\d+/, 'SE*')],
  // Of one sample that has an element where a component should be.
  ['a qualifier without what it qualifies', (segment) => segment.replace(/^SVC\*HC\*/, 'SVC**')],
];
const DECIMAL = /(?<=\*)-?\d*\.\d+(?=\*|$)/g;
const shortest = (decimal: string) => String(Number(decimal));

/** The segments of a file, normalised, with one CAS for each group that follows another of the same. */
function segmentsOf(bytes: Uint8Array): string[] {
  const text = new TextDecoder('latin1').decode(bytes);
  const [element = '*', terminator = '~'] = [text.charAt(3), text.charAt(105)];
  const composites = /SVC.[A-Z]{2}([:><^|])/.exec(text)?.[1] ?? ':';
  const segments = text
    .split(terminator)
    .map((segment) => segment.replaceAll(composites, ':').replaceAll(element, '*'))
    .map((segment) => NORMALISATIONS.reduce((normal, [, apply]) => apply(normal), segment))
    .filter((segment) => segment !== '');
  return joined(segments);
}

function joined(segments: readonly string[]): string[] {
  const all: string[] = [];
  for (const segment of segments) {
    const [group] = /^CAS\*[A-Z]+\*/.exec(segment) ?? [];
    const before = all.at(-1);
    if (group === undefined || !before?.startsWith(group)) all.push(segment);
    else {
      const gap = '*'.repeat((3 - ((before.split('*').length - 2) % 3)) % 3);
      all.splice(-1, 1, `${before}${gap}*${segment.slice(group.length)}`);
    }
  }
  return all;
}

describe.skipIf(!hasCorpus)('835 of the corpus', () => {
  test.each(sound)('$path is written as it was read', (file) => {
    const bytes = corpusBytes(file);
    const written = writeRemittanceInterchanges(readRemittanceInterchanges(bytes).interchanges);
    expect(segmentsOf(written)).toEqual(segmentsOf(bytes));
  });

  test.each(files)('$path is the same when what was written is read and written again', (file) => {
    const written = writeRemittanceInterchanges(readRemittanceInterchanges(corpusBytes(file)).interchanges);
    const again = writeRemittanceInterchanges(readRemittanceInterchanges(written).interchanges);
    expect(new TextDecoder('latin1').decode(again)).toBe(new TextDecoder('latin1').decode(written));
  });
});
