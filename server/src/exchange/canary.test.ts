/** No word of a patient leaves through the log or through the reasons that lists show. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { exampleClaim } from '@claimside/shared/examples';
import { expect, test } from 'vitest';
import { settingsFor, testPractice, testSandbox } from './testing.ts';

test('a full exchange with every kind of trouble puts no patient data into log, reasons or state', async () => {
  const log: string[] = [];
  const sandbox = await testSandbox();
  const practice = await testPractice({ log: (line) => log.push(line) });
  const patient = { ...exampleClaim.patient, lastName: 'CANARYLAST', firstName: 'CANARYFIRST' };
  const memberIds = ['W1', 'FILEREJECT', 'CHREJECT', 'PEND', 'PAYREJECT', 'DENY', 'REVERSE', 'GARBAGE'];
  for (const [index, memberId] of memberIds.entries()) {
    await practice.bill(`CANARY00${index}`, `${memberId}CANARY`, { patient });
    await practice.connect(settingsFor(sandbox), index % 2 === 0 ? sandbox.password : 'CANARYPASSWORD');
    await practice.worker.runOnce();
    sandbox.faults.dropOnWriteAfterBytes = index === 3 ? 200 : undefined;
    await sandbox.idle();
  }
  sandbox.faults.clear();
  await practice.connect(settingsFor(sandbox), sandbox.password);
  await writeFile(join(sandbox.dataDir, 'outbound', 'torn.835'), 'ISA*00*CANARYLAST~');
  await practice.worker.runOnce();
  await sandbox.idle();
  await practice.worker.runOnce();

  const shown = [
    ...log,
    ...(await practice.files()).map((file) => file.reason ?? ''),
    ...(await practice.remittances()).map((remittance) => remittance.reason ?? ''),
    JSON.stringify(await practice.exchange()),
  ];
  expect(log.length).toBeGreaterThan(20);
  expect(shown.filter((line) => line.toUpperCase().includes('CANARY'))).toEqual([]);
});
