/** Which uploads the later looks follow. */
import type { IsoDate, UtcInstant } from '@claimside/shared/values';
import { expect, test } from 'vitest';
import { listOutboundFiles, listSentInstants } from '../store/outbound-files.ts';
import { setOutboundState } from '../store/outbound-states.ts';
import { settingsFor, testPractice, testSandbox } from './testing.ts';

test('an upload is still followed by looks once its 999 has come, and no longer when the last look is over', async () => {
  const sandbox = await testSandbox();
  const practice = await testPractice();
  await practice.connect(settingsFor(sandbox), sandbox.password);
  await practice.bill('C000000001', 'SILENT1');
  await practice.worker.runOnce();
  const [file] = await listOutboundFiles(practice.scope, ['sent']);
  await practice.store.transaction((db) =>
    setOutboundState({ ...practice.scope, db }, file?.id ?? '', 'accepted', practice.runtime.now()),
  );
  const day = (date: IsoDate) =>
    listSentInstants(practice.scope, 'main', `${date}T00:00:00.000Z` as UtcInstant);
  expect(await day('2026-11-22' as IsoDate)).toEqual([file?.sentAt]);
  expect(await day('2026-11-23' as IsoDate)).toEqual([]);
});
