/** An answer that came is kept before anything is done with it: whatever fails then, nobody is asked again for it. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exampleClaim } from '@claimside/shared/examples';
import { cents } from '@claimside/shared/values';
import { expect, onTestFinished, test } from 'vitest';
import { ConnectionSettings } from '../clearinghouse/index.ts';
import { startTestApp } from '../http/test-app.ts';
import { connectClearinghouse, EXAMPLE_CONNECTION, setRealTime } from '../practice/index.ts';
import { claimStatusQuestion } from '../real-time/index.ts';
import { startSandbox } from '../sandbox/index.ts';
import { wayTo } from './access.ts';
import { createQuestions, type QuestionToAsk } from './ask.ts';

/** A practice whose questions the sandbox answers, and one about a claim. */
async function questionAboutClaim() {
  const server = await startTestApp();
  await server.setUpPractice();
  const { runtime, scope } = server;
  const dataDir = mkdtempSync(join(tmpdir(), 'claimside-questions-'));
  const sandbox = await startSandbox({ dataDir, runtime });
  onTestFinished(async () => {
    await server.close();
    await sandbox.close();
  });
  const { host, port, username, hostKeySha256, password, realTime } = sandbox;
  const account = { host, port, username, hostKeySha256 };
  const settings = ConnectionSettings.parse({ ...EXAMPLE_CONNECTION, profileId: 'sandbox', ...account });
  await connectClearinghouse(server, null, settings, password);
  await setRealTime(server, null, 'main', {
    account: { senderId: 'TEST', username, url: realTime.soap },
    secret: password,
  });
  const way = await wayTo(scope, server.key, exampleClaim.coverage, runtime.now());
  if (!way.ok) throw new Error(way.error.why);
  const { service } = way.value;
  const question: QuestionToAsk = {
    kind: '276',
    subject: 'claim',
    target: 'claim',
    way: way.value,
    write: (id, numbers) =>
      claimStatusQuestion(service, inquiry(id.toUpperCase(), service.senderId), numbers, runtime.now()),
  };
  const tools = { ...server, closing: new AbortController().signal };
  return {
    tools,
    scope,
    question,
    asker: { practiceId: scope.practiceId, deviceId: 'biller', key: 'press' },
  };
}

const inquiry = (traceNumber: string, senderId: string): Parameters<typeof claimStatusQuestion>[1] => ({
  traceNumber,
  payer: { name: 'EXAMPLE HEALTH PLAN', id: 'TEST1' },
  receiver: { organizationName: 'SAMPLE CLINIC', id: senderId },
  provider: { organizationName: 'SAMPLE CLINIC', npi: '1234567893' },
  subscriber: { lastName: 'TESTER', firstName: 'ANNA', memberId: 'SILENT1' },
  claim: { patientControlNumber: 'C000000001', chargeAmount: cents(28_100), lines: [] },
});

test('what could not be taken in at first is taken in when the same press asks once more, and the payer is asked once', async () => {
  const { tools, scope, question, asker } = await questionAboutClaim();
  const taken: Uint8Array[] = [];
  let isBroken = true;
  const onAnswer = async (_: Uint8Array, answer: Uint8Array) => {
    if (isBroken) throw new Error('no room');
    taken.push(answer);
  };
  const questions = createQuestions(tools);
  const asked = await questions.ask(asker, { ...question, onAnswer });
  const id = asked.ok ? asked.value : '';
  const kept = await questions.settled(scope, id, 60_000);
  expect(kept).toMatchObject({ answeredAt: null, trouble: null, answer: expect.any(Buffer) });

  isBroken = false;
  // Another process, too: the first may have gone down.
  const after = createQuestions(tools);
  const write = () => {
    throw new Error('asked again');
  };
  expect(await after.ask(asker, { ...question, write, onAnswer })).toEqual({ ok: true, value: id });
  const settled = await after.settled(scope, id, 60_000);
  expect(settled?.answeredAt).not.toBeNull();
  expect(taken.map((each) => Buffer.from(each))).toEqual([kept?.answer]);
  expect(settled?.answer).toEqual(kept?.answer);
});
