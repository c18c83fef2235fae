/** Reports of a former system lie in the same folder and bear the same small numbers: they must not touch our files. */
import type { IsoDate } from '@claimside/shared/values';
import { expect, test } from 'vitest';
import { insertInboundFile } from '../../store/inbound-files.ts';
import { listOutboundFiles } from '../../store/outbound-files.ts';
import { writeAcknowledgement999 } from '../../transactions/ack-999/index.ts';
import { freePort, settingsFor, type TestPractice, testPractice, testSandbox } from '../testing.ts';

/** A 999 for group 1, of 23 November 2026 unless told, with a TA1 for the interchange when told. */
function report(
  code: 'A' | 'P' | 'R',
  more: {
    date?: string;
    identifier?: string;
    ta1?: { number: string; code: 'A' | 'R'; date: string };
    /** Of our only set. */
    set?: 'A' | 'R';
  } = {},
): Uint8Array {
  const { date = '2026-11-23', identifier = 'HC', ta1, set } = more;
  return writeAcknowledgement999(
    {
      interchangeSender: { qualifier: 'ZZ', id: '330897513' },
      interchangeReceiver: { qualifier: 'ZZ', id: '123456789' },
      applicationSender: '330897513',
      applicationReceiver: '123456789',
      usageIndicator: 'P',
      acknowledgementRequested: '0',
      interchangeControlNumber: 900,
      groupControlNumber: 900,
      transactionSetControlNumber: 1,
      date: date as IsoDate,
      time: '0900',
    },
    {
      interchangeAcknowledgements: ta1
        ? [
            {
              controlNumber: ta1.number,
              date: ta1.date,
              time: '0900',
              code: ta1.code,
              noteCode: ta1.code === 'A' ? '000' : '024',
            },
          ]
        : [],
      acknowledgements: [
        {
          functionalIdentifier: identifier,
          groupControlNumber: '1',
          transactionSets: set
            ? [{ identifier: '837', controlNumber: '0001', code: set, segmentErrors: [], errorCodes: [] }]
            : [],
          code,
          setsIncluded: 1,
          setsReceived: 1,
          setsAccepted: code === 'A' ? 1 : 0,
          errorCodes: [],
        },
      ],
    },
  );
}

/** One claim in a file with the numbers 1. */
async function withFile(state: 'ready' | 'sent') {
  const sandbox = await testSandbox();
  const practice = await testPractice();
  const settings = settingsFor(sandbox);
  const port = state === 'ready' ? await freePort() : settings.port;
  await practice.connect({ ...settings, port }, sandbox.password);
  const claim = await practice.bill('C000000001', 'SILENT1');
  await practice.worker.runOnce();
  expect(await practice.outboundStates()).toEqual([state]);
  return { practice, claim };
}

/** Lets the practice read a report as if it had just been fetched. */
async function read(practice: TestPractice, name: string, bytes: Uint8Array, connectionId = 'main') {
  await practice.store.transaction((db) =>
    insertInboundFile(
      { ...practice.scope, db },
      {
        id: name,
        name,
        bytes: Buffer.from(bytes),
        receivedAt: practice.runtime.now(),
        parentId: null,
        connectionId,
      },
    ),
  );
  await practice.worker.runOnce();
  return (await practice.files()).find((file) => file.name === name);
}

test('a file that was never sent is accepted by no report', async () => {
  const { practice, claim } = await withFile('ready');
  expect(await read(practice, 'OLD.999', report('A'))).toMatchObject({
    state: 'needs-person',
    reason: expect.stringContaining('has not been sent yet'),
  });
  expect(await practice.outboundStates()).toEqual(['ready']);
  expect(await practice.status(claim)).toBe('queued');
});

test.each([
  ['older than our file', 'OLD.999', report('R', { date: '2026-11-20' }), 'older than the file'],
  [
    'named after another upload',
    '1_OATEST_837P_20261122_153000_000007_999.999',
    report('R'),
    'another upload',
  ],
  ['for a group that holds no claims', 'OLD.999', report('R', { identifier: 'HS' }), 'not sent from here'],
  [
    'whose TA1 answers another interchange',
    'OLD.999',
    report('R', { ta1: { number: '77', code: 'A', date: '261123' } }),
    'two different files',
  ],
  [
    'whose TA1 repeats an older date',
    'OLD.999',
    report('A', { ta1: { number: '1', code: 'R', date: '261101' } }),
    'older than the file',
  ],
])('a report %s waits for a person and rejects nothing', async (_, name, bytes, reason) => {
  const { practice, claim } = await withFile('sent');
  expect(await read(practice, name, bytes)).toMatchObject({
    state: 'needs-person',
    reason: expect.stringContaining(reason),
  });
  expect(await practice.facts(claim)).not.toContain('file-rejected');
});

