/** Asks a clearinghouse one question that it answers at once, over HTTP. */
import { err, ok, type Result } from '@claimside/shared/values';
import type { RealTimeService } from '../clearinghouse/index.ts';
import type { Runtime } from '../runtime.ts';
import { type FileKind, identifyAll } from '../x12/index.ts';
import { addressOf } from './address.ts';
import {
  type RealTimeCredentials,
  type RealTimeResponse,
  writeRealTimeRequest,
} from './envelope/envelope.ts';
import { SOAP_ACTION } from './envelope/soap.ts';
import { judgeResponse } from './judge-response.ts';
import { post } from './post.ts';
import { type RealTimeTrouble, troubleOf } from './trouble.ts';

/** One transaction set in one group: the service takes no more. */
export interface RealTimePayload {
  readonly transaction: '270' | '276';
  readonly bytes: Uint8Array;
}

export interface RealTimeAnswer {
  /** X12, as it came. */
  readonly bytes: Uint8Array;
  /** What is in it: that which was asked for, or a 999 or TA1 that refuses the question. */
  readonly kinds: readonly FileKind[];
  /** PayloadID of question and answer, to name it by to the clearinghouse. */
  readonly payloadId: string;
  readonly answeredAs: Omit<RealTimeResponse, 'payload'>;
}

export interface RealTimeOptions {
  readonly runtime: Pick<Runtime, 'now' | 'randomBytes'>;
  /** Ends the waiting. */
  readonly signal?: AbortSignal;
  /** One that shows a client certificate, where the clearinghouse demands it. */
  readonly fetch?: typeof globalThis.fetch;
}

const PAYLOAD_TYPE = {
  '270': 'X12_270_Request_005010X279A1',
  '276': 'X12_276_Request_005010X212',
} as const;
const ANSWERS: Readonly<Record<RealTimePayload['transaction'], readonly FileKind[]>> = {
  '270': ['271', '999', 'ta1'],
  '276': ['277', '999', 'ta1'],
};

/**
 * The answer, or what went wrong as a value: nothing is thrown, and nothing is asked twice. Whether to ask again is said
 * by `again`; the caller sees to it that this has an end. Neither account nor patient is in the trouble, but for `saidThere`,
 * from which the account is struck.
 */
export async function askRealTime(
  service: RealTimeService,
  credentials: RealTimeCredentials,
  payload: RealTimePayload,
  { runtime, signal, fetch = globalThis.fetch }: RealTimeOptions,
): Promise<Result<RealTimeAnswer, RealTimeTrouble>> {
  const { form, senderId, receiverId, coreRuleVersion } = service;
  const url = addressOf(service);
  if (!url.ok) return url;
  if ([senderId, credentials.username, credentials.password].includes(''))
    return err(troubleOf('NO-ACCOUNT'));
  const payloadId = uuid(runtime);
  const message = writeRealTimeRequest(form, {
    payloadType: PAYLOAD_TYPE[payload.transaction],
    payloadId,
    timeStamp: runtime.now().replace(/\.\d+Z$/, 'Z'),
    senderId,
    receiverId,
    coreRuleVersion,
    credentials,
    payload: payload.bytes,
  });
  const headers: Record<string, string> = form === 'soap' ? { Action: SOAP_ACTION } : {};
  const posted = await post(fetch, url.value, { ...message, headers }, { ...service, signal });
  const judged = posted.ok ? judgeResponse(form, posted.value) : posted;
  if (!judged.ok) return err(withoutAccount(judged.error, credentials));
  const { payload: bytes, ...answeredAs } = judged.value;
  const kinds = identifyAll(bytes);
  if (!kinds.some((kind) => ANSWERS[payload.transaction].includes(kind)))
    return err(troubleOf('OTHER-ANSWER', { at: { field: 'Payload' } }));
  return ok({ bytes, kinds, payloadId, answeredAs });
}

/** Version 4. */
function uuid({ randomBytes }: Pick<Runtime, 'randomBytes'>): string {
  const hex = randomBytes(16).toString('hex');
  const variant = '89ab'.charAt(Number.parseInt(hex.charAt(16), 16) % 4);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}

const LONGEST_SAID = 300;

/** Some services repeat what they were sent. */
function withoutAccount(
  { saidThere, errorCode, ...trouble }: RealTimeTrouble,
  { username, password }: RealTimeCredentials,
): RealTimeTrouble {
  const strike = (text: string) => text.replaceAll(password, '***').replaceAll(username, '***');
  const said =
    saidThere &&
    strike(saidThere)
      .replaceAll(/[\p{C}\p{Z}]+/gu, ' ')
      .trim();
  const isClean = errorCode !== undefined && strike(errorCode) === errorCode;
  return {
    ...trouble,
    ...(isClean && { errorCode }),
    ...(said && { saidThere: said.slice(0, LONGEST_SAID) }),
  };
}
