import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { balanceRemittance } from '../transactions/remittance-835/index.ts';
import { login, temporaryFolder, testSandbox, uploadAndWait } from './testing.ts';
import { a837p, aClaim } from './testing-claims.ts';
import { fetchReports } from './testing-reports.ts';
import type { Sandbox } from './types.ts';

const NAME = '837P_20261122_153000_000101.txt';
const OTHER_NAME = '837P_20261122_153000_000102.txt';

/** What was said of the second upload: TA105, AK901 and AK905, and how many more reports came. */
async function secondAnswer(sandbox: Sandbox) {
  const [, second] = await sandbox.received();
  const names = (await sandbox.published())
    .map(({ name }) => name)
    .filter((name) => name.includes(second?.fileId ?? '?'));
  const acknowledgement = await acknowledgementOf(sandbox, names[0] ?? '');
  return { verdict: second?.verdict, reports: names.length, acknowledgement };
}

async function acknowledgementOf(sandbox: Sandbox, name: string): Promise<string> {
  return readFile(join(sandbox.dataDir, 'outbound', name), 'latin1');
}

describe('pick-up', () => {
  test('a picked-up file vanishes from inbound; its bytes are kept', async () => {
    const sandbox = await testSandbox();
    const bytes = a837p([aClaim('W1')]);
    await uploadAndWait(sandbox, NAME, bytes);
    expect(await readdir(join(sandbox.dataDir, 'inbound'))).toEqual([]);
    const [received] = await sandbox.received();
    expect(received).toMatchObject({
      name: NAME,
      verdict: 'accepted',
      sizeBytes: bytes.length,
      receivedAt: '2026-11-22T15:30:00.000Z',
      test: false,
      interchange: { senderId: '123456789', controlNumber: 101 },
      claims: [{ patientControlNumber: 'C0000001', scenario: 'paid' }],
    });
    expect(received?.fileId).toMatch(/^\d{10}$/);
    expect(await readFile(received?.archivePath ?? '')).toEqual(Buffer.from(bytes));
  });

  test('a file is picked up while its connection is still open, after a while', async () => {
    const sandbox = await testSandbox({ pickUpMilliseconds: 1 });
    const received = new Promise((resolve) => sandbox.on('received', resolve));
    const client = await login(sandbox);
    await client.put(Buffer.from(a837p([aClaim('W1')])), `/inbound/${NAME}`);
    expect(await received).toMatchObject({ name: NAME });
    await sandbox.idle();
    expect(await client.exists(`/inbound/${NAME}`)).toBe(false);
  });

  test('a file written under another name and renamed is known by its last name', async () => {
    const sandbox = await testSandbox();
    const client = await login(sandbox);
    await client.put(Buffer.from(a837p([aClaim('W1')])), '/inbound/upload.tmp');
    await client.rename('/inbound/upload.tmp', `/inbound/${NAME}`);
    await client.end();
    await sandbox.idle();
    expect((await sandbox.received()).map(({ name, verdict }) => [name, verdict])).toEqual([
      [NAME, 'accepted'],
    ]);
  });

  test('a file removed before it is picked up was never there', async () => {
    const sandbox = await testSandbox();
    const client = await login(sandbox);
    await client.put(Buffer.from(a837p([aClaim('W1')])), `/inbound/${NAME}`);
    await client.delete(`/inbound/${NAME}`);
    await client.end();
    await sandbox.idle();
    expect(await sandbox.received()).toEqual([]);
  });
});

