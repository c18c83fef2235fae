/** Good files give no finding, but for what is truly wrong with samples of other makers: named here, with the reason. */
import { exampleClaim, specialClaims } from '@claimside/shared/examples';
import { describe, expect, test } from 'vitest';
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

/** What the samples have that a payer or clearinghouse of today would not take: true, and no fault of the check. */
const TRUE_OF_SAMPLES: Readonly<Record<string, string>> = {
  'ZIP-CODE': 'billing provider or facility with a ZIP code of five digits',
  'TAX-ID': 'a tax id with a hyphen',
  'NPI-CHECK': 'made-up NPIs without a right check digit',
  TAXONOMY: 'the made-up taxonomy 203BF0100Y',
  'TAX-ID-PREFIX': 'a made-up employer id',
  'ZIP-EXTENSION': 'ZIP codes made up to nine digits with 0000',
  'SERVICE-DATE-OLD': 'services of 2004 to 2006 in files of later years',
  'MEDICARE-TIMELY-FILING': 'services of 2005 in files of later years',
  'RENDERING-NEEDED': 'an organization bills a visit without rendering provider',
  'RENDERING-IS-BILLING': 'loop 2310B repeats the billing provider',
  'LINE-PLACE-IS-CLAIMS': "SV105 repeats the claim's place of service",
};

const good = corpusFiles.filter(({ kind, isKnownGood }) => kind === '837P' && isKnownGood);

describe.skipIf(!hasCorpus)('837P of the corpus', () => {
  test.each(good)('$path gives no finding but what is true of samples', (file) => {
    // The index says it: known good once both versions are the ones of the guide.
    const text = new TextDecoder('latin1').decode(corpusBytes(file));
    const bytes = Buffer.from(text.replaceAll(/005010X222(A2)?(?!A)/g, '005010X222A1'), 'latin1');
    const others = checkClaimFile(bytes).findings.filter(({ code }) => !(code in TRUE_OF_SAMPLES));
    expect(others).toEqual([]);
  });
});
