/** For tests: a real HTTP server on loopback that answers as it is told, and what is asked of it. */
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { UtcInstant } from '@claimside/shared/values';
import { onTestFinished } from 'vitest';
import { PROFILES, type RealTimeService, realTimeOf } from '../clearinghouse/index.ts';
import type { RealTimeOptions } from './ask.ts';

export const AT = '2026-11-22T15:30:00.123Z' as UtcInstant;
export const runtime: RealTimeOptions['runtime'] = {
  now: () => AT,
  randomBytes: (length) => Buffer.alloc(length, 7),
};

export const CREDENTIALS = { username: 'sample-user', password: 'secret-word' } as const;

/** Closed when the test ends, with all that hangs. */
export async function testServer(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/ask`;
}

export async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece);
  return Buffer.concat(pieces);
}

export const say =
  (status: number, contentType: string, body: string | Uint8Array) =>
  (request: IncomingMessage, response: ServerResponse): void => {
    request.resume();
    response.writeHead(status, { 'Content-Type': contentType }).end(body);
  };

export function serviceAt(url: string, more: Partial<RealTimeService> = {}): RealTimeService {
  return { ...realTimeOf(PROFILES.sandbox, { senderId: 'SAMPLE1', url }), ...more };
}
