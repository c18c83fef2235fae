/** Answers that come again, come differently packed, or do not add up: posted once or not at all, never silently dropped. */

import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { exampleClaim } from '@claimside/shared/examples';
import { cents, type IsoDate, sumCents } from '@claimside/shared/values';
import { expect, test } from 'vitest';
import { readZip } from '../clearinghouse/index.ts';
import type { Sandbox } from '../sandbox/index.ts';
import { listEvents } from '../store/claim-events.ts';
import { readAcknowledgement999, writeAcknowledgement999 } from '../transactions/ack-999/index.ts';
import { type Remittance, readRemittance, writeRemittance } from '../transactions/remittance-835/index.ts';
import { readClaimAcknowledgement, writeClaimAcknowledgement } from '../transactions/status-277ca/index.ts';
import { connectSftp } from './sftp-transport.ts';
import { settingsFor, testPractice, testSandbox } from './testing.ts';
import { ENVELOPE } from './testing-envelope.ts';

async function connected() {
  const sandbox = await testSandbox();
  const practice = await testPractice();
  await practice.connect(settingsFor(sandbox), sandbox.password);
  const exchange = async () => {
    await practice.worker.runOnce();
    await sandbox.idle();
    await practice.worker.runOnce();
  };
  /** Puts a file into the clearinghouse's outbound folder and lets the practice fetch it. */
  const publish = async (name: string, bytes: Uint8Array | string) => {
    await writeFile(join(sandbox.dataDir, 'outbound', name), bytes);
    await practice.worker.runOnce();
  };
  return { sandbox, practice, exchange, publish };
}

/** The published report whose name ends like this. */
async function report(sandbox: Sandbox, ending: string): Promise<Buffer> {
  const folder = join(sandbox.dataDir, 'outbound');
  const name = (await readdir(folder)).find((each) => each.endsWith(ending));
  if (name === undefined) throw new Error(`no report ends with ${ending}`);
  return readFile(join(folder, name));
}

async function remittanceIn(sandbox: Sandbox): Promise<Buffer> {
  const entries = await readZip(await report(sandbox, '.zip'));
  const found = entries.ok ? entries.value.find((entry) => entry.name.endsWith('.835')) : undefined;
  if (!found) throw new Error('no 835 in the package');
  return found.bytes;
}

test.each([['_999.999'], ['.277'], ['.zip'], ['_IN_C.txt']])(
  'a %s delivered three times leaves each claim as once',
  async (ending) => {
    const { sandbox, practice, exchange, publish } = await connected();
    const claim = await practice.bill('C000000001', 'PARTIAL1');
    await exchange();
    const before = await listEvents(practice.scope, claim);
    const status = await practice.status(claim);

    const bytes = await report(sandbox, ending);
    await publish(`SECOND${ending}`, bytes);
    await publish(`THIRD${ending}`, bytes);

    expect(await listEvents(practice.scope, claim)).toEqual(before);
    expect(await practice.status(claim)).toBe(status);
    expect(await practice.remittances()).toHaveLength(1);
    expect((await practice.files()).filter((file) => file.state !== 'read')).toEqual([]);
  },
);

test('a file that we have is not fetched again', async () => {
  const sandbox = await testSandbox();
  const fetched: string[] = [];
  const practice = await testPractice({
    connect: async (target, signal) => {
      const opened = await connectSftp(target, signal);
      if (!opened.ok) return opened;
      const session = opened.value;
      return {
        ok: true,
        value: {
          ...session,
          download: (folder, file) => {
            fetched.push(file.name);
            return session.download(folder, file);
          },
        },
      };
    },
  });
  await practice.connect(settingsFor(sandbox), sandbox.password);
  await writeFile(join(sandbox.dataDir, 'outbound', 'notice.txt'), 'closed on Thursday');
  await practice.worker.runOnce();
  await practice.worker.runOnce();
  expect(fetched).toEqual(['notice.txt']);
  await writeFile(join(sandbox.dataDir, 'outbound', 'notice.txt'), 'closed on Thursday and Friday');
  await practice.worker.runOnce();
  expect(fetched).toEqual(['notice.txt', 'notice.txt']);
  expect(await practice.files()).toHaveLength(2);
});

