/** What a clearinghouse gets to see of a question, and what becomes of everything that may come back over HTTP. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { generate } from 'selfsigned';
import { describe, expect, onTestFinished, test } from 'vitest';
import { PROFILES, type RealTimeService } from '../clearinghouse/index.ts';
import { answerFile } from '../transactions/examples.ts';
import { askRealTime, type RealTimeOptions } from './ask.ts';
import { type FormName, readRealTimeRequest, writeRealTimeResponse } from './envelope/envelope.ts';
import { bodyOf, CREDENTIALS, runtime, say, serviceAt, testServer } from './testing.ts';
import { troubleForLog } from './trouble.ts';

const version = '005010X279A1';
const QUESTION = {
  transaction: '270',
  bytes: answerFile(
    { group: 'HS', set: '270', version, setVersion: version },
    'BHT*0022*13*E1*20261122*1530',
  ),
} as const;
const ANSWER = answerFile(
  { group: 'HB', set: '271', version, setVersion: version },
  'BHT*0022*11*E1*20261122*1530',
);

const ask = (service: RealTimeService, options: Partial<RealTimeOptions> = {}) =>
  askRealTime(service, CREDENTIALS, QUESTION, { runtime, ...options });

const answered = (form: FormName, more: Partial<Parameters<typeof writeRealTimeResponse>[1]> = {}) =>
  writeRealTimeResponse(form, {
    payloadType: 'X12_271_Response_005010X279A1',
    payloadId: 'P1',
    timeStamp: '2026-11-22T15:30:04Z',
    senderId: 'OFFALLY',
    receiverId: 'SAMPLE1',
    coreRuleVersion: '2.2.0',
    errorCode: 'Success',
    errorMessage: '',
    payload: ANSWER,
    ...more,
  });

const sayAnswer = (...answer: Parameters<typeof answered>) => {
  const { contentType, body } = answered(...answer);
  return say(200, contentType, body);
};

async function troubleOf(service: RealTimeService, options: Partial<RealTimeOptions> = {}) {
  const asked = await ask(service, options);
  if (asked.ok) throw new Error('an answer came');
  expect(JSON.stringify(asked.error)).not.toContain(CREDENTIALS.password);
  expect(JSON.stringify(asked.error)).not.toContain(CREDENTIALS.username);
  return asked.error;
}

test.each<FormName>(['soap', 'mime'])(
  'a question as %s comes to its address with all that is due, and its answer back',
  async (form) => {
    const seen: unknown[] = [];
    const url = await testServer(async (request, response) => {
      const body = await bodyOf(request);
      const contentType = request.headers['content-type'] ?? '';
      seen.push(
        request.method,
        request.url,
        request.headers.action,
        readRealTimeRequest(form, { contentType, body }),
      );
      sayAnswer(form)(request, response);
    });
    const asked = await ask(serviceAt(url, { form }));
    const uuid = '07070707-0707-4707-8707-070707070707';
    expect(seen).toEqual([
      'POST',
      '/ask',
      form === 'soap' ? 'RealTimeTransaction' : undefined,
      {
        ok: true,
        value: {
          payloadType: 'X12_270_Request_005010X279A1',
          payloadId: uuid,
          timeStamp: '2026-11-22T15:30:00Z',
          senderId: 'SAMPLE1',
          receiverId: 'OFFALLY',
          coreRuleVersion: '2.2.0',
          credentials: CREDENTIALS,
          payload: Buffer.from(QUESTION.bytes),
        },
      },
    ]);
    expect(asked).toMatchObject({
      ok: true,
      value: { kinds: ['271'], payloadId: uuid, answeredAs: { payloadId: 'P1', errorCode: 'Success' } },
    });
    expect(asked.ok && Buffer.from(asked.value.bytes)).toEqual(Buffer.from(ANSWER));
  },
);

describe('where it may go', () => {
  const office = PROFILES['office-ally'].realTime;
  test.each([
    ['http beyond this machine', 'http://wsd.officeally.com/x', 'ADDRESS-UNSAFE'],
    ['another protocol', 'ftp://wsd.officeally.com/x', 'ADDRESS-UNSAFE'],
    ['another host', 'https://officeally.com.example.com/x', 'ADDRESS-FOREIGN'],
    ['an account in it', 'https://a:b@wsd.officeally.com/x', 'ADDRESS'],
    ['none', '', 'ADDRESS'],
  ])('an address with %s is not asked', async (_, url, code) => {
    const fetch = () => Promise.reject(new Error('asked'));
    const service = { ...office, senderId: 'S', urls: { soap: url, mime: url } };
    expect(await troubleOf(service, { fetch })).toMatchObject({ code, again: 'corrected' });
  });

  test('without a sender ID nobody is asked', async () => {
    expect(await troubleOf(office, { fetch: () => Promise.reject(new Error('asked')) })).toMatchObject({
      code: 'NO-ACCOUNT',
    });
  });

  test('a server that can not prove who it is gets nothing', async () => {
    const { private: key, cert } = await generate([{ name: 'commonName', value: 'localhost' }]);
    let requests = 0;
    const server = createTlsServer({ key, cert }, () => {
      requests += 1;
    });
    server.on('tlsClientError', () => {});
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    onTestFinished(() => void server.close());
    const trouble = await troubleOf(
      serviceAt(`https://localhost:${(server.address() as AddressInfo).port}/x`, { allowedHosts: null }),
    );
    expect([trouble.code, requests]).toEqual(['CERTIFICATE', 0]);
  });

  test('a redirect is not followed', async () => {
    let requests = 0;
    const elsewhere = await testServer((request, response) => {
      requests += 1;
      sayAnswer('soap')(request, response);
    });
    const url = await testServer((request, response) => {
      request.resume();
      response.writeHead(307, { Location: elsewhere }).end();
    });
    expect([await troubleOf(serviceAt(url)), requests]).toMatchObject([
      { code: 'REDIRECTED', status: 307 },
      0,
    ]);
  });
});

describe('what is no answer', () => {
  test.each([
    [401, 'LOGIN', 'corrected'],
    [403, 'LOGIN', 'corrected'],
    [404, 'NOT-THERE', 'corrected'],
    [429, 'BUSY', 'later'],
    [500, 'ITS-FAULT', 'later'],
    [502, 'ITS-FAULT', 'later'],
    [503, 'BUSY', 'later'],
    [504, 'TIMED-OUT', 'later'],
    [418, 'REFUSED', 'never'],
  ])('HTTP %i is %s', async (status, code, again) => {
    const url = await testServer(say(status, 'text/html', '<html>W1 TESTER secret-word</html>'));
    expect(await troubleOf(serviceAt(url))).toMatchObject({ code, status, again });
  });

  test.each([
    ['of a proxy', 'text/html; charset=utf-8', '<html><body>Sign in to the network</body></html>'],
    ['that calls itself XML', 'text/xml', '<!DOCTYPE html><html><body><br></body></html>'],
  ])('a page %s', async (_, contentType, page) => {
    const url = await testServer(say(200, contentType, page));
    expect(await troubleOf(serviceAt(url))).toMatchObject({ code: 'WEB-PAGE' });
  });

  test('nothing', async () => {
    const url = await testServer(say(200, 'application/soap+xml', ''));
    expect(await troubleOf(serviceAt(url))).toMatchObject({ code: 'EMPTY' });
  });

  test('success without an answer in it', async () => {
    const url = await testServer(sayAnswer('soap', { payload: new Uint8Array() }));
    expect(await troubleOf(serviceAt(url))).toMatchObject({ code: 'NO-ANSWER-IN-IT' });
  });

  test.each([
    [
      'a file of another kind',
      answerFile(
        { group: 'HN', set: '277', version: '005010X212', setVersion: '005010X212' },
        'BHT*0010*08*1*20261122*1530*DG',
      ),
    ],
    ['text', Buffer.from('please call')],
  ])('%s', async (_, payload) => {
    const url = await testServer(sayAnswer('mime', { payload }));
    expect(await troubleOf(serviceAt(url, { form: 'mime' }))).toMatchObject({ code: 'OTHER-ANSWER' });
  });

  test('an answer without end is not read to its end', async () => {
    const url = await testServer((request, response) => {
      request.resume();
      response.writeHead(200, { 'Content-Type': 'text/xml' });
      const more = () => {
        while (!response.destroyed && response.write('x'.repeat(65_536)));
      };
      response.on('drain', more);
      more();
    });
    const service = serviceAt(url, { maximumBytes: 1_000_000 });
    expect(await troubleOf(service)).toMatchObject({ code: 'TOO-LONG', at: { byte: 1_000_000 } });
  });

  test.each([
    ['UnAuthorized', 'LOGIN'],
    ['SenderIDIllegal', 'NOT-TAKEN'],
    ['VersionMismatch', 'NOT-TAKEN'],
    ['Receiver', 'ITS-FAULT'],
    ['SomethingNew', 'REFUSED'],
  ])('the error %s of an envelope is %s, whatever HTTP says', async (errorCode, code) => {
    const { contentType, body } = answered('soap', {
      errorCode,
      errorMessage: 'no',
      payload: new Uint8Array(),
    });
    const url = await testServer(say(500, contentType, body));
    expect(await troubleOf(serviceAt(url))).toMatchObject({ code, errorCode, saidThere: 'no' });
  });

  test('what the other side says is kept for a person, without the account and nothing of it for a log', async () => {
    const errorMessage = `no user ${CREDENTIALS.username}\r\nwith ${CREDENTIALS.password}\u202e W1 ${'x'.repeat(999)}`;
    const errorCode = CREDENTIALS.password;
    const url = await testServer(sayAnswer('mime', { errorCode, errorMessage }));
    const trouble = await troubleOf(serviceAt(url, { form: 'mime' }));
    expect(trouble.saidThere).toMatch(/^no user \*\*\* with \*\*\* W1 x+$/);
    expect(trouble.saidThere).toHaveLength(300);
    expect(trouble.errorCode).toBeUndefined();
    expect(troubleForLog(trouble)).toBe('REFUSED');
  });

  test('a fault of SOAP', async () => {
    const fault = '<Envelope><Body><Fault><Code><Value>s:Sender</Value></Code></Fault></Body></Envelope>';
    const url = await testServer(say(500, 'application/soap+xml', fault));
    expect(troubleForLog(await troubleOf(serviceAt(url)))).toBe('FAULT s:Sender 500');
  });

  test('a fault that refuses the account says more than its HTTP', async () => {
    const fault =
      '<Envelope><Body><Fault><Code><Value>s:Sender</Value><Subcode><Value>a:FailedAuthentication</Value></Subcode></Code></Fault></Body></Envelope>';
    const url = await testServer(say(500, 'application/soap+xml', fault));
    expect(troubleForLog(await troubleOf(serviceAt(url)))).toBe('LOGIN a:FailedAuthentication 500');
  });
});

describe('silence', () => {
  test('nobody there', async () => {
    const gone = createServer().listen(0, '127.0.0.1');
    await once(gone, 'listening');
    const { port } = gone.address() as AddressInfo;
    await new Promise((resolve) => gone.close(resolve));
    expect(await troubleOf(serviceAt(`http://127.0.0.1:${port}/x`))).toMatchObject({
      code: 'UNREACHABLE',
      errorCode: 'ECONNREFUSED',
    });
  });

  test('no answer in time', async () => {
    const url = await testServer((request) => void request.resume());
    expect(await troubleOf(serviceAt(url, { timeoutMilliseconds: 50 }))).toMatchObject({
      code: 'TIMED-OUT',
      again: 'later',
    });
  });

  test('half an answer, and then nothing more in time', async () => {
    const url = await testServer((request, response) => {
      request.resume();
      response.writeHead(200, { 'Content-Type': 'text/xml' }).write('<Envelope>');
    });
    expect(await troubleOf(serviceAt(url, { timeoutMilliseconds: 100 }))).toMatchObject({
      code: 'TIMED-OUT',
    });
  });

  test('half an answer, and the connection ends', async () => {
    const url = await testServer((request, response) => {
      request.resume();
      response.writeHead(200, { 'Content-Type': 'text/xml', 'Content-Length': 100 });
      response.write('<Envelope>', () => response.destroy());
    });
    expect(await troubleOf(serviceAt(url))).toMatchObject({ code: 'BROKEN-OFF' });
  });

  test('who asked waits no longer', async () => {
    const stop = new AbortController();
    const url = await testServer((request) => {
      request.resume();
      stop.abort();
    });
    expect(await troubleOf(serviceAt(url), { signal: stop.signal })).toMatchObject({ code: 'STOPPED' });
  });
});
