/** Answers that are none: each is told with its place, and none throws. */
import { describe, expect, test } from 'vitest';
import { type FormName, readRealTimeResponse } from './envelope.ts';

function troubleIn(form: FormName, contentType: string, body: string | Uint8Array) {
  const read = readRealTimeResponse(form, { contentType, body: Buffer.from(body) });
  return read.ok ? read.value : { code: read.error.code, at: read.error.at };
}

const wrapped = (inner: string, head = '') =>
  `${head}<Envelope><Body><COREEnvelopeRealTimeResponse>${inner}</COREEnvelopeRealTimeResponse></Body></Envelope>`;

describe('SOAP', () => {
  const soap = (body: string | Uint8Array, contentType = 'application/soap+xml') =>
    troubleIn('soap', contentType, body);

  test.each([
    ['an entity of its own', '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">]>', '&a;'],
    ['one of a file', '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>', '&a;'],
    ['a thousand million laughs', `<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "${'&a;'.repeat(99)}">]>`, '&b;'],
    ['a document type alone', '<!DOCTYPE x>', ''],
    ['one of elsewhere', '<!DOCTYPE x SYSTEM "http://192.0.2.1/x.dtd">', ''],
  ])('%s is not looked at', (_, head, inner) => {
    expect(soap(wrapped(`<Payload>${inner}</Payload>`, head))).toMatchObject({ code: 'DTD' });
  });

  test('an entity that nobody declared is no XML, at its place', () => {
    expect(soap('<Envelope>\n  &file;</Envelope>')).toEqual({ code: 'XML', at: { line: 2, column: 3 } });
  });

  test.each([
    ['nothing', ''],
    ['text', 'Service unavailable'],
    ['an end that is missing', '<Envelope><Body>'],
    ['ends that cross', '<Envelope><Body></Envelope></Body>'],
    ['more depth than there is memory', `${'<a>'.repeat(300_000)}`],
    ['a control character', '<Envelope>\u0001</Envelope>'],
    ['CDATA that does not end', '<Envelope><![CDATA[ISA'],
  ])('%s is no XML', (_, body) => {
    expect(soap(body)).toMatchObject({ code: 'XML' });
  });

  test.each([
    ['XML of another kind', '<feed/>'],
    ['an envelope without a body', '<Envelope/>'],
    ['an empty body', '<Envelope><Body/></Envelope>'],
    ['a question', '<Envelope><Body><COREEnvelopeRealTimeRequest/></Body></Envelope>'],
  ])('%s is no answer', (_, body) => {
    expect(soap(body)).toMatchObject({ code: 'NO-ENVELOPE' });
  });

  test('two payloads that differ are refused, the same twice is one', () => {
    expect(soap(wrapped('<Payload>A</Payload><payload>B</payload>'))).toEqual({
      code: 'TWICE',
      at: { field: 'payload' },
    });
    expect(soap(wrapped('<Payload>A</Payload><Payload>A</Payload>'))).toMatchObject({ errorCode: '' });
  });

  test.each([
    ['one that we do not read', 'text/xml; charset=utf-7', '<x/>', undefined],
    ['one that the XML declares', 'text/xml', '<?xml version="1.0" encoding="EBCDIC-CP-US"?><x/>', undefined],
    ['bytes that are none of it', 'text/xml', Buffer.from('<x>\xc3</x>', 'latin1'), { byte: 4 }],
  ])('a character set: %s', (_, contentType, body, at) => {
    expect(soap(body, contentType)).toEqual({ code: 'CHARSET', at });
  });

  test('other kinds of content are not read', () => {
    expect(soap('<html/>', 'text/html')).toMatchObject({ code: 'CONTENT-TYPE' });
    expect(soap('{}', '')).toMatchObject({ code: 'CONTENT-TYPE' });
  });

  const code = (value: string, sub = '') => `<Code><Value>${value}</Value>${sub}</Code>`;
  const subcode = (value: string) => `<Subcode><Value>${value}</Value></Subcode>`;
  test.each([
    ['s:Sender', 'FAULT', `${code('s:Sender')}<Reason><Text>bad message</Text></Reason>`],
    ['Client', 'FAULT', '<faultcode>Client</faultcode><faultstring>bad message</faultstring>'],
    ['Server', 'ITS-FAULT', '<faultcode>Server</faultcode><faultstring>bad message</faultstring>'],
    [
      'a:InternalServiceFault',
      'ITS-FAULT',
      `${code('s:Receiver', subcode('a:InternalServiceFault'))}<Reason><Text>bad message</Text></Reason>`,
    ],
    [
      'a:FailedAuthentication',
      'LOGIN',
      `${code('s:Sender', subcode('a:FailedAuthentication'))}<Reason><Text>bad message</Text></Reason>`,
    ],
    [
      'a:ServerTooBusy',
      'BUSY',
      `${code('s:Receiver', subcode('a:ServerTooBusy'))}<Reason><Text>bad message</Text></Reason>`,
    ],
  ])('a fault %s is %s, with what it says', (errorCode, kind, fault) => {
    const body = Buffer.from(`<Envelope><Body><Fault>${fault}</Fault></Body></Envelope>`);
    expect(readRealTimeResponse('soap', { contentType: 'text/xml', body })).toMatchObject({
      ok: false,
      error: { code: kind, errorCode, saidThere: 'bad message' },
    });
  });
});

