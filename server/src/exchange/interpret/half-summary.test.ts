/** A File Summary that is fetched while the clearinghouse writes it. */

import { readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { settingsFor, testPractice, testSandbox } from '../testing.ts';

const ROW_OF_COLUMNS =
  'CLAIM# OA CLAIMID  PATIENT ID        LAST,FIRST          DOB          FROM DOS   TO DOS     CPT     DIAG     TAX ID      ACCNT#        PHYS.ID    PAYER  ERRORS';

const beginning = (fileName: string) =>
  ['Date Processed:11/22/2026', `File Name:${fileName}`, '+---> 1 # error RC77 - INVENTED WORDING', ''].join(
    '\n',
  );

const TABLES = [
  '-------ERROR CLAIM DETAIL',
  ROW_OF_COLUMNS,
  '1)     2900000001  W000000001        TESTER,ANNA         01/02/1980   11/03/2026 11/03/2026 99213   M545     123456789   C000000001    1234567893 60054  RC77',
  '-------ACCEPTED CLAIM DETAIL',
  ROW_OF_COLUMNS,
  '2)     2900000002  W000000002        SAMPLE,BEN          02/03/1975   11/03/2026 11/03/2026 99214   E119     123456789   C000000002    1234567893 87726',
  '',
].join('\n');

test('its errors without the tables that follow them refuse nothing; once it is whole, each claim has its own word', async () => {
  const sandbox = await testSandbox();
  const practice = await testPractice();
  await practice.connect(settingsFor(sandbox), sandbox.password);
  const refused = await practice.bill('C000000001', 'SILENT1');
  const accepted = await practice.bill('C000000002', 'SILENT2');
  await practice.worker.runOnce();
  await sandbox.idle();
  const [sent] = await sandbox.received();
  const outbound = join(sandbox.dataDir, 'outbound');
  // The 999 comes later than the summary.
  for (const name of await readdir(outbound)) await rm(join(outbound, name));
  const path = join(outbound, 'FS_HCFA_1673448092_IN_C.txt');
  const stand = async () => ({
    claims: [await practice.status(refused), await practice.status(accepted)],
    files: await practice.outboundStates(),
    waiting: (await practice.files()).flatMap(({ name, state }) => (state === 'needs-person' ? [name] : [])),
  });

  await writeFile(path, beginning(sent?.name ?? ''));
  await practice.worker.runOnce();
  expect(await stand()).toEqual({
    claims: ['sent', 'sent'],
    files: ['sent'],
    waiting: ['FS_HCFA_1673448092_IN_C.txt'],
  });

  await writeFile(path, beginning(sent?.name ?? '') + TABLES);
  await practice.worker.runOnce();
  expect(await stand()).toEqual({
    claims: ['rejected-by-clearinghouse', 'at-clearinghouse'],
    files: ['sent'],
    waiting: [],
  });
});

test('a refusal of a whole file that came by an account in the other mode refuses nothing', async () => {
  const [sandbox, other] = [await testSandbox(), await testSandbox()];
  const practice = await testPractice();
  await practice.connect(settingsFor(sandbox), sandbox.password);
  await practice.connect(settingsFor(other, { mode: 'live' }), other.password, '2');
  const claim = await practice.bill('C000000001', 'SILENT1');
  await practice.worker.runOnce();
  await sandbox.idle();
  const [sent] = await sandbox.received();
  const place = join(other.dataDir, 'outbound', 'FS_HCFA_1673448092_ErrorReport.txt');
  await writeFile(place, beginning(sent?.name ?? ''));
  await practice.worker.runOnce();
  expect(['sent', 'file-accepted']).toContain(await practice.status(claim));
  expect(await practice.outboundStates()).not.toContain('rejected');
  expect(await practice.files()).toContainEqual(
    expect.objectContaining({
      name: 'FS_HCFA_1673448092_ErrorReport.txt',
      state: 'needs-person',
      reason: expect.stringContaining('It was not counted.'),
    }),
  );
});