describe('judgement of the file', () => {
  test('a name without 837P is never answered', async () => {
    const sandbox = await testSandbox();
    await uploadAndWait(sandbox, 'CLAIMS_20261122.txt', a837p([aClaim('W1')]));
    expect(await sandbox.received()).toMatchObject([{ verdict: 'ignored', claims: [] }]);
    expect(await sandbox.published()).toEqual([]);
  });

  test('OATEST in the name makes a test, whatever ISA15 says, and the reports say so', async () => {
    const sandbox = await testSandbox();
    await uploadAndWait(sandbox, `OATEST_${NAME}`, a837p([aClaim('W1')]));
    const reports = await fetchReports(sandbox);
    expect(await sandbox.received()).toMatchObject([{ test: true }]);
    expect(reports.fileSummary).toContain('TEST FILE - NO CLAIM IN IT GOES TO A PAYER');
    const acknowledgement = await acknowledgementOf(sandbox, reports.names[0] ?? '');
    expect(acknowledgement.split('*')[15]).toBe('T');
  });

  test('the identical file is refused as a duplicate, under any name', async () => {
    const sandbox = await testSandbox();
    const bytes = a837p([aClaim('W1')]);
    await uploadAndWait(sandbox, NAME, bytes);
    await uploadAndWait(sandbox, OTHER_NAME, bytes);
    const answer = await secondAnswer(sandbox);
    expect(answer).toMatchObject({ verdict: 'duplicate', reports: 1 });
    expect(answer.acknowledgement).toMatch(/~TA1\*101\*261122\*1530\*R\*025~.*~AK9\*R\*1\*1\*0\*19~/);
  });

  test('a repeated interchange number is refused as a duplicate, whatever the file holds', async () => {
    const sandbox = await testSandbox();
    await uploadAndWait(sandbox, NAME, a837p([aClaim('W1')]));
    await uploadAndWait(sandbox, OTHER_NAME, a837p([aClaim('W2')]));
    expect((await secondAnswer(sandbox)).acknowledgement).toMatch(/~TA1\*101\*261122\*1530\*R\*025~/);
  });

  test('another sender may use the same interchange number', async () => {
    const sandbox = await testSandbox();
    await uploadAndWait(sandbox, NAME, a837p([aClaim('W1')]));
    const interchangeSender = { qualifier: 'ZZ', id: '987654321' };
    await uploadAndWait(sandbox, OTHER_NAME, a837p([aClaim('W2')], { interchangeSender }));
    expect((await secondAnswer(sandbox)).verdict).toBe('accepted');
  });

  test('a file for another receiver is refused by its TA1 alone', async () => {
    const sandbox = await testSandbox();
    await uploadAndWait(
      sandbox,
      NAME,
      a837p([aClaim('W1')], { interchangeReceiver: { qualifier: 'ZZ', id: 'OTHER' } }),
    );
    const { names, acknowledgement } = await fetchReports(sandbox);
    expect(names).toHaveLength(1);
    expect(acknowledgement).toMatchObject({
      interchangeAcknowledgements: [{ code: 'R', noteCode: '008' }],
      acknowledgements: [],
    });
  });

  test('a file that is no 837P brings an error report and no 999', async () => {
    const sandbox = await testSandbox();
    await uploadAndWait(sandbox, NAME, Buffer.from('these are not claims'));
    const reports = await fetchReports(sandbox);
    expect(reports.names).toEqual([expect.stringMatching(/^FS_HCFA_\d{10}_ErrorReport\.txt$/)]);
    expect(reports.errorReport).toContain(`File Name:${NAME}`);
    expect(await sandbox.received()).toMatchObject([{ verdict: 'unreadable', claims: [] }]);
  });

  test('a file cut off in the middle is rejected by its 999', async () => {
    const sandbox = await testSandbox();
    const bytes = a837p([aClaim('W1')]);
    await uploadAndWait(sandbox, NAME, bytes.subarray(0, bytes.length - 60));
    const reports = await fetchReports(sandbox);
    expect(reports.acknowledgement?.acknowledgements[0]?.code).toBe('R');
    expect(await sandbox.received()).toMatchObject([{ verdict: 'rejected' }]);
  });

  test('a wrong segment count is rejected by its 999', async () => {
    const sandbox = await testSandbox();
    const text = Buffer.from(a837p([aClaim('W1')]))
      .toString('latin1')
      .replace(/~SE\*\d+\*/, '~SE*3*');
    await uploadAndWait(sandbox, NAME, Buffer.from(text, 'latin1'));
    const reports = await fetchReports(sandbox);
    expect(reports.acknowledgement?.acknowledgements[0]).toMatchObject({
      code: 'R',
      transactionSets: [{ code: 'R' }],
    });
  });

  test.each([
    [''],
    ['~'],
    ['ISA'],
    ['ISA*00*'],
    ['ISA*00*          *00*~ST*837*0001~CLM*X~'],
    ['\u0000\u00ff'.repeat(500)],
  ])('mangled input %j never stops the sandbox: the next file is answered', async (text) => {
    const sandbox = await testSandbox();
    await uploadAndWait(sandbox, NAME, Buffer.from(text, 'latin1'));
    await uploadAndWait(sandbox, OTHER_NAME, a837p([aClaim('W1')]));
    expect((await sandbox.received()).map(({ verdict }) => verdict)).toEqual([
      expect.not.stringMatching('accepted'),
      'accepted',
    ]);
  });
});

