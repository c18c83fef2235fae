/** The HTTP side, on loopback: two addresses, one for each form, that answer at once, late, or never. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { whyNotListening } from '../../listen.ts';
import type { FormName, HttpMessage } from '../../real-time/index.ts';
import type { SandboxFaults } from '../faults.ts';
import type { Responded } from './respond.ts';

export interface RealTimeServerOptions {
  readonly host: string;
  readonly port: number;
  readonly slowMilliseconds: number;
  readonly faults: () => SandboxFaults;
  respond(form: FormName, question: HttpMessage): Responded;
  readonly log: (line: string) => void;
}

export interface RealTimeServer {
  readonly urls: Readonly<Record<FormName, string>>;
  /** Ends all connections, those too that wait for an answer. */
  close(): Promise<void>;
}

/** As at Office Ally. */
const PATHS: Readonly<Record<FormName, string>> = {
  soap: '/TransactionService/rtx.svc',
  mime: '/TransactionSite/realtime-request/MIME',
};
const LONGEST_QUESTION = 1_000_000;

export async function startRealTimeServer(options: RealTimeServerOptions): Promise<RealTimeServer> {
  const { host, port, log } = options;
  const waiting = new Set<NodeJS.Timeout>();
  const later = (milliseconds: number, act: () => void) => {
    const timer = setTimeout(() => {
      waiting.delete(timer);
      act();
    }, milliseconds);
    waiting.add(timer);
  };
  const server = createServer((request, response) => {
    answer(request, response, options, later).catch((error: unknown) => {
      log(`real time: broken off: ${error instanceof Error ? error.name : 'unknown trouble'}`);
      response.destroy();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) =>
      reject(whyNotListening(cause, host, port, '--real-time-port')),
    );
    server.listen(port, host, () => resolve());
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the sandbox has no network address');
  const base = `http://${host}:${address.port}`;
  return {
    urls: { soap: `${base}${PATHS.soap}`, mime: `${base}${PATHS.mime}` },
    async close() {
      for (const timer of waiting) clearTimeout(timer);
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  { faults, slowMilliseconds, respond, log }: RealTimeServerOptions,
  later: (milliseconds: number, act: () => void) => void,
): Promise<void> {
  const { dropAtConnect, delayMilliseconds } = faults();
  if (dropAtConnect) {
    log('real time: dropped at connect');
    response.destroy();
    return;
  }
  const form = request.url === PATHS.soap ? 'soap' : request.url === PATHS.mime ? 'mime' : undefined;
  if (!form || request.method !== 'POST') {
    request.resume();
    response.writeHead(form ? 405 : 404).end();
    return;
  }
  const body = await bodyOf(request);
  if (!body) {
    response.writeHead(413, { Connection: 'close' }).end();
    return;
  }
  const contentType = request.headers['content-type'] ?? '';
  const { status, message, wait, outcome } = respond(form, { contentType, body });
  log(`real time: ${form}, ${outcome}${wait === 'none' ? '' : `, wait ${wait}`}`);
  if (wait === 'for-ever') return;
  later(delayMilliseconds + (wait === 'slow' ? slowMilliseconds : 0), () =>
    response.writeHead(status, { 'Content-Type': message.contentType }).end(message.body),
  );
}

/** Undefined of one that is too long. */
async function bodyOf(request: IncomingMessage): Promise<Buffer | undefined> {
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of request) {
    length += piece.length;
    if (length > LONGEST_QUESTION) return undefined;
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}
