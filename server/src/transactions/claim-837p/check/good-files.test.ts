/** Good files give no finding, but for what is truly wrong with samples of other makers: named here, with the reason. */
import { basename } from 'node:path';
import { exampleClaim, specialClaims } from '@claimside/shared/examples';
import { describe, expect, test } from 'vitest';
import type { X12Finding } from '../../../x12/index.ts';
import { corpusBytes, corpusFiles, hasCorpus } from '../../corpus.ts';
import { checkClaimFile } from './check-file.ts';
import { changed, goodLines, MIXED } from './testing.ts';

const same = (lines: readonly string[]) => changed(lines, (unchanged) => unchanged);

test.each(Object.entries({ exampleClaim, ...specialClaims }))(
  '%s as we write it gives no finding',
  (_, claim) => {
    expect(checkClaimFile(same(goodLines([claim])))).toEqual({ findings: [], claimCount: 1 });
  },
);

test('claims of all kinds in one file give no finding', () => {
  expect(checkClaimFile(same(MIXED))).toEqual({ findings: [], claimCount: 4 });
  const all = goodLines([exampleClaim, ...Object.values(specialClaims)]);
  expect(checkClaimFile(same(all)).findings).toEqual([]);
});

/**
 * What the samples have that a payer or clearinghouse of today would not take, by file: `code element loop`. Their NPIs are made
 * up without a right check digit or first digit, and so are a taxonomy that ends in Y, ZIP codes of four or five digits or with
 * 0000, tax ids with a hyphen; their services are of 2004 to 2006; some repeat the place at the lines, or name nobody who rendered.
 */
const TRUE_OF_SAMPLES: Readonly<Record<string, readonly string[]>> = {
  'LinuxForHealth-x12__demo.837': [
    'TAXONOMY PRV03 2000A',
    'ZIP-EXTENSION N403 2010AA',
    'RENDERING-NEEDED CLM 2300',
    'SERVICE-DATE-OLD DTP03 2400',
  ],
  'LinuxForHealth-x12__demo.autoaccident.837': [
    'NPI-CHECK NM109 2010AA',
    'ZIP-CODE N403 2010AA',
    'NPI-CHECK NM109 2310B',
    'NPI-CHECK NM109 2310C',
    'ZIP-CODE N403 2310C',
    'SERVICE-DATE-OLD DTP03 2400',
  ],
  'LinuxForHealth-x12__demo.cob.example3.B.837': [
    'NPI-CHECK NM109 2010AA',
    'ZIP-CODE N403 2010AA',
    'ZIP-CODE N403 2010AB',
    'NPI-CHECK NM109 2310B',
    'NPI-CHECK NM109 2310C',
    'ZIP-CODE N403 2310C',
    'SERVICE-DATE-OLD DTP03 2400',
  ],
  'LinuxForHealth-x12__demo.cob.example3.C.837': [
    'NPI-CHECK NM109 2010AA',
    'ZIP-CODE N403 2010AA',
    'NPI-CHECK NM109 2310B',
    'NPI-CHECK NM109 2310C',
    'ZIP-CODE N403 2310C',
    'SERVICE-DATE-OLD DTP03 2400',
  ],
  'LinuxForHealth-x12__demo.drug.example10.1.837': [
    'ZIP-CODE N403 2010AA',
    'LINE-PLACE-IS-CLAIMS SV105 2400 x2',
    'SERVICE-DATE-OLD DTP03 2400',
  ],
  'LinuxForHealth-x12__demo.drug.example10.2.837': [
    'ZIP-CODE N403 2010AA',
    'TAX-ID REF02 2010AA',
    'LINE-PLACE-IS-CLAIMS SV105 2400 x6',
    'SERVICE-DATE-OLD DTP03 2400',
  ],
  'LinuxForHealth-x12__demo.drug.example10.3.837': [
    'ZIP-CODE N403 2010AA',
    'TAX-ID REF02 2010AA',
    'LINE-PLACE-IS-CLAIMS SV105 2400 x6',
    'SERVICE-DATE-OLD DTP03 2400',
  ],
  'LinuxForHealth-x12__demo.example1.837': [
    'TAXONOMY PRV03 2000A',
    'ZIP-EXTENSION N403 2010AA',
    'RENDERING-NEEDED CLM 2300',
    'SERVICE-DATE-OLD DTP03 2400',
  ],
  'LinuxForHealth-x12__demo.example2.837': [
    'TAXONOMY PRV03 2000A',
    'NPI-CHECK NM109 2010AA',
    'ZIP-CODE N403 2010AA',
    'RENDERING-NEEDED CLM 2300',
    'NPI-CHECK NM109 2310C',
    'ZIP-CODE N403 2310C',
    'SERVICE-DATE-OLD DTP03 2400',
  ],
  'LinuxForHealth-x12__demo.example7.837': [
    'NPI-CHECK NM109 2010AA',
    'ZIP-CODE N403 2010AA',
    'SERVICE-DATE-OLD DTP03 2400',
    'MEDICARE-TIMELY-FILING DTP03 2400',
    'NPI-CHECK NM109 2420E x2',
  ],
  'LinuxForHealth-x12__demo.example8.837': [
    'NPI-CHECK NM109 2010AA',
    'ZIP-CODE N403 2010AA',
    'SERVICE-DATE-OLD DTP03 2400',
    'MEDICARE-TIMELY-FILING DTP03 2400',
    'NPI-CHECK NM109 2420E',
  ],
  'bryanbritten-edi-x12-healthcare-demo__encounter.edi': [
    'TAXONOMY PRV03 2000A',
    'NPI-CHECK NM109 2010AA',
    'ZIP-CODE N403 2010AA',
    'RENDERING-NEEDED CLM 2300',
    'NPI-CHECK NM109 2310C',
    'ZIP-CODE N403 2310C',
    'SERVICE-DATE-OLD DTP03 2400',
  ],
};

const good = corpusFiles.filter(({ kind, isKnownGood }) => kind === '837P' && isKnownGood);

/** How often each was found, in the order of the file. */
function counted(findings: readonly X12Finding[]): string[] {
  const counts = new Map<string, number>();
  for (const { code, location } of findings) {
    const { segmentId, element, loop } = location;
    const place = segmentId + (element === undefined ? '' : String(element).padStart(2, '0'));
    const found = `${code} ${place} ${/(\w+)(\[\d+\])?$/.exec(loop)?.[1] ?? ''}`;
    counts.set(found, (counts.get(found) ?? 0) + 1);
  }
  return [...counts].map(([found, count]) => (count === 1 ? found : `${found} x${count}`));
}

describe.skipIf(!hasCorpus)('837P of the corpus', () => {
  test.each(good)('$path gives the findings that are true of it, and no other', (file) => {
    // The index says it: known good once both versions are the ones of the guide.
    const text = new TextDecoder('latin1').decode(corpusBytes(file));
    const bytes = Buffer.from(text.replaceAll(/005010X222(A2)?(?!A)/g, '005010X222A1'), 'latin1');
    expect(counted(checkClaimFile(bytes).findings)).toEqual(TRUE_OF_SAMPLES[basename(file.path)] ?? []);
  });
});