test('an 835 that came in a zip and comes again plain is posted once', async () => {
  const { sandbox, practice, exchange, publish } = await connected();
  const claim = await practice.bill('C000000001', 'W1');
  await exchange();
  await publish('PLAIN.835', await remittanceIn(sandbox));
  expect((await practice.facts(claim)).filter((type) => type === 'payment')).toHaveLength(1);
  expect(await practice.remittances()).toHaveLength(1);
  expect((await practice.files()).filter((file) => file.state !== 'read')).toEqual([]);
});

test('the same remittance in another envelope is posted once', async () => {
  const { sandbox, practice, exchange, publish } = await connected();
  const claim = await practice.bill('C000000001', 'W1');
  await exchange();
  const { remittances } = readRemittance(await remittanceIn(sandbox));
  await publish('AGAIN.835', writeRemittance(ENVELOPE, { remittances }));
  expect((await practice.facts(claim)).filter((type) => type === 'payment')).toHaveLength(1);
  expect(await practice.remittances()).toHaveLength(1);
});

test('a reversal and its correction each count, however often their files come', async () => {
  const { sandbox, practice, exchange, publish } = await connected();
  const claim = await practice.bill('C000000001', 'REVERSE1');
  await exchange();
  const payments = (await practice.facts(claim)).filter((type) => type === 'payment');
  expect(payments).toHaveLength(3);
  await publish('AGAIN.zip', await report(sandbox, '.zip'));
  expect((await practice.facts(claim)).filter((type) => type === 'payment')).toHaveLength(3);
});

/** A remittance that pays $100.00 of the given claim's $281.00, the rest a write-off. */
function remittanceFor(patientControlNumber: string, changes: Partial<Remittance> = {}): Remittance {
  const lines = exampleClaim.serviceLines.map((line, index) => {
    const paid = cents(index === 0 ? 10_000 : 0);
    return {
      procedureCode: line.procedureCode,
      modifiers: line.modifiers,
      chargeAmount: line.chargeAmount,
      paidAmount: paid,
      units: line.units,
      serviceDate: line.serviceDate,
      adjustments: [{ group: 'CO', reason: '45', amount: cents(line.chargeAmount - paid) }],
      remarkCodes: [],
    };
  });
  return {
    handlingCode: 'I',
    paymentAmount: cents(10_000),
    paymentMethod: 'CHK',
    paymentDate: '2026-11-24' as IsoDate,
    traceNumber: 'CHK0000001',
    payerTraceId: '1999999999',
    payer: { name: 'SAMPLE HEALTH PLAN' },
    payee: { name: 'SAMPLE CLINIC', npi: '1234567893' },
    claims: [
      {
        patientControlNumber,
        statusCode: '1',
        chargeAmount: sumCents(lines.map((line) => line.chargeAmount)),
        paidAmount: cents(10_000),
        patientResponsibility: cents(0),
        claimFilingIndicator: 'CI',
        payerClaimControlNumber: 'P0000000001',
        patient: { lastName: 'TESTER', firstName: 'ANNA' },
        adjustments: [],
        lines,
      },
    ],
    providerAdjustments: [],
    ...changes,
  };
}

test('an unbalanced 835 is stored and shown, and nothing of it is posted', async () => {
  const { practice, exchange, publish } = await connected();
  const claim = await practice.bill('C000000001', 'SILENT1');
  await exchange();
  const unbalanced = remittanceFor('C000000001', { paymentAmount: cents(10_001) });
  await publish('WRONG.835', writeRemittance(ENVELOPE, { remittances: [unbalanced] }));
  expect(await practice.remittances()).toMatchObject([
    { state: 'unbalanced', reason: expect.stringContaining('Nothing was posted') },
  ]);
  expect(await practice.facts(claim)).not.toContain('payment');
  expect((await practice.files())[0]).toMatchObject({ name: 'WRONG.835', state: 'needs-person' });
});

test('a payment for a claim we never sent waits for a person', async () => {
  const { practice, publish } = await connected();
  await publish('STRANGER.835', writeRemittance(ENVELOPE, { remittances: [remittanceFor('STRANGER1')] }));
  expect(await practice.remittances()).toMatchObject([
    {
      state: 'needs-person',
      reason: '1 of 1 claims in it match no claim here for certain: decide under Claims, Unmatched.',
    },
  ]);
});

