/** `claimside practice`: a good file is taken in as it is, a faulty one is told place by place and changes nothing. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openDataFolder } from '../data-folder.ts';
import { takeFile } from '../exchange/index.ts';
import { check, fileOf, paying } from '../exchange/testing-posting.ts';
import { createNews } from '../news.ts';
import { EXAMPLE_PRACTICE } from '../practice/index.ts';
import { programInOwnFolder, runtime } from './testing-program.ts';

const { folder, dataDir, run, file, madeFolder } = programInOwnFolder();

test('the example it prints can be set as it is, and is shown again', async () => {
  await madeFolder();
  const example = await run(['practice', 'example']);
  const set = await run(['practice', 'set', file('practice.json', example.result)]);
  expect(set.code).toBe(0);
  expect((await run(['practice', 'show'])).result).toEqual(EXAMPLE_PRACTICE);
});

test('a faulty file ends with 1, names each place and what to write, and changes nothing', async () => {
  await madeFolder();
  const billingProvider = {
    ...EXAMPLE_PRACTICE.billingProvider,
    npi: '1234567890',
    contactPhone: '503-555',
  };
  const ran = await run(['practice', 'set', file('bad.json', { ...EXAMPLE_PRACTICE, billingProvider })]);
  expect(ran.code).toBe(1);
  expect(ran.result).toEqual({
    findings: [
      {
        path: 'billingProvider.npi',
        message: 'npi must be a 10-digit NPI with a valid check digit.',
        fix: 'Write the 10-digit NPI of the group or person that bills.',
      },
      {
        path: 'billingProvider.contactPhone',
        message: 'contactPhone has not the form that is expected here.',
        fix: 'Write 10 digits without punctuation.',
      },
    ],
  });
  expect((await run(['practice', 'show'])).result).toBeNull();
});

test('prices in the file are refused rather than lost: they stand in the fee schedule', async () => {
  await madeFolder();
  const payers = EXAMPLE_PRACTICE.payers.map((payer) => ({ ...payer, contract: { '99214': 13_000 } }));
  const old = { ...EXAMPLE_PRACTICE, payers, fees: { '99214': 18_500 } };
  expect(await run(['practice', 'set', file('old.json', old)])).toMatchObject({
    code: 1,
    result: {
      findings: [
        { path: 'fees', fix: expect.stringContaining('claimside fees import') },
        { path: 'payers.0.contract' },
      ],
    },
  });
  expect((await run(['practice', 'show'])).result).toBeNull();
});

test('a file that is no JSON ends with 1, one that is not there with 2', async () => {
  await madeFolder();
  expect(
    (await run(['practice', 'set', file('text.json', '{\n  "name": "A"\n  "fees": {}\n}')])).result,
  ).toMatchObject({
    findings: [
      { message: expect.stringContaining('The file is not JSON: look at or before line 3, column 3') },
    ],
  });
  expect((await run(['practice', 'set', join(folder(), 'none.json')])).code).toBe(2);
});

test('a payment that waited, as it pays an NPI that was not there, is posted when that is set, and told', async () => {
  await madeFolder();
  expect((await run(['practice', 'set', file('practice.json', EXAMPLE_PRACTICE)])).said).not.toContain(
    'Posted',
  );
  const npi = '1999999984';
  const data = await openDataFolder(dataDir(), runtime);
  const stopping = new AbortController().signal;
  const bytes = fileOf(check('CHK1', [paying('STRANGER', 100)], [], { payee: { name: 'OFFICE', npi } }));
  await takeFile({ ...data, runtime, news: createNews(), stopping }, { name: 'ERA.835', bytes }, 'device');
  await data.close();
  const providers = [...EXAMPLE_PRACTICE.providers, { organizationName: 'SECOND OFFICE', npi, ehrNames: [] }];
  const set = await run(['practice', 'set', file('more.json', { ...EXAMPLE_PRACTICE, providers })]);
  expect(set.said).toContain('Posted, now that they pay a number of yours: 1 of the payments that waited.');
});