describe('MIME', () => {
  const mime = (body: string, contentType = 'multipart/form-data; boundary=b') =>
    troubleIn('mime', contentType, Buffer.from(body, 'latin1'));
  const part = (value: string, headers = 'Content-Disposition: form-data; name="Payload"') =>
    `--b\r\n${headers}\r\n\r\n${value}\r\n`;

  test.each([
    ['no boundary', 'multipart/form-data', undefined],
    ['an empty one', 'multipart/form-data; boundary=""', undefined],
    ['one without end', `multipart/form-data; boundary=${'b'.repeat(300)}`, undefined],
    ['one that stands nowhere', 'multipart/form-data; boundary=other', { byte: 0 }],
  ])('%s tells no parts apart', (_, contentType, at) => {
    expect(mime(`${part('ISA*1~')}--b--`, contentType)).toEqual({ code: 'BOUNDARY', at });
  });

  test('a boundary within a line divides nothing', () => {
    expect(mime('ISA*--b\r\n')).toMatchObject({ code: 'BOUNDARY' });
  });

  test.each([
    ['in a part', part('ISA*1~').slice(0, -4)],
    ['before the last line', `${part('ISA*1~')}${part('ISA*2~')}`],
    ['by parts without end', `${part('ISA*1~').repeat(80)}--b--`],
  ])('an answer that is cut off %s', (_, body) => {
    expect(mime(body)).toMatchObject({ code: 'CUT-OFF' });
  });

  test.each([
    ['no empty line behind its head', '--b\r\nContent-Disposition: form-data\r\n--b--'],
    ['a head without end', `--b\r\n${'X: y\r\n'.repeat(2_000)}\r\n1\r\n--b--`],
    ['another encoding', `${part('SVNB', 'Content-Transfer-Encoding: base64')}--b--`],
    ['no name', `${part('ISA*1~', 'Content-Type: text/plain')}--b--`],
    ['nothing at all', '--b--'],
  ])('a part with %s', (_, body) => {
    expect(mime(body)).toMatchObject({ code: 'PART', at: { byte: expect.any(Number) } });
  });

  test('a part in a character set that X12 is not read in', () => {
    const headers =
      'Content-Disposition: form-data; name="Payload"\r\nContent-Type: text/plain; charset=utf-16';
    expect(mime(`${part('x', headers)}--b--`)).toEqual({ code: 'CHARSET', at: { byte: 5 } });
  });

  test('two payloads that differ', () => {
    expect(mime(`${part('A')}${part('B')}--b--`)).toMatchObject({ code: 'TWICE' });
  });

  test('other kinds of content are not read', () => {
    expect(mime('<html>', 'text/html')).toMatchObject({ code: 'CONTENT-TYPE' });
  });
});
