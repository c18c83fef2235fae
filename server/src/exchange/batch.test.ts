/** Which claims share a file. */
import { exampleClaim } from '@claimside/shared/examples';
import { expect, test } from 'vitest';
import { listOutboundFiles, readOutboundBytes } from '../store/outbound-files.ts';
import { readClaimFile } from '../transactions/claim-837p/index.ts';
import { writeWithin } from './batch.ts';
import { freePort, settingsFor, type TestPractice, testPractice, testSandbox } from './testing.ts';

/** Claim numbers in each file that is made of the waiting claims. */
async function files(practice: TestPractice, overrides: object): Promise<string[][]> {
  const sandbox = await testSandbox();
  const settings = settingsFor({ ...address(sandbox), port: await freePort() }, { overrides });
  await practice.connect(settings, sandbox.password);
  await practice.worker.runOnce();
  const found = await listOutboundFiles(practice.scope, ['ready']);
  const bytes = await Promise.all(found.map(({ id }) => readOutboundBytes(practice.scope, id)));
  return bytes.map((each) => readClaimFile(each).claims.map((claim) => claim.patientControlNumber));
}

const address = ({ host, username, hostKeySha256 }: Awaited<ReturnType<typeof testSandbox>>) => ({
  host,
  username,
  hostKeySha256,
});

const number = (index: number) => `C${String(index).padStart(9, '0')}`;
const payer = (payerId: string) => ({ coverage: { ...exampleClaim.coverage, memberId: 'W1', payerId } });

test('a payer that wants files of its own has them; the others share', async () => {
  const practice = await testPractice();
  const payers = ['TEST1', 'ALONE', 'TEST2', 'ALONE'];
  for (const [index, payerId] of payers.entries()) await practice.bill(number(index), 'W1', payer(payerId));
  expect(await files(practice, { payersAlone: ['ALONE'] })).toEqual([
    [number(0), number(2)],
    [number(1), number(3)],
  ]);
});

test('no file is larger than the clearinghouse takes, and each claim is in one', async () => {
  const practice = await testPractice();
  const billed = Array.from({ length: 40 }, (_, index) => number(index));
  for (const each of billed) await practice.bill(each, 'W1');
  const made = await files(practice, { maximumBytesPerFile: 10_000 });
  expect(made.length).toBeGreaterThan(1);
  expect(made.flat().sort()).toEqual(billed);
  for (const { id } of await listOutboundFiles(practice.scope, ['ready']))
    expect((await readOutboundBytes(practice.scope, id)).length).toBeLessThanOrEqual(10_000);
});

test('a claim that is too large alone keeps only itself behind', async () => {
  const claims = ['A', 'B', 'C'].map((patientControlNumber) => ({
    patientControlNumber,
    claim: exampleClaim,
  }));
  const sizes = new Map([
    ['A', 50],
    ['B', 500],
    ['C', 50],
  ]);
  const write = async (some: readonly (typeof claims)[number][]) => {
    const size = some.reduce((sum, each) => sum + (sizes.get(each.patientControlNumber) ?? 0), 0);
    return { file: { bytes: Buffer.alloc(size), positions: [] }, written: some, refused: [] };
  };
  const numbers = (some: readonly { patientControlNumber: string }[]) =>
    some.map((each) => each.patientControlNumber);
  const first = await writeWithin(100, write, claims);
  expect([numbers(first.written), numbers(first.tooLarge)]).toEqual([['A'], []]);
  const second = await writeWithin(100, write, claims.slice(1));
  expect([second.file, numbers(second.written), numbers(second.tooLarge)]).toEqual([undefined, [], ['B']]);
});
