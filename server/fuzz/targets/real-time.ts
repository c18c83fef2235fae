/** The readers of what a real-time service answers by HTTP: SOAP and MIME, whatever is announced. */
import {
  type FormName,
  type RealTimeTrouble,
  readRealTimeRequest,
  readRealTimeResponse,
  writeRealTimeResponse,
} from '../../src/real-time/index.ts';
import { must, mustEqual } from '../promises/promise.ts';
import { hashOf, Random } from '../random.ts';
import type { Target } from './target.ts';

const CONTENT_TYPES: readonly (readonly [FormName, string])[] = [
  ['mime', 'multipart/form-data; boundary=----claimside-0'],
  ['mime', 'multipart/form-data; boundary="-"'],
  ['soap', 'application/soap+xml; charset=UTF-8; action="RealTimeTransaction"'],
  ['soap', 'text/xml'],
  ['soap', 'text/xml; charset=iso-8859-1'],
  ['soap', 'text/xml; charset=utf-16'],
];

const textOf = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');

export const realTimeTarget: Target = {
  name: 'real-time',
  oneIn: 4,
  read({ bytes, text }) {
    const [form, contentType] = new Random(hashOf(text)).pick(CONTENT_TYPES) ?? ['soap', 'text/xml'];
    const message = { contentType, body: bytes };
    const [response, request] = [readRealTimeResponse(form, message), readRealTimeRequest(form, message)];
    for (const read of [response, request]) if (!read.ok) checkPlace(read.error, bytes.length);
    if (!response.ok) return { findings: [], kept: response.error, seen: [`${form} ${response.error.code}`] };
    const again = readRealTimeResponse('mime', writeRealTimeResponse('mime', response.value));
    mustEqual(
      again.ok && { ...again.value, payload: textOf(again.value.payload) },
      { ...response.value, payload: textOf(response.value.payload) },
      'what was read is the same when it is written and read again',
      'as MIME',
    );
    const kept = { ...response.value, payload: textOf(response.value.payload) };
    return { findings: [], kept, seen: [`${form} read ${response.value.payload.length > 0}`] };
  },
};

function checkPlace({ at = {} }: RealTimeTrouble, length: number): void {
  const { byte = 0, line = 1, column = 1 } = at;
  must(
    byte >= 0 && byte <= length && line >= 1 && column >= 1,
    'trouble lies within the answer',
    () => `${JSON.stringify(at)} of ${length} bytes`,
  );
}
