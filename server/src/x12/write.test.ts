import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FindingList } from './findings.ts';
import { readSegments } from './reader.ts';
import { writeSegment } from './write.ts';

test.each([
  [writeSegment(['NM1', '85', '2', 'Sample Clinic', undefined, '', undefined]), 'NM1*85*2*SAMPLE CLINIC~'],
  [
    writeSegment(['SV1', ['HC', '99213', undefined, '25', undefined, ''], undefined, 'UN']),
    'SV1*HC:99213::25**UN~',
  ],
  [writeSegment(['SV1', [undefined, ''], '1']), 'SV1**1~'],
  [writeSegment(['N3', 'Apt: 4~Rear*']), 'N3*APT 4 REAR~'],
  [writeSegment(['LS']), 'LS~'],
])('%j is written without empty ends and without a separator in data', (written, expected) => {
  expect(written).toBe(expected);
});

test('no text, whatever it holds, makes more than the one segment and element that it is', () => {
  const head =
    'ISA*00*          *00*          *ZZ*A              *ZZ*B              *261122*1530*^*00501*000000101*0*P*:~';
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string(), (first, second) => {
      const written = writeSegment(['REF', 'EI', first, [second, 'Z'], 'Z']);
      const segments = [...readSegments(new TextEncoder().encode(head + written), new FindingList())];
      expect(segments).toHaveLength(2);
      expect(segments[1]?.elements).toHaveLength(5);
      expect(segments[1]?.components(3)).toHaveLength(2);
    }),
  );
});
