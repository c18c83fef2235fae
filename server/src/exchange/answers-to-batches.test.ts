/** 277CA and 999 that speak of a whole file, or of claims and groups that were never sent. */
import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { listEvents } from '../store/claim-events.ts';
import { readAcknowledgement999, writeAcknowledgement999 } from '../transactions/ack-999/index.ts';
import { readClaimAcknowledgement, writeClaimAcknowledgement } from '../transactions/status-277ca/index.ts';
import { connected, report } from './testing-answers.ts';
import { ENVELOPE } from './testing-envelope.ts';

test('a 277CA that rejects the batch rejects every claim of that file, listed or not', async () => {
  const { sandbox, practice, exchange, publish } = await connected();
  const claims = [await practice.bill('C000000001', 'SILENT1'), await practice.bill('C000000002', 'SILENT2')];
  await exchange();
  const sent = (await sandbox.received())[0];
  const bytes = await readFile(sent?.archivePath ?? '');
  const batch = /BHT\*0019\*00\*([^*]+)/.exec(bytes.toString())?.[1] ?? '';
  await publish(
    'BATCH.277',
    writeClaimAcknowledgement(ENVELOPE, {
      transactions: [
        {
          referenceId: 'X1',
          sources: [
            {
              party: { entity: 'AY', name: 'OFFICE ALLY', id: '330897513' },
              receivers: [
                {
                  answer: {
                    traceNumber: batch,
                    statuses: [{ codes: [{ category: 'A3', status: '21' }], action: 'U' }],
                  },
                  providers: [],
                },
              ],
            },
          ],
        },
      ],
    }),
  );
  expect(await Promise.all(claims.map(practice.status))).toEqual([
    'rejected-by-clearinghouse',
    'rejected-by-clearinghouse',
  ]);
});

test('a 277CA about a claim we never sent waits for a person and changes nothing', async () => {
  const { sandbox, practice, exchange, publish } = await connected();
  const claim = await practice.bill('C000000001', 'W1');
  await exchange();
  const before = await practice.facts(claim);
  const { transactions } = readClaimAcknowledgement(await report(sandbox, '.277'));
  const strangers: typeof transactions = JSON.parse(
    JSON.stringify(transactions, (name, value) => {
      if (name === 'payerClaimControlNumber' || name === 'memberId') return undefined;
      return name === 'patientControlNumber' ? 'STRANGER1' : value;
    }),
  );
  await publish('STRANGER.277', writeClaimAcknowledgement(ENVELOPE, { transactions: strangers }));
  expect(await practice.facts(claim)).toEqual(before);
  expect((await practice.files())[0]).toMatchObject({
    name: 'STRANGER.277',
    state: 'needs-person',
    reason: 'Its claim matches none here for certain: decide under Claims, Unmatched.',
  });
});

test('a 999 for a group that we never sent waits for a person', async () => {
  const { sandbox, practice, exchange, publish } = await connected();
  await practice.bill('C000000001', 'SILENT1');
  await exchange();
  const file = readAcknowledgement999(await report(sandbox, '_999.999'));
  const strange = {
    ...file,
    interchangeAcknowledgements: [],
    acknowledgements: file.acknowledgements.map((each) => ({ ...each, groupControlNumber: '777' })),
  };
  await publish('STRANGE.999', writeAcknowledgement999(ENVELOPE, strange));
  expect((await practice.files())[0]).toMatchObject({
    name: 'STRANGE.999',
    state: 'needs-person',
    reason: 'It answers a file that was not sent from here.',
  });
});

test('a rejected file tells the claim at fault where, and the others that it was not them', async () => {
  const { practice, exchange } = await connected();
  const atFault = await practice.bill('C000000001', 'FILEREJECT1');
  const company = await practice.bill('C000000002', 'W2');
  await exchange();
  const messageOf = async (claim: string) => {
    const event = (await listEvents(practice.scope, claim)).find(({ fact }) => fact.type === 'file-rejected');
    return event?.fact.type === 'file-rejected' ? event.fact.message : '';
  };
  expect(await messageOf(atFault)).toBe('In this claim: Place of service: is not a valid code (CLM05-1).');
  expect(await messageOf(company)).toContain('another claim in the same file');
});
