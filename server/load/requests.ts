/** What a browser asks of the server, and how long it waits for the whole answer. */
import { Agent, request } from 'node:http';

export interface Answer {
  readonly status: number;
  readonly text: string;
}

export type Send = (method: 'GET' | 'POST', path: string, body?: unknown, key?: string) => Promise<Answer>;

export interface Browser {
  readonly send: Send;
  /** Resolves when the stream of news is open, which is then read until the end. */
  listen(): Promise<void>;
  close(): void;
}

export function openBrowser(url: string, token: string): Browser {
  const agent = new Agent({ keepAlive: true, maxSockets: 6 });
  const stop = new AbortController();
  const authorization = `Bearer ${token}`;
  const send: Send = (method, path, body, key) =>
    new Promise((resolve, reject) => {
      const text = body === undefined ? undefined : JSON.stringify(body);
      const headers = {
        authorization,
        ...(text !== undefined && {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(text),
        }),
        ...(key !== undefined && { 'idempotency-key': key }),
      };
      const sent = request(`${url}/api/v1${path}`, { method, agent, headers }, (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('error', reject);
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, text: Buffer.concat(parts).toString() }),
        );
      });
      // The server may close an idle connection in the moment it is used again: the same key makes a second try safe.
      sent.on('error', (error) =>
        sent.reusedSocket ? send(method, path, body, key).then(resolve, reject) : reject(error),
      );
      sent.end(text);
    });
  return {
    send,
    listen: () =>
      new Promise((resolve, reject) => {
        const stream = request(
          `${url}/api/v1/events`,
          { headers: { authorization }, signal: stop.signal },
          (response) => {
            response.resume();
            response.on('error', () => {});
            resolve();
          },
        );
        stream.on('error', (error) => (stop.signal.aborted ? undefined : reject(error)));
        stream.end();
      }),
    close() {
      stop.abort();
      agent.destroy();
    },
  };
}
