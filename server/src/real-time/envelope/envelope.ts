/** What stands around a question to a real-time service and around its answer (CAQH CORE 2.2.0), in either form. */
import { ok, type Result } from '@claimside/shared/values';
import type { RealTimeTrouble } from '../trouble.ts';
import { type FieldsRead, type HttpMessage, PASSWORD, PAYLOAD, USER_NAME } from './form.ts';
import { MIME } from './mime.ts';
import { SOAP } from './soap.ts';

export const FORMS = { mime: MIME, soap: SOAP } as const;
export type FormName = keyof typeof FORMS;

export interface RealTimeCredentials {
  readonly username: string;
  readonly password: string;
}

interface Around {
  /** `X12_270_Request_005010X279A1`. */
  readonly payloadType: string;
  /** A UUID. */
  readonly payloadId: string;
  /** UTC, `2026-11-22T15:30:00Z`. */
  readonly timeStamp: string;
  readonly senderId: string;
  readonly receiverId: string;
  readonly coreRuleVersion: string;
  /** X12; empty where there is none. */
  readonly payload: Uint8Array;
}

export interface RealTimeRequest extends Around {
  readonly credentials: RealTimeCredentials;
}

export interface RealTimeResponse extends Around {
  /** `Success`, or a word for what is wrong; empty where the sender gives none. */
  readonly errorCode: string;
  readonly errorMessage: string;
}

const NAMES = {
  payloadType: 'PayloadType',
  payloadId: 'PayloadID',
  timeStamp: 'TimeStamp',
  senderId: 'SenderID',
  receiverId: 'ReceiverID',
  coreRuleVersion: 'CORERuleVersion',
} as const satisfies Partial<Record<keyof Around, string>>;
const ERROR_CODE = 'ErrorCode';
const ERROR_MESSAGE = 'ErrorMessage';

export function writeRealTimeRequest(form: FormName, request: RealTimeRequest): HttpMessage {
  const { username, password } = request.credentials;
  return FORMS[form].write('Request', [
    ...aroundFields(request),
    [USER_NAME, bytesOf(username)],
    [PASSWORD, bytesOf(password)],
    [PAYLOAD, request.payload],
  ]);
}

export function writeRealTimeResponse(form: FormName, response: RealTimeResponse): HttpMessage {
  return FORMS[form].write('Response', [
    ...aroundFields(response),
    [ERROR_CODE, bytesOf(response.errorCode)],
    [ERROR_MESSAGE, bytesOf(response.errorMessage)],
    ...(response.payload.length > 0 ? [[PAYLOAD, response.payload] as const] : []),
  ]);
}

export function readRealTimeRequest(
  form: FormName,
  message: HttpMessage,
): Result<RealTimeRequest, RealTimeTrouble> {
  const read = FORMS[form].read('Request', message);
  if (!read.ok) return read;
  const credentials = { username: asSent(read.value, USER_NAME), password: asSent(read.value, PASSWORD) };
  return ok({ ...aroundIn(read.value), credentials });
}

/** Nothing of it is judged: what the sender does not say is empty. */
export function readRealTimeResponse(
  form: FormName,
  message: HttpMessage,
): Result<RealTimeResponse, RealTimeTrouble> {
  const read = FORMS[form].read('Response', message);
  if (!read.ok) return read;
  const [errorCode, errorMessage] = [textIn(read.value, ERROR_CODE), textIn(read.value, ERROR_MESSAGE)];
  return ok({ ...aroundIn(read.value), errorCode, errorMessage });
}

function aroundFields(around: Around): (readonly [string, Uint8Array])[] {
  const { payloadType, payloadId, timeStamp, senderId, receiverId, coreRuleVersion } = around;
  return [
    [NAMES.payloadType, bytesOf(payloadType)],
    ['ProcessingMode', bytesOf('RealTime')],
    [NAMES.payloadId, bytesOf(payloadId)],
    [NAMES.timeStamp, bytesOf(timeStamp)],
    [NAMES.senderId, bytesOf(senderId)],
    [NAMES.receiverId, bytesOf(receiverId)],
    [NAMES.coreRuleVersion, bytesOf(coreRuleVersion)],
  ];
}

function aroundIn(fields: FieldsRead): Around {
  return {
    payloadType: textIn(fields, NAMES.payloadType),
    payloadId: textIn(fields, NAMES.payloadId),
    timeStamp: textIn(fields, NAMES.timeStamp),
    senderId: textIn(fields, NAMES.senderId),
    receiverId: textIn(fields, NAMES.receiverId),
    coreRuleVersion: textIn(fields, NAMES.coreRuleVersion),
    payload: fields.get(PAYLOAD.toLowerCase()) ?? new Uint8Array(),
  };
}

const bytesOf = (text: string): Uint8Array => Buffer.from(text);

const asSent = (fields: FieldsRead, name: string): string =>
  Buffer.from(fields.get(name.toLowerCase()) ?? []).toString('utf8');

const textIn = (fields: FieldsRead, name: string): string => asSent(fields, name).trim();
