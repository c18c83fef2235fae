/** An account that is changed to another clearinghouse, or to another user there, while files are on their way. */
import { expect, test } from 'vitest';
import { listEvents } from '../store/claim-events.ts';
import { listOutboundFiles, readOutboundBytes } from '../store/outbound-files.ts';
import { decideDelivery } from './decide-delivery.ts';
import { PRACTICE, settingsFor, testPractice, testSandbox } from './testing.ts';

const NAME = 'OATEST_837P_20261122_153000_000001.txt';

/** A claim in a file that was made for the former house: of which nothing has left, or whose upload was not seen to end. */
async function moving(state: 'ready' | 'sending', fault?: 'torn') {
  const [former, present] = [await testSandbox(), await testSandbox()];
  const practice = await testPractice();
  await practice.connect(settingsFor(former), former.password);
  const claim = await practice.bill('C000000001', 'SILENT1');
  if (fault === 'torn') former.faults.dropOnWriteAfterBytes = 300;
  else former.faults[state === 'ready' ? 'dropAtConnect' : 'dropOnClose'] = true;
  await practice.worker.runOnce();
  await former.idle();
  former.faults.clear();
  expect(await practice.outboundStates()).toEqual([state]);
  const decide = (decision: 'arrived' | 'send-again') =>
    decideDelivery({ ...practice, practiceId: PRACTICE }, NAME, decision, 'device');
  return { former, present, practice, claim, decide };
}

test('a file of which nothing has left is not sent there: its claims leave in a new one, made for the new house', async () => {
  const { former, present, practice, claim } = await moving('ready');
  const other = settingsFor(present, {
    profileId: 'generic',
    interchange: { receiverId: 'OTHERHOUSE' },
    overrides: { freezeAfterMilliseconds: 0 },
  });
  await practice.connect(other, present.password);
  await practice.worker.runOnce();
  expect(await practice.outboundStates()).toEqual(['taken-apart', 'sent']);
  expect(await practice.status(claim)).toBe('sent');
  const [file] = await listOutboundFiles(practice.scope, ['sent']);
  expect(file?.name).toMatch(/^TEST_837P/);
  const isa = (await readOutboundBytes(practice.scope, file?.id ?? '')).toString('latin1').split('*');
  expect([isa[8]?.trim(), isa[15]]).toEqual(['OTHERHOUSE', 'T']);
  await Promise.all([former.idle(), present.idle()]);
  expect(await former.received()).toEqual([]);
});

test('its claims keep the mode they were billed in: of a test none leaves live', async () => {
  const { present, practice, claim } = await moving('ready');
  await practice.connect(settingsFor(present, { mode: 'live' }), present.password);
  await practice.worker.runOnce();
  expect(await practice.outboundStates()).toEqual(['taken-apart']);
  expect((await listEvents(practice.scope, claim)).at(-1)?.fact).toMatchObject({
    type: 'withheld',
    message: expect.stringContaining('while the account was in test mode'),
  });
});

test('one that the former house may have is neither looked for nor sent at the new one, be repeats safe there', async () => {
  const { former, present, practice, claim } = await moving('sending');
  await practice.connect(settingsFor(present, { overrides: { repeatsAreSafe: true } }), present.password);
  await practice.worker.runOnce();
  expect(await practice.outboundStates()).toEqual(['unknown']);
  expect(await practice.status(claim)).toBe('unknown');
  expect((await listEvents(practice.scope, claim)).at(-1)?.fact).toEqual({
    type: 'delivery-unknown',
    fileName: NAME,
    attempt: 1,
    sentTo: 'Sandbox clearinghouse (127.0.0.1)',
  });
  await present.idle();
  expect((await former.received()).map(({ verdict }) => verdict)).toEqual(['accepted']);
  expect(await present.received()).toEqual([]);
});

test('once a person has found that it is not there, its claims go in a new file, whose own fate counts', async () => {
  const { present, practice, claim, decide } = await moving('sending');
  await practice.connect(settingsFor(present), present.password);
  await practice.worker.runOnce();
  await decide('send-again');
  expect(await practice.status(claim)).toBe('queued');
  present.faults.dropOnWriteAfterBytes = 300;
  await practice.worker.runOnce();
  present.faults.clear();
  await practice.worker.runOnce();
  expect(await practice.outboundStates()).toEqual(['taken-apart', 'unknown']);
  // What was said of the first upload of the one file is no word on that of the other.
  expect(await practice.status(claim)).toBe('unknown');
});

test('one that was to be sent again, when the account was changed, is in doubt once more', async () => {
  const { present, practice, claim, decide } = await moving('sending', 'torn');
  await practice.worker.runOnce();
  await decide('send-again');
  expect(await practice.outboundStates()).toEqual(['ready']);
  await practice.connect(settingsFor(present), present.password);
  await practice.worker.runOnce();
  expect(await practice.outboundStates()).toEqual(['unknown']);
  expect(await practice.status(claim)).toBe('unknown');
});

test('another user of the same house is another account; a new password or host key is none', async () => {
  const { former, practice } = await moving('ready');
  former.faults.dropAtConnect = true;
  await practice.connect(settingsFor({ ...former, username: 'OTHER' }), 'x');
  await practice.worker.runOnce();
  expect(await practice.outboundStates()).toEqual(['taken-apart', 'ready']);
  const hostKeySha256 = `SHA256:${'A'.repeat(43)}`;
  await practice.connect(settingsFor({ ...former, username: 'OTHER', hostKeySha256 }), 'y');
  await practice.worker.runOnce();
  expect(await practice.outboundStates()).toEqual(['taken-apart', 'ready']);
});