test.each([
  ['R', 'A', 'rejected', 'file-rejected'],
  ['A', 'A', 'accepted', 'file-accepted'],
  ['P', 'R', 'rejected', 'file-rejected'],
] as const)('a group that says %s of a set that says %s: the file is %s', async (group, set, state, fact) => {
  const { practice, claim } = await withFile('sent');
  await read(practice, 'OURS.999', report(group, { set }));
  expect(await practice.outboundStates()).toEqual([state]);
  expect(await practice.facts(claim)).toContain(fact);
});

test('a report that lacks the word on the group accepts nothing, and waits for a person', async () => {
  const { practice } = await withFile('sent');
  const cut = Buffer.from(report('A', { set: 'A' }))
    .toString('latin1')
    .replace(/AK9[^~]*~\s*/, '')
    .replace(/SE\*(\d+)/, (_, count) => `SE*${Number(count) - 1}`);
  expect(await read(practice, 'CUT.999', Buffer.from(cut))).toMatchObject({
    state: 'needs-person',
    reason: 'It does not say whether 1 of our claims were accepted.',
  });
});

test('a refusal of a file that was accepted before waits for a person', async () => {
  const { practice, claim } = await withFile('sent');
  await read(practice, 'FIRST.999', report('A'));
  expect(await read(practice, 'SECOND.999', report('R'))).toMatchObject({ state: 'needs-person' });
  expect(await practice.status(claim)).toBe('file-accepted');
  expect(await practice.outboundStates()).toEqual(['accepted']);
});

test('a report named after our upload, of the day before by its own clock, counts', async () => {
  const { practice } = await withFile('sent');
  const [file] = await listOutboundFiles(practice.scope, ['sent']);
  const name = `1_${file?.name.replace('.txt', '')}_999.999`;
  const bytes = report('A', { date: '2026-11-21', ta1: { number: '1', code: 'A', date: '261121' } });
  expect(await read(practice, name, bytes)).toMatchObject({ state: 'read' });
  expect(await practice.outboundStates()).toEqual(['accepted']);
});

test.each([
  ['under a name of its own waits for a person', 'OTHER.999', 'needs-person', 'sent'],
  [
    'under the name of the file counts',
    '1_OATEST_837P_20261122_153000_000001_999.999',
    'read',
    'file-accepted',
  ],
])('a report by another connection than the file left by, %s', async (_, name, state, status) => {
  const { practice, claim } = await withFile('sent');
  const other = await testSandbox();
  await practice.connect(settingsFor(other), other.password, '2');
  // Else it would bring its own report.
  await practice.connect({ ...settingsFor(other), port: await freePort() }, other.password);
  expect(await read(practice, name, report('A'), '2')).toMatchObject({ state });
  expect(await practice.status(claim)).toBe(status);
});

test.each([
  ['REP20261123.999', ['accepted']],
  // Another file of ours has that name.
  ['ACK_P000002.999', ['sent', 'sent']],
])(
  'where names of files are short, a name in a report counts only where a file of ours has it: %s',
  async (name, states) => {
    const sandbox = await testSandbox();
    const practice = await testPractice();
    const settings = settingsFor(sandbox, {
      profileId: 'generic',
      mode: 'live',
      interchange: { receiverId: 'OTHERHOUSE' },
      overrides: {
        freezeAfterMilliseconds: 0,
        fileNames: { live: 'P{number}.txt', test: 'TEST{number}.txt' },
        formMark: null,
      },
    });
    await practice.connect(settings, sandbox.password);
    for (const [index] of states.entries()) {
      await practice.bill(`C00000000${index + 1}`, 'SILENT1');
      await practice.worker.runOnce();
    }
    await practice.store.transaction((db) =>
      insertInboundFile(
        { db, practiceId: practice.scope.practiceId },
        {
          id: 'report',
          name,
          bytes: Buffer.from(report('A', { set: 'A' })),
          receivedAt: practice.runtime.now(),
          parentId: null,
          connectionId: 'main',
        },
      ),
    );
    await practice.worker.runOnce();
    expect(await practice.outboundStates()).toEqual(states);
  },
);
