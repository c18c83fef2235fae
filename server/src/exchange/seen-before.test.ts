/** A clearinghouse that says "seen before" of a file which it had refused: found by the simulation of worlds. */

import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { listOutboundFiles } from '../store/outbound-files.ts';
import { writeAcknowledgement999 } from '../transactions/ack-999/index.ts';
import { settingsFor, testPractice, testSandbox } from './testing.ts';
import { ENVELOPE } from './testing-envelope.ts';

test('a part that was refused stays refused, though the whole file is then called seen before', async () => {
  const sandbox = await testSandbox();
  const practice = await testPractice();
  await practice.connect(settingsFor(sandbox, { overrides: { repeatsAreSafe: true } }), sandbox.password);
  const claim = await practice.bill('C000000001', 'SILENT1');
  sandbox.faults.dropOnWriteAfterBytes = 300;
  await practice.worker.runOnce();
  sandbox.faults.clear();
  await practice.worker.runOnce();
  const [file] = await listOutboundFiles(practice.scope, ['sent']);
  expect(file?.attempts).toBe(2);
  // Another clearinghouse than the sandbox took the part.
  await sandbox.idle();
  for (const { path } of await sandbox.published()) await rm(path);

  for (const [name, noteCode] of [
    ['1.999', '024'],
    ['2.999', '025'],
  ] as const) {
    const interchangeControlNumber = file?.interchangeControlNumber ?? 0;
    const refusal = {
      controlNumber: String(interchangeControlNumber),
      date: '261122',
      time: '1530',
      code: 'R',
      noteCode,
    };
    const bytes = writeAcknowledgement999(
      { ...ENVELOPE, interchangeControlNumber },
      { interchangeAcknowledgements: [refusal], acknowledgements: [] },
    );
    await writeFile(join(sandbox.dataDir, 'outbound', name), bytes);
    await practice.worker.runOnce();
    expect(await practice.outboundStates()).toEqual(['rejected']);
    expect(await practice.status(claim)).toBe('file-failed');
  }
});
