/** The envelope in both forms: as it stands, and read back whatever stands in it. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type FormName,
  type RealTimeRequest,
  type RealTimeResponse,
  readRealTimeRequest,
  readRealTimeResponse,
  writeRealTimeRequest,
  writeRealTimeResponse,
} from './envelope.ts';

const request: RealTimeRequest = {
  payloadType: 'X12_270_Request_005010X279A1',
  payloadId: '11111111-2222-4333-8444-555555555555',
  timeStamp: '2026-11-22T15:30:00Z',
  senderId: 'SAMPLE1',
  receiverId: 'OFFALLY',
  coreRuleVersion: '2.2.0',
  credentials: { username: 'sample', password: 'a<b&"c' },
  payload: Buffer.from('ISA*00*~'),
};
const response: RealTimeResponse = {
  payloadType: 'X12_271_Response_005010X279A1',
  payloadId: request.payloadId,
  timeStamp: '2026-11-22T15:30:04Z',
  senderId: 'OFFALLY',
  receiverId: 'SAMPLE1',
  coreRuleVersion: '2.2.0',
  errorCode: 'Success',
  errorMessage: '',
  payload: new Uint8Array(),
};
const textOf = (body: Uint8Array) => Buffer.from(body).toString('utf8');

test('a question as SOAP', () => {
  const { contentType, body } = writeRealTimeRequest('soap', request);
  expect(contentType).toBe('application/soap+xml; charset=UTF-8; action="RealTimeTransaction"');
  const wss = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss';
  expect(textOf(body).split('\n')).toEqual([
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<soap:Envelope xmlns:soap="http://www.w3.org/2003/05/soap-envelope">',
    `<soap:Header><wsse:Security xmlns:wsse="${wss}-wssecurity-secext-1.0.xsd" soap:mustUnderstand="true"><wsse:UsernameToken><wsse:Username>sample</wsse:Username><wsse:Password Type="${wss}-username-token-profile-1.0#PasswordText">a&lt;b&amp;&quot;c</wsse:Password></wsse:UsernameToken></wsse:Security></soap:Header>`,
    '<soap:Body><core:COREEnvelopeRealTimeRequest xmlns:core="http://www.caqh.org/SOAP/WSDL/CORERule2.2.0.xsd">',
    '<PayloadType>X12_270_Request_005010X279A1</PayloadType>',
    '<ProcessingMode>RealTime</ProcessingMode>',
    '<PayloadID>11111111-2222-4333-8444-555555555555</PayloadID>',
    '<TimeStamp>2026-11-22T15:30:00Z</TimeStamp>',
    '<SenderID>SAMPLE1</SenderID>',
    '<ReceiverID>OFFALLY</ReceiverID>',
    '<CORERuleVersion>2.2.0</CORERuleVersion>',
    '<Payload><![CDATA[ISA*00*~]]></Payload>',
    '</core:COREEnvelopeRealTimeRequest></soap:Body>',
    '</soap:Envelope>',
  ]);
});

test('a question as MIME', () => {
  const { contentType, body } = writeRealTimeRequest('mime', request);
  expect(contentType).toBe('multipart/form-data; boundary=----claimside-0');
  const part = (name: string, value: string) =>
    `------claimside-0\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
  expect(textOf(body)).toBe(
    [
      part('PayloadType', 'X12_270_Request_005010X279A1'),
      part('ProcessingMode', 'RealTime'),
      part('PayloadID', '11111111-2222-4333-8444-555555555555'),
      part('TimeStamp', '2026-11-22T15:30:00Z'),
      part('SenderID', 'SAMPLE1'),
      part('ReceiverID', 'OFFALLY'),
      part('CORERuleVersion', '2.2.0'),
      part('UserName', 'sample'),
      part('Password', 'a<b&"c'),
      part('Payload', 'ISA*00*~'),
      '------claimside-0--\r\n',
    ].join(''),
  );
});

describe.each<FormName>(['soap', 'mime'])('as %s', (form) => {
  /** No ends of lines but LF, and nothing that XML has no place for. */
  const text = fc.string({ unit: 'grapheme', maxLength: 40 }).map((each) => each.replace(/[\p{C}]/gu, ''));
  const word = text.map((each) => each.trim());
  const around = {
    payloadType: word,
    payloadId: word,
    timeStamp: word,
    senderId: word,
    receiverId: word,
    coreRuleVersion: word,
    payload: fc
      .oneof(text, fc.constantFrom(']]>', '--', '\n------claimside-0\n', 'ISA*00*]]>*&amp;<x>~\n'))
      .map((each): Uint8Array => Buffer.from(each)),
  };

  test('a question is read back as it was written, whatever stands in it', () => {
    const requests = fc.record({ ...around, credentials: fc.record({ username: text, password: text }) });
    fc.assert(
      fc.property(requests, (made) => {
        const read = readRealTimeRequest(form, writeRealTimeRequest(form, made));
        expect(read).toEqual({ ok: true, value: { ...made, payload: expect.anything() } });
        expect(read.ok && textOf(read.value.payload)).toBe(textOf(made.payload));
      }),
    );
  });

  test('so is an answer', () => {
    const responses = fc.record({ ...around, errorCode: word, errorMessage: word });
    fc.assert(
      fc.property(responses, (made) => {
        const read = readRealTimeResponse(form, writeRealTimeResponse(form, made));
        expect(read).toEqual({ ok: true, value: { ...made, payload: expect.anything() } });
        expect(read.ok && textOf(read.value.payload)).toBe(textOf(made.payload));
      }),
    );
  });

  test('a field that the sender leaves out is empty', () => {
    const read = readRealTimeResponse(form, writeRealTimeResponse(form, response));
    expect(read.ok && [read.value.errorMessage, read.value.payload.length]).toEqual(['', 0]);
  });
});

