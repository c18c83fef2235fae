/** What is read from a file of another system is written again as it stood, but for the normalisations named here. */
import { describe, expect, test } from 'vitest';
import { corpusBytes, corpusFiles, hasCorpus } from '../corpus.ts';
import { writeClaimInterchanges } from './file-writer.ts';
import { readClaimInterchanges } from './read.ts';

const files = corpusFiles.filter(({ kind }) => kind === '837P');
/** What stands in the wrong place of a broken file may stand in another when it is written. */
const sound = files.filter(({ path }) => !path.startsWith('malformed/'));

/** In the order in which they are applied to one segment, its elements divided by `*`, its components by `:`. */
const NORMALISATIONS: readonly (readonly [what: string, apply: (segment: string) => string])[] = [
  ['blanks and line breaks between segments', (segment) => segment.trim()],
  ['empty elements at the end', (segment) => segment.replace(/\*+$/, '')],
  ['amounts and quantities in their shortest form', (segment) => segment.replace(DECIMAL, shortest)],
  ['the kind of a pay-to address', (segment) => segment.replace(/^NM1\*87\*[12]$/, 'NM1*87*2')],
];
const DECIMAL = /(?<=\*)-?\d*\.\d+(?=\*|$)/g;
const shortest = (decimal: string) => String(Number(decimal));

/** The segments of a file, normalised, whatever it is divided by. */
function segmentsOf(bytes: Uint8Array, composites: string): string[] {
  const text = new TextDecoder('latin1').decode(bytes);
  const [element = '*', terminator = '~'] = [text.charAt(3), text.charAt(105)];
  return text
    .split(terminator)
    .map((segment) => segment.replaceAll(composites, ':').replaceAll(element, '*'))
    .map((segment) => NORMALISATIONS.reduce((normal, [, apply]) => apply(normal), segment))
    .filter((segment) => segment !== '');
}

/** Some samples divide composites by another character than their ISA says. */
const compositesOf = (bytes: Uint8Array) =>
  /CLM.*?\d\d([:><^])[A-Z]?[:><^]\d/.exec(new TextDecoder('latin1').decode(bytes))?.[1] ?? ':';

/** Read with errors that make a difference: the total is worked out anew, and a lost qualifier is put back. */
const MENDED: Readonly<Record<string, readonly string[]>> = {
  'apimeister-x12-types___837_test_rs__sample3.edi': ['CLM*26463774*50***11:B:1*Y*A*Y*I'],
  'LinuxForHealth-x12__demo.ambulance.example5.837': ['CLM*051068*766.5***41:B:1*Y*A*Y*Y*P*OA'],
};

describe.skipIf(!hasCorpus)('837P of the corpus', () => {
  test.each(sound)('$path is written as it was read', (file) => {
    const bytes = corpusBytes(file);
    const written = writeClaimInterchanges(readClaimInterchanges(bytes).interchanges);
    const [before, after] = [segmentsOf(bytes, compositesOf(bytes)), segmentsOf(written, ':')];
    const mended = MENDED[file.path.split('/').at(-1) ?? ''] ?? [];
    expect(after.filter((segment) => !mended.includes(segment))).toEqual(
      before.filter((_, index) => !mended.includes(after[index] ?? '')),
    );
  });

  test.each(files)('$path says the same when what was written is read again', (file) => {
    const { interchanges } = readClaimInterchanges(corpusBytes(file));
    const again = readClaimInterchanges(writeClaimInterchanges(interchanges)).interchanges;
    expect(saidIn(again)).toEqual(saidIn(interchanges));
    expect(writeClaimInterchanges(again)).toEqual(writeClaimInterchanges(interchanges));
  });
});

/** Without what is worked out anew. */
function saidIn(interchanges: ReturnType<typeof readClaimInterchanges>['interchanges']): unknown {
  return JSON.parse(
    JSON.stringify(interchanges, (name, value) =>
      name === 'statedCharge' || name === 'position' || name === 'notInModel' ? undefined : value,
    ),
  );
}