describe('corrections', () => {
  const original = () => a837p([aClaim('W1')]);
  const correction = (frequency: '7' | '8', number: string | undefined) =>
    a837p([aClaim('W1', { frequency, ...(number ? { payerClaimControlNumber: number } : {}) })], {
      interchangeControlNumber: 102,
    });
  const statuses = async (sandbox: Sandbox) =>
    (await fetchReports(sandbox)).remittances.map(({ claims, paymentAmount, providerAdjustments }) => [
      ...claims.map(({ statusCode, paidAmount }) => `${statusCode} ${paidAmount}`),
      ...providerAdjustments.map(({ reason, amount }) => `PLB ${reason} ${amount}`),
      `= ${paymentAmount}`,
    ]);
  const payerNumber = async (sandbox: Sandbox) =>
    (await sandbox.received())[0]?.claims[0]?.payerClaimControlNumber;

  test('a denied claim, replaced (7) under its number, is reversed and paid', async () => {
    const sandbox = await testSandbox();
    await uploadAndWait(sandbox, NAME, a837p([aClaim('DENY1')]));
    await uploadAndWait(sandbox, OTHER_NAME, correction('7', await payerNumber(sandbox)));
    expect(await statuses(sandbox)).toEqual([
      ['4 0', '= 0'],
      ['22 0', '1 34679', '= 34679'],
    ]);
    const { remittances } = await fetchReports(sandbox);
    expect(remittances.flatMap(balanceRemittance)).toEqual([]);
    const [denial, correctionCheck] = remittances;
    expect(correctionCheck?.claims[0]?.payerClaimControlNumber).toBe(
      denial?.claims[0]?.payerClaimControlNumber,
    );
  });

  test('a paid claim, voided (8), is reversed; its money is carried forward', async () => {
    const sandbox = await testSandbox();
    await uploadAndWait(sandbox, NAME, original());
    await uploadAndWait(sandbox, OTHER_NAME, correction('8', await payerNumber(sandbox)));
    expect(await statuses(sandbox)).toEqual([
      ['1 34679', '= 34679'],
      ['22 -34679', 'PLB FB -34679', '= 0'],
    ]);
  });

  test('without the number it is rejected by the clearinghouse, with an unknown one by the payer', async () => {
    const sandbox = await testSandbox();
    await uploadAndWait(sandbox, NAME, correction('7', undefined));
    expect(await sandbox.received()).toMatchObject([{ claims: [{ scenario: 'correction-without-number' }] }]);
    const other = await testSandbox();
    await uploadAndWait(other, NAME, correction('8', 'NOSUCHNUMBER'));
    expect(await other.received()).toMatchObject([{ claims: [{ scenario: 'original-unknown' }] }]);
  });

  test('what is voided once cannot be voided again', async () => {
    const sandbox = await testSandbox();
    await uploadAndWait(sandbox, NAME, original());
    const number = await payerNumber(sandbox);
    await uploadAndWait(sandbox, OTHER_NAME, correction('8', number));
    const again = a837p([aClaim('W1', { frequency: '8', payerClaimControlNumber: number ?? '' })], {
      interchangeControlNumber: 103,
    });
    await uploadAndWait(sandbox, '837P_20261122_153000_000103.txt', again);
    expect((await sandbox.received()).map(({ claims }) => claims[0]?.scenario)).toEqual([
      'paid',
      'voided',
      'original-unknown',
    ]);
  });
});

