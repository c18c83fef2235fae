/** What node-x12-edi does with the same files: segments of fields, and segments written through its maps. */
import { FieldMap, Transaction } from 'node-x12-edi';
import type { SampleFile, Work } from './work.ts';

const SEPARATORS = { terminator: '~', element: '*' };

function parse(bytes: Buffer): Transaction {
  const transaction = new Transaction();
  transaction.generateSegments(bytes.toString('latin1'), SEPARATORS.terminator, SEPARATORS.element);
  return transaction;
}

const WORKS = {
  /** It takes what follows the last terminator for one more segment. */
  segments(file: SampleFile) {
    const bytes = file.bytes();
    return () => parse(bytes).segments.length - 1;
  },
  /**
   * Segment by segment, each by a map of its id: a map of a whole set has no place for situational segments in their
   * order. It writes every element that the map of that id has, so that its files are longer.
   */
  generate(file: SampleFile) {
    const segments = parse(file.bytes()).segments.filter(({ name }) => name !== '');
    const widths = new Map<string, number>();
    for (const { name, fields } of segments) widths.set(name, Math.max(widths.get(name) ?? 0, fields.length));
    const maps = new Map([...widths].map(([name, width]) => [name, mapOf(name, width)]));
    const data = segments.map(({ name, fields }) => ({
      map: maps.get(name) ?? {},
      values: Object.fromEntries(fields.map(({ content }, at) => [String(at), content])),
    }));
    return () => {
      const transaction = new Transaction();
      let text = '';
      for (const { map, values } of data)
        text += transaction.toX12(values, map, SEPARATORS.element, SEPARATORS.terminator);
      return Buffer.from(text, 'latin1').length > 0 ? data.length : 0;
    };
  },
} satisfies Record<string, Work>;

function mapOf(segmentIdentifier: string, width: number): Record<string, FieldMap> {
  return Object.fromEntries(
    Array.from({ length: width }, (_, valuePosition) => [
      String(valuePosition),
      new FieldMap({ segmentIdentifier, valuePosition }),
    ]),
  );
}

export default WORKS;
