/** What node-x12 does with the same files: its object model of segments and elements, read and written. */
import { type X12FatInterchange, X12Generator, type X12Interchange, X12Parser } from 'node-x12';
import type { SampleFile, Work } from './work.ts';

function parse(bytes: Buffer): X12Interchange {
  const parsed: X12Interchange | X12FatInterchange = new X12Parser(true).parse(bytes.toString('latin1'));
  if ('interchanges' in parsed) throw new Error('a sample file has one interchange');
  return parsed;
}

/** Of the sets and of the envelope around them. */
function segmentCount({ functionalGroups: [group] }: X12Interchange): number {
  const [ST_SE, ISA_GS_GE_IEA] = [2, 4];
  const sets = group?.transactions ?? [];
  return sets.reduce((sum, { segments }) => sum + segments.length + ST_SE, ISA_GS_GE_IEA);
}

const WORKS = {
  /** Not strict: else it takes every piece of a file for one without an ISA. */
  stream(file: SampleFile) {
    const pieces = file.piecesInMemory();
    return async () => {
      let segments = 0;
      for await (const _ of pieces().pipe(new X12Parser(false))) segments += 1;
      return segments;
    };
  },
  'object-model'(file: SampleFile) {
    const bytes = file.bytes();
    return () => segmentCount(parse(bytes));
  },
  /** Its notation of arrays of texts, which is what a caller with data of his own makes, to a file. */
  generator(file: SampleFile) {
    const notation = parse(file.bytes()).toJSEDINotation();
    return () => Buffer.from(new X12Generator(notation).toString(), 'latin1').length;
  },
  /** An object model that is there already, to a file. */
  'to-text'(file: SampleFile) {
    const interchange = parse(file.bytes());
    return () => Buffer.from(interchange.toString(), 'latin1').length;
  },
} satisfies Record<string, Work>;

export default WORKS;
