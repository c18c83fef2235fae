/** Sends one message by HTTP and takes what comes back, within bounds of time and length. */
import { err, ok, type Result } from '@claimside/shared/values';
import type { HttpMessage } from './envelope/form.ts';
import { type RealTimeTrouble, troubleOf } from './trouble.ts';

export interface Posted extends HttpMessage {
  readonly status: number;
}

export interface PostBounds {
  readonly timeoutMilliseconds: number;
  readonly maximumBytes: number;
  /** Of who asked. */
  readonly signal?: AbortSignal | undefined;
}

/** Redirects are not followed: the message holds a password. Never throws. */
export async function post(
  fetch: typeof globalThis.fetch,
  url: URL,
  message: HttpMessage & { readonly headers: Readonly<Record<string, string>> },
  { timeoutMilliseconds, maximumBytes, signal }: PostBounds,
): Promise<Result<Posted, RealTimeTrouble>> {
  const late = AbortSignal.timeout(timeoutMilliseconds);
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { ...message.headers, 'Content-Type': message.contentType },
      body: new Uint8Array(message.body),
      redirect: 'manual',
      signal: signal ? AbortSignal.any([signal, late]) : late,
    });
    const body = await bodyOf(response, maximumBytes);
    const contentType = response.headers.get('content-type') ?? '';
    return body.ok ? ok({ status: response.status, contentType, body: body.value }) : body;
  } catch (error) {
    if (signal?.aborted) return err(troubleOf('STOPPED'));
    if (late.aborted) return err(troubleOf('TIMED-OUT'));
    return err(networkTrouble(error));
  }
}

async function bodyOf(
  response: Response,
  maximumBytes: number,
): Promise<Result<Uint8Array, RealTimeTrouble>> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  // Leaving the loop ends the connection.
  for await (const piece of response.body ?? []) {
    length += piece.length;
    if (length > maximumBytes) return err(troubleOf('TOO-LONG', { at: { byte: maximumBytes } }));
    pieces.push(piece);
  }
  return ok(Buffer.concat(pieces));
}

/** Codes of Node and of TLS for a host that was never spoken to. */
const UNREACHABLE =
  /^(ECONNREFUSED|ENOTFOUND|EAI_\w+|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|UND_ERR_CONNECT_TIMEOUT)$/;
const CERTIFICATE = /CERT|^ERR_(SSL|TLS)_|SELF_SIGNED|UNABLE_TO_VERIFY|^EPROTO$/;

/** By codes alone: texts of errors may quote what was sent. */
function networkTrouble(error: unknown): RealTimeTrouble {
  const code = codeIn(error);
  if (code === undefined) return troubleOf('BROKEN-OFF');
  const kind = CERTIFICATE.test(code) ? 'CERTIFICATE' : UNREACHABLE.test(code) ? 'UNREACHABLE' : 'BROKEN-OFF';
  return troubleOf(kind, { errorCode: code });
}

/** Of the error or of what caused it. */
function codeIn(error: unknown): string | undefined {
  for (let each = error; each instanceof Error; each = each.cause) {
    if ('code' in each && typeof each.code === 'string') return each.code;
    if (each instanceof AggregateError) return codeIn(each.errors[0]);
  }
  return undefined;
}