test('names are read in any case, prefixes of any kind, and SOAP 1.1 too', () => {
  const body = Buffer.from(
    `<?xml version="1.0"?><S:Envelope xmlns:S="http://schemas.xmlsoap.org/soap/envelope/"><S:Body>
     <COREEnvelopeRealTimeResponse xmlns="urn:x"><PayloadId>7</PayloadId><x:CoreRuleVersion xmlns:x="urn:y">2.2.0</x:CoreRuleVersion>
     <errorcode> Success </errorcode><Payload>
     <![CDATA[ISA*1~]]>
     </Payload></COREEnvelopeRealTimeResponse></S:Body></S:Envelope>`,
  );
  const read = readRealTimeResponse('soap', { contentType: 'text/xml;charset="utf-8"', body });
  expect(read).toMatchObject({
    ok: true,
    value: { payloadId: '7', coreRuleVersion: '2.2.0', errorCode: 'Success', senderId: '' },
  });
  expect(read.ok && textOf(read.value.payload).trim()).toBe('ISA*1~');
});

test.each([
  ['lines that end with LF alone', '--b\nContent-Disposition: form-data; name="payload"\n\nISA*1~\n--b--'],
  [
    'a preamble, more headers and blanks behind the boundary',
    'hello\r\n--b  \r\nContent-Type: text/plain; charset=utf-8\r\ncontent-disposition: form-data; name=Payload\r\n\r\nISA*1~\r\n--b--\r\nbye',
  ],
  [
    'no mark of the last line',
    '--b\r\nContent-Disposition: form-data; name="Payload"\r\n\r\nISA*1~\r\n--b\r\n',
  ],
])('MIME with %s is read', (_, text) => {
  const contentType = 'multipart/form-data; charset=utf-8; boundary="b"';
  const read = readRealTimeResponse('mime', { contentType, body: Buffer.from(text) });
  expect(read.ok && textOf(read.value.payload)).toBe('ISA*1~');
});

test.each([
  ['utf-16le', 'utf-16', Buffer.from('\uFEFF<?xml version="1.0"?>', 'utf16le')],
  ['latin1', 'iso-8859-1', Buffer.from('<?xml version="1.0" encoding="ISO-8859-1"?>')],
] as const)('SOAP in %s is read', (encoding, charset, head) => {
  const rest = `<Envelope><Body><COREEnvelopeRealTimeResponse><ErrorMessage>É</ErrorMessage></COREEnvelopeRealTimeResponse></Body></Envelope>`;
  const body = Buffer.concat([head, Buffer.from(rest, encoding)]);
  const read = readRealTimeResponse('soap', { contentType: `text/xml; charset=${charset}`, body });
  expect(read).toMatchObject({ ok: true, value: { errorMessage: 'É' } });
});
