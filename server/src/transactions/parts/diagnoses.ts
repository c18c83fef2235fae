/** HI: the diagnoses of a claim, or of a patient whose benefits are asked for. */
import { code, composite, text, unusedTimes } from '../guide/elements.ts';
import { isFields } from '../guide/fields.ts';
import type { Fields, SegmentCodec, SegmentRule, Usage } from '../guide/rules.ts';
import { segment } from '../guide/segments.ts';
import { DIAGNOSIS } from '../guide/shapes.ts';

/** HI with `most` diagnoses in `diagnoses`; `empty` stands for an empty place, as pointers count places. */
export function diagnosesSegment({
  usage = 'S',
  most,
  empty,
}: {
  usage?: Usage;
  most: number;
  empty: () => Fields;
}): SegmentRule {
  return segment(
    'HI',
    'diagnoses',
    codeComposites(['ABK', 'BK'], ['ABF', 'BF'], most, { shape: DIAGNOSIS }),
    {
      usage,
      codec: diagnosesCodec(empty),
      qualifiedBy: { element: 1, component: 1, codes: ['ABK', 'BK'] },
    },
  );
}

/** Codes of HI, under other qualifiers from the second place on. */
export const codeComposites = (
  first: readonly string[],
  others: readonly string[],
  times: number,
  shape = {},
) =>
  Array.from({ length: times }, (_, at) =>
    composite(at === 0 ? 'R' : 'S', [
      code('R', at === 0 ? first : others),
      text('R', 30, undefined, shape),
      ...unusedTimes(7),
    ]),
  );

/** The principal one, then the others, under ABK and ABF (BK and BF for ICD-9-CM). */
const diagnosesCodec = (empty: () => Fields): SegmentCodec => ({
  paths: ['diagnoses.*.code', 'diagnoses.*.codeSet'],
  write(target, fold) {
    const composites = listOf(target.diagnoses).map((diagnosis, at) => {
      const qualifier = `${diagnosis.codeSet === 'ICD-9-CM' ? '' : 'A'}${at === 0 ? 'BK' : 'BF'}`;
      const code = typeof diagnosis.code === 'string' ? fold(diagnosis.code.replaceAll('.', '')) : '';
      return code === '' ? '' : [qualifier, code];
    });
    return composites.length === 0 ? [] : [composites];
  },
  read(source, target, unheld) {
    const read: Fields[] = [];
    for (let at = 1; at <= source.elementCount; at += 1) {
      const [qualifier = '', code = '', ...rest] = source.components(at);
      if (code === '') {
        if (source.element(at) !== '') unheld(at);
        // Pointers count places, so that an empty one keeps its own.
        read.push(empty());
        continue;
      }
      const expected = at === 1 ? 'BK' : 'BF';
      if (qualifier !== expected && qualifier !== `A${expected}`) unheld(at, 1);
      rest.forEach((text, index) => {
        if (text !== '') unheld(at, index + 3);
      });
      read.push(/^B[KF]$/.test(qualifier) ? { codeSet: 'ICD-9-CM', code } : { code });
    }
    while (read.length > 0 && (read.at(-1)?.code ?? '') === '') read.pop();
    target.diagnoses = read;
  },
});

function listOf(value: unknown): Fields[] {
  return Array.isArray(value) ? value.filter(isFields) : [];
}
