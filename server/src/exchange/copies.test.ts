/** A file that was uploaded more than once: an answer does not say which of its copies it speaks of. Found by the simulation of worlds. */
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { listOutboundFiles } from '../store/outbound-files.ts';
import { writeAcknowledgement999 } from '../transactions/ack-999/index.ts';
import { decideDelivery } from './decide-delivery.ts';
import { PRACTICE, settingsFor, testPractice, testSandbox } from './testing.ts';
import { ENVELOPE } from './testing-envelope.ts';

type Practice = Awaited<ReturnType<typeof testPractice>>;
let sandbox: Awaited<ReturnType<typeof testSandbox>>;
let practice: Practice;
let claim: string;
let file: NonNullable<Awaited<ReturnType<typeof listOutboundFiles>>[number]>;

/** One file, whose first upload broke off, and that was uploaded again; nothing is answered yet. */
beforeEach(async () => {
  sandbox = await testSandbox();
  practice = await testPractice();
  await practice.connect(settingsFor(sandbox, { overrides: { repeatsAreSafe: true } }), sandbox.password);
  claim = await practice.bill('C000000001', 'SILENT1');
  sandbox.faults.dropOnWriteAfterBytes = 300;
  await practice.worker.runOnce();
  sandbox.faults.clear();
  await practice.worker.runOnce();
  const [sent] = await listOutboundFiles(practice.scope, ['sent']);
  if (!sent) throw new Error('not sent');
  file = sent;
  expect(file.attempts).toBe(2);
  await sandbox.idle();
  for (const { path } of await sandbox.published()) await rm(path);
});

const REFUSED = { code: 'R', noteCode: '024' };
const SEEN_BEFORE = { code: 'R', noteCode: '025' };

async function answered(name: string, answer: { code: string; noteCode: string } | 'accepted') {
  const { interchangeControlNumber } = file;
  const controlNumber = String(interchangeControlNumber);
  const interchangeAcknowledgements =
    answer === 'accepted' ? [] : [{ controlNumber, date: '261122', time: '1530', ...answer }];
  const acknowledgements =
    answer !== 'accepted'
      ? []
      : [
          {
            functionalIdentifier: 'HC',
            groupControlNumber: controlNumber,
            code: 'A',
            errorCodes: [],
            includedSets: 1,
            receivedSets: 1,
            acceptedSets: 1,
            transactionSets: [],
          },
        ];
  const bytes = writeAcknowledgement999(
    { ...ENVELOPE, interchangeControlNumber },
    { interchangeAcknowledgements, acknowledgements },
  );
  await writeFile(join(sandbox.dataDir, 'outbound', name), bytes);
  await practice.worker.runOnce();
}

async function stands(state: string, status: string) {
  expect(await practice.outboundStates()).toEqual([state]);
  expect(await practice.status(claim)).toBe(status);
}

const waitingReasons = async () =>
  (await practice.files()).filter(({ state }) => state === 'needs-person').map(({ reason }) => reason);

const decide = (decision: 'arrived' | 'refused' | 'send-again') =>
  decideDelivery({ ...practice, practiceId: PRACTICE }, file.name, decision, null);

test('one copy is refused: a person is asked, as the other may be accepted, and then it is', async () => {
  await answered('1.999', REFUSED);
  await stands('unknown', 'unknown');
  await answered('2.999', 'accepted');
  await stands('accepted', 'file-accepted');
  // Told again, in a file of its own.
  await answered('3.999', REFUSED);
  await stands('accepted', 'file-accepted');
});

test('accepted first, then refused: it stays accepted, and nobody is asked', async () => {
  await answered('1.999', 'accepted');
  await answered('2.999', REFUSED);
  await stands('accepted', 'file-accepted');
  expect(await waitingReasons()).toEqual([]);
});

test.each([
  [REFUSED, SEEN_BEFORE],
  [SEEN_BEFORE, REFUSED],
])(
  'one refused and one called seen before, in any order: nobody knows that any was taken',
  async (...answers) => {
    for (const [at, each] of answers.entries()) await answered(`${at}.999`, each);
    await stands('unknown', 'unknown');
    await decide('refused');
    await stands('rejected', 'file-failed');
  },
);

test('a person finds the other copy there: it counts as sent; another refusal asks a person again', async () => {
  await answered('1.999', REFUSED);
  await decide('arrived');
  await stands('sent', 'sent');
  await answered('2.999', SEEN_BEFORE);
  await stands('unknown', 'unknown');
  await decide('refused');
  await stands('rejected', 'file-failed');
});

test('a file that a person called refused is accepted after all: that waits for a person, and is not counted', async () => {
  await answered('1.999', REFUSED);
  await decide('refused');
  await answered('2.999', 'accepted');
  await stands('rejected', 'file-failed');
  expect(await waitingReasons()).toEqual([expect.stringContaining('may have been billed anew')]);
});

test('the only copy was refused, a person sent it again, and that is called seen before: nobody knows that any was taken', async () => {
  await answered('1.999', REFUSED);
  await decide('send-again');
  await practice.worker.runOnce();
  await answered('2.999', SEEN_BEFORE);
  await stands('unknown', 'unknown');
  await answered('3.999', 'accepted');
  await stands('accepted', 'file-accepted');
});

test('a report of errors that names the upload, and no claim, refuses the whole of it', async () => {
  await decide('arrived');
  const report = [
    'Date Processed:11/22/2026',
    `File Name:${file.name}`,
    '+---> 1 # error SB90 - NOT READ (invented)',
  ];
  await writeFile(
    join(sandbox.dataDir, 'outbound', 'FS_HCFA_1640601333_ErrorReport.txt'),
    report.join('\r\n'),
  );
  await practice.worker.runOnce();
  await stands('unknown', 'unknown');
  expect(await waitingReasons()).toEqual([]);
});