test.each(['c000000001', '00C000000001', ' C000000001'])(
  'our number comes back as "%s": the claim is found',
  async (number) => {
    const { practice, exchange, publish } = await connected();
    const claim = await practice.bill('C000000001', 'SILENT1');
    await exchange();
    await publish('X.835', writeRemittance(ENVELOPE, { remittances: [remittanceFor(number)] }));
    expect(await practice.facts(claim)).toContain('payment');
  },
);

test('our number does not come back at all: the payer number, known from an earlier answer, finds the claim', async () => {
  const { practice, exchange, publish } = await connected();
  const claim = await practice.bill('C000000001', 'SILENT1');
  await exchange();
  const pay = (number: string, check: string) =>
    publish(
      `${check}.835`,
      writeRemittance(ENVELOPE, { remittances: [remittanceFor(number, { traceNumber: check })] }),
    );
  await pay('0', 'CHK1');
  expect(await practice.facts(claim)).not.toContain('payment');
  await pay('C000000001', 'CHK2');
  await pay('0', 'CHK3');
  expect((await practice.facts(claim)).filter((type) => type === 'payment')).toHaveLength(2);
});

test('two different accounts of one check: the second waits for a person', async () => {
  const { practice, exchange, publish } = await connected();
  const claim = await practice.bill('C000000001', 'SILENT1');
  await exchange();
  const first = remittanceFor('C000000001');
  await publish('FIRST.835', writeRemittance(ENVELOPE, { remittances: [first] }));
  const changed = {
    ...first,
    claims: first.claims.map((each) => ({ ...each, payerClaimControlNumber: 'P2' })),
  };
  await publish('SECOND.835', writeRemittance(ENVELOPE, { remittances: [changed] }));
  expect((await practice.facts(claim)).filter((type) => type === 'payment')).toHaveLength(1);
  expect((await practice.remittances()).map((each) => each.state).sort()).toEqual(['needs-person', 'posted']);
});

test('the same check with something else around its claims says nothing new', async () => {
  const { practice, exchange, publish } = await connected();
  const claim = await practice.bill('C000000001', 'SILENT1');
  await exchange();
  const first = remittanceFor('C000000001');
  const again = { ...first, payer: { name: 'SAMPLE HEALTH PLAN OF NOWHERE' } };
  await publish('FIRST.835', writeRemittance(ENVELOPE, { remittances: [first] }));
  await publish('SECOND.835', writeRemittance(ENVELOPE, { remittances: [again] }));
  expect((await practice.facts(claim)).filter((type) => type === 'payment')).toHaveLength(1);
  expect((await practice.remittances()).map((each) => each.state)).toEqual(['posted']);
});

test('a torn 835 posts nothing', async () => {
  const { practice, exchange, publish } = await connected();
  const claim = await practice.bill('C000000001', 'SILENT1');
  await exchange();
  const whole = writeRemittance(ENVELOPE, { remittances: [remittanceFor('C000000001')] });
  await publish('TORN.835', whole.subarray(0, whole.length - 60));
  expect(await practice.facts(claim)).not.toContain('payment');
  expect((await practice.files())[0]).toMatchObject({ name: 'TORN.835', kind: '835', state: 'needs-person' });
});

test('an 835 whose counts are wrong posts nothing, though its sums agree', async () => {
  const { practice, exchange, publish } = await connected();
  const claim = await practice.bill('C000000001', 'SILENT1');
  await exchange();
  const whole = Buffer.from(writeRemittance(ENVELOPE, { remittances: [remittanceFor('C000000001')] }));
  await publish('COUNT.835', whole.toString('latin1').replace(/~SE\*\d+\*/, '~SE*3*'));
  expect(await practice.facts(claim)).not.toContain('payment');
  expect(await practice.remittances()).toMatchObject([
    { state: 'needs-person', reason: expect.stringContaining('not well formed') },
  ]);
});

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
    reason: '1 of 1 claims in it match no claim here for certain: decide under Claims, Unmatched.',
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
