/** `claimside clearinghouse` with several accounts: each by its name, the main one without. */
import { expect, test } from 'vitest';
import { EXAMPLE_CONNECTION, EXAMPLE_PRACTICE } from '../practice/index.ts';
import { programInOwnFolder } from './testing-program.ts';

const { dataDir, run, file, madeFolder } = programInOwnFolder();
const env = () => ({ CLAIMSIDE_DATA: dataDir(), CLAIMSIDE_SFTP_PASSWORD: 'not-a-real-one' });
const PAYER = EXAMPLE_PRACTICE.payers[0]?.payerId ?? '';
const OTHER = {
  ...EXAMPLE_CONNECTION,
  profileId: 'generic',
  host: '127.0.0.1',
  port: 1,
  interchange: { receiverId: 'TESTHOUSE' },
};

/** A practice with its main account and one called `Work comp`. */
async function setUpTwo() {
  await madeFolder();
  await run(['practice', 'set', file('practice.json', EXAMPLE_PRACTICE)]);
  await run(['clearinghouse', 'set', file('main.json', EXAMPLE_CONNECTION)], { env: env() });
  return run(['clearinghouse', 'add', 'Work comp', file('other.json', OTHER)], { env: env() });
}

test('the first account has to be the main one', async () => {
  await madeFolder();
  const ran = await run(['clearinghouse', 'add', 'Work comp', file('other.json', OTHER)], { env: env() });
  expect(ran).toMatchObject({ code: 2, said: expect.stringContaining('No clearinghouse is set up') });
});

test('adds an account, routes payers to it, pauses it, and lists all without a password', async () => {
  const added = await setUpTwo();
  expect(added).toMatchObject({ code: 0, result: { connection: '2', name: 'Work comp' } });
  expect(added.said).toContain('No payer goes by Work comp yet');
  const routed = await run(['clearinghouse', 'route', PAYER, '--kind', 'WC', '--connection', 'work comp']);
  expect(routed).toMatchObject({ code: 0, said: expect.stringContaining('Claims that wait follow') });
  await run(['clearinghouse', 'pause', '--connection', '2']);
  const { result } = await run(['clearinghouse', 'list']);
  expect(result).toMatchObject([
    { connection: 'main', name: 'Office Ally', state: 'ok', payers: [] },
    { connection: '2', state: 'paused', payers: [PAYER], claimFilingIndicators: ['WC'] },
  ]);
  expect(JSON.stringify(result)).not.toContain('not-a-real-one');
});

test('test, set and remove are about the named one', async () => {
  await setUpTwo();
  const tried = await run(['clearinghouse', 'test', '--connection', 'Work comp']);
  expect(tried).toMatchObject({ code: 1, said: expect.stringContaining('Work comp cannot be reached') });
  const live = file('live.json', { ...OTHER, mode: 'live' });
  await run(['clearinghouse', 'set', live, '--connection', 'Work comp'], { env: env() });
  expect((await run(['clearinghouse', 'list'])).result).toMatchObject([{ mode: 'test' }, { mode: 'live' }]);
  const removed = await run(['clearinghouse', 'remove', '--connection', 'Work comp']);
  expect(removed.result).toMatchObject([{ connection: 'main' }]);
});

test('the main account can not be set to one that is set up beside it, which stays as it was', async () => {
  await setUpTwo();
  const same = await run(['clearinghouse', 'set', file('same.json', OTHER)], { env: env() });
  expect(same).toMatchObject({ code: 2, said: expect.stringContaining('set up already, as Work comp') });
  const { result } = await run(['clearinghouse', 'list']);
  expect(result).toMatchObject([{ name: 'Office Ally' }, { name: 'Work comp' }]);
});

test('a name that nobody has, a payer that is not there, and the main account to be removed are refused in words', async () => {
  await setUpTwo();
  expect(await run(['clearinghouse', 'test', '--connection', 'Auto'])).toMatchObject({
    code: 2,
    said: 'There is no connection Auto. There are: Office Ally, Work comp.',
  });
  const unknown = await run(['clearinghouse', 'route', 'NOBODY', '--connection', 'Work comp']);
  expect(unknown).toMatchObject({ code: 2, said: expect.stringContaining('no payer with the ID NOBODY') });
  const kind = await run(['clearinghouse', 'route', '--kind', 'XX', '--connection', 'Work comp']);
  expect(kind).toMatchObject({ code: 2, said: expect.stringContaining('no claim filing indicator: XX') });
  const main = await run(['clearinghouse', 'remove']);
  expect(main).toMatchObject({ code: 2, said: expect.stringContaining('can not be removed') });
});