describe('restart', () => {
  test('host key, password, ids, duplicates and lists survive', async () => {
    const dataDir = await temporaryFolder();
    const first = await testSandbox({ dataDir });
    await uploadAndWait(first, NAME, a837p([aClaim('W1')]));
    await first.close();
    const second = await testSandbox({ dataDir });
    expect(second.hostKeySha256).toBe(first.hostKeySha256);
    expect(second.password).toBe(first.password);
    expect(await second.received()).toEqual(await first.received());
    expect(await second.published()).toEqual(await first.published());

    await uploadAndWait(second, OTHER_NAME, a837p([aClaim('W2')], { interchangeControlNumber: 102 }));
    const [before, after] = await second.received();
    expect(Number(after?.fileId)).toBeGreaterThan(Number(before?.fileId));
    expect(Number(after?.claims[0]?.clearinghouseClaimId)).toBeGreaterThan(
      Number(before?.claims[0]?.clearinghouseClaimId),
    );
    const names = (await second.published()).map(({ name }) => name);
    expect(new Set(names).size).toBe(12);

    await uploadAndWait(second, '837P_20261122_153000_000103.txt', a837p([aClaim('W1')]));
    expect((await second.received()).map(({ verdict }) => verdict)).toEqual([
      'accepted',
      'accepted',
      'duplicate',
    ]);
  });

  test('answers not yet published at the stop come after the next start, none twice', async () => {
    const dataDir = await temporaryFolder();
    const slow = await testSandbox({ dataDir, paceMilliseconds: 3_600_000 });
    const received = new Promise((resolve) => slow.on('received', resolve));
    const client = await login(slow);
    await client.put(Buffer.from(a837p([aClaim('W1')])), `/inbound/${NAME}`);
    await client.end();
    await received;
    await slow.close();
    expect(await slow.published()).toEqual([]);

    const next = await testSandbox({ dataDir });
    await next.idle();
    const names = (await next.published()).map(({ name }) => name);
    expect(names).toHaveLength(6);
    expect((await readdir(join(dataDir, 'outbound'))).sort()).toEqual([...names].sort());
    expect(await readdir(join(dataDir, 'scheduled'))).toEqual([]);
  });

  test('an upload is on record before the client hears of its success, and is picked up after a crash', async () => {
    const dataDir = await temporaryFolder();
    const bytes = a837p([aClaim('W1')]);
    const crashed = await testSandbox({ dataDir });
    const client = await login(crashed);
    await client.put(Buffer.from(bytes), `/inbound/${NAME}`);
    const journal = await readFile(join(dataDir, 'journal.jsonl'));

    const afterCrash = await temporaryFolder();
    await mkdir(join(afterCrash, 'inbound'));
    await writeFile(join(afterCrash, 'inbound', NAME), bytes);
    await writeFile(join(afterCrash, 'inbound', 'never-finished.txt'), bytes.subarray(0, 50));
    await writeFile(join(afterCrash, 'journal.jsonl'), Buffer.concat([journal, Buffer.from('{"type":"upl')]));
    const next = await testSandbox({ dataDir: afterCrash });
    await next.idle();
    expect((await next.received()).map(({ name, verdict }) => [name, verdict])).toEqual([[NAME, 'accepted']]);
    expect(await readdir(join(afterCrash, 'inbound'))).toEqual(['never-finished.txt']);
    await next.close();
    expect(await (await testSandbox({ dataDir: afterCrash })).received()).toEqual(await next.received());
  });
});

test('each answer is announced when it lies in outbound, in the order of publication', async () => {
  const sandbox = await testSandbox();
  const announced: string[] = [];
  const stop = sandbox.on('published', ({ name }) => announced.push(name));
  await uploadAndWait(sandbox, NAME, a837p([aClaim('W1')]));
  expect(announced).toEqual((await sandbox.published()).map(({ name }) => name));
  stop();
  await uploadAndWait(sandbox, OTHER_NAME, a837p([aClaim('W2')], { interchangeControlNumber: 102 }));
  expect(announced).toHaveLength(6);
});

test('the log names operations, paths and sizes, and never what a file says', async () => {
  const lines: string[] = [];
  const sandbox = await testSandbox({ log: (line) => lines.push(line) });
  await uploadAndWait(sandbox, NAME, a837p([aClaim('DENY123')]));
  await fetchReports(sandbox);
  const log = lines.join('\n');
  expect(log).toContain(`upload /inbound/${NAME}`);
  expect(log).toMatch(/login by password accepted/);
  expect(log).toMatch(/download \/outbound\/.*\.zip/);
  for (const secret of ['TESTER', 'ANNA', 'DENY123', sandbox.password, '99214'])
    expect(log).not.toContain(secret);
});
