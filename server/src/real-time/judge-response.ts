/** What came back over HTTP: the answer within, or why there is none. */
import { err, ok, type Result } from '@claimside/shared/values';
import { headerValue } from './envelope/content-type.ts';
import { type FormName, type RealTimeResponse, readRealTimeResponse } from './envelope/envelope.ts';
import type { Posted } from './post.ts';
import { type RealTimeTrouble, type RealTimeTroubleCode, troubleOf } from './trouble.ts';

/** HTTP, the more particular first. */
const STATUS: readonly (readonly [pattern: RegExp, code: RealTimeTroubleCode])[] = [
  [/^3/, 'REDIRECTED'],
  [/^40[137]$/, 'LOGIN'],
  [/^40[45]$|^410$/, 'NOT-THERE'],
  [/^(408|504)$/, 'TIMED-OUT'],
  [/^(429|503)$/, 'BUSY'],
  [/^415$/, 'CONTENT-TYPE'],
  [/^5/, 'ITS-FAULT'],
  [/^4/, 'REFUSED'],
];

/** Words of the envelope (ErrorCode), whatever their case. */
const ERROR_CODES: readonly (readonly [pattern: RegExp, code: RealTimeTroubleCode])[] = [
  [/^(unauthori[sz]ed|user_?name|password)/i, 'LOGIN'],
  [/^(sender_?id|receiver_?id|core_?rule|version|processing|payload_?(id|type)|time_?stamp)/i, 'NOT-TAKEN'],
  [/time_?out/i, 'TIMED-OUT'],
  [/^(receiver|server)/i, 'ITS-FAULT'],
];

/** All that a fault of SOAP is told as; no other trouble of reading is. */
const FAULTS: ReadonlySet<RealTimeTroubleCode> = new Set(['FAULT', 'LOGIN', 'BUSY', 'ITS-FAULT']);

/** An error that is told in an envelope goes before the status of HTTP, which says less. */
export function judgeResponse(form: FormName, posted: Posted): Result<RealTimeResponse, RealTimeTrouble> {
  const { status } = posted;
  const read = readRealTimeResponse(form, posted);
  const isGood = status >= 200 && status < 300;
  if (read.ok) return isGood || read.value.errorCode !== '' ? judgeEnvelope(read.value) : byStatus(status);
  if (FAULTS.has(read.error.code)) return err({ ...read.error, status });
  if (!isGood) return byStatus(status);
  if (posted.body.length === 0) return err(troubleOf('EMPTY', { status }));
  return isWebPage(posted) ? err(troubleOf('WEB-PAGE', { status })) : read;
}

function judgeEnvelope(response: RealTimeResponse): Result<RealTimeResponse, RealTimeTrouble> {
  const { errorCode, errorMessage, payload } = response;
  if (/^(success)?$/i.test(errorCode))
    return payload.length > 0
      ? ok(response)
      : err(troubleOf('NO-ANSWER-IN-IT', { at: { field: 'Payload' } }));
  const code = ERROR_CODES.find(([pattern]) => pattern.test(errorCode))?.[1] ?? 'REFUSED';
  return err(troubleOf(code, { errorCode, ...(errorMessage !== '' && { saidThere: errorMessage }) }));
}

function byStatus(status: number) {
  const code = STATUS.find(([pattern]) => pattern.test(String(status)))?.[1] ?? 'REFUSED';
  return err(troubleOf(code, { status }));
}

function isWebPage({ contentType, body }: Posted): boolean {
  const isHtml = /^(text\/html|application\/xhtml\+xml)$/.test(headerValue(contentType).value);
  return isHtml || /^\s*<(!doctype html|html)/i.test(Buffer.from(body.subarray(0, 200)).toString('latin1'));
}
