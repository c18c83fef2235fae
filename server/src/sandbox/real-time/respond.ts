/** From an HTTP message of a question to that of its answer: the envelope is judged first, as the real service does. */
import type { UtcInstant } from '@claimside/shared/values';
import {
  type FormName,
  type HttpMessage,
  type RealTimeRequest,
  readRealTimeRequest,
  writeRealTimeResponse,
} from '../../real-time/index.ts';
import { answerTo, type Transaction } from './answer.ts';
import { type QuestionContext, SERVICE } from './question.ts';
import type { RealTimeScenario } from './scenarios.ts';

export interface RealTimeContext extends QuestionContext {
  isAccount(username: string, password: string): boolean;
}

export interface Responded {
  readonly status: number;
  readonly message: HttpMessage;
  readonly wait: RealTimeScenario['wait'];
  /** For the log. */
  readonly outcome: string;
}

const TRANSACTIONS: ReadonlyMap<string, Transaction> = new Map([
  ['X12_270_Request_005010X279A1', '270'],
  ['X12_276_Request_005010X212', '276'],
]);
const VERSION = '2.2.0';

export function respond(form: FormName, question: HttpMessage, context: RealTimeContext): Responded {
  const read = readRealTimeRequest(form, question);
  if (!read.ok) {
    const body = Buffer.from(`${read.error.code}\n`);
    const message = { contentType: 'text/plain; charset=utf-8', body };
    return { status: 400, message, wait: 'none', outcome: `refused: ${read.error.code}` };
  }
  const request = read.value;
  const transaction = TRANSACTIONS.get(request.payloadType);
  const errorCode = errorIn(request, context) ?? (transaction ? undefined : 'PayloadTypeIllegal');
  if (errorCode !== undefined || !transaction) {
    const refused = {
      payloadType: 'CoreEnvelopeError',
      payload: new Uint8Array(),
      errorCode: errorCode ?? '',
    };
    const message = responseTo(form, request, context.at, refused);
    return { status: 200, message, wait: 'none', outcome: `refused: ${errorCode}` };
  }
  const { payloadType, bytes: payload, wait } = answerTo(transaction, request.payload, context);
  const message = responseTo(form, request, context.at, { payloadType, payload, errorCode: 'Success' });
  return { status: 200, message, wait, outcome: `${transaction} answered with ${payloadType.split('_')[1]}` };
}

/** ErrorCode of the envelope. */
function errorIn(request: RealTimeRequest, { isAccount }: RealTimeContext): string | undefined {
  const { credentials, senderId, receiverId, coreRuleVersion, payloadId, payload } = request;
  if (!isAccount(credentials.username, credentials.password)) return 'UnAuthorized';
  if (senderId === '') return 'SenderIDRequired';
  if (receiverId !== SERVICE.id) return 'ReceiverIDIllegal';
  if (coreRuleVersion !== VERSION) return 'VersionMismatch';
  if (payloadId === '') return 'PayloadIDRequired';
  return payload.length === 0 ? 'PayloadRequired' : undefined;
}

interface Said {
  readonly payloadType: string;
  readonly payload: Uint8Array;
  readonly errorCode: string;
}

function responseTo(form: FormName, request: RealTimeRequest, at: UtcInstant, said: Said): HttpMessage {
  return writeRealTimeResponse(form, {
    ...said,
    payloadId: request.payloadId,
    timeStamp: at,
    senderId: SERVICE.id,
    receiverId: request.senderId,
    coreRuleVersion: VERSION,
    errorMessage: said.errorCode === 'Success' ? '' : 'REFUSED BY THE SANDBOX',
  });
}
