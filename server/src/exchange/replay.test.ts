/** Answers that come again, or come differently packed: posted once, whatever is around them. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { listEvents } from '../store/claim-events.ts';
import { readRemittance, writeRemittance } from '../transactions/remittance-835/index.ts';
import { connectSftp } from './sftp-transport.ts';
import { settingsFor, testPractice, testSandbox } from './testing.ts';
import { connected, remittanceFor, remittanceIn, report } from './testing-answers.ts';
import { ENVELOPE } from './testing-envelope.ts';

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
