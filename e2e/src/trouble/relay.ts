/** A connection between browser and server that a test can spoil, request by request. */
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/**
 * What becomes of a request: `lose-answer` lets the server do its work, and then the connection ends; `break-answer`
 * ends it one byte into the answer's body; `cut` ends it before the server hears of it.
 */
export type Fate = 'pass' | 'lose-answer' | 'break-answer' | 'cut';

/** The empty line between head and body of an HTTP message. */
const HEAD_END = '\r\n\r\n';

export interface Relay {
  readonly url: string;
  /** Decides about each request from now on, by its first line such as `POST /api/v1/claims HTTP/1.1`. */
  decide(fate: (requestLine: string) => Fate): void;
  /** Ends all connections, the live events among them. */
  cutAll(): void;
  close(): Promise<void>;
}

export async function startRelay(serverUrl: string): Promise<Relay> {
  const target = { host: '127.0.0.1', port: Number(new URL(serverUrl).port) };
  const open = new Set<Socket>();
  let decide: (requestLine: string) => Fate = () => 'pass';

  const listener = createServer((browser) => {
    const server = connect(target);
    let answerFate: Fate = 'pass';
    let answer = Buffer.alloc(0);
    const end = () => {
      browser.destroy();
      server.destroy();
      open.delete(browser);
    };
    open.add(browser);
    for (const socket of [browser, server]) socket.on('error', end).on('close', end);
    browser.on('data', (bytes) => {
      const requestLine = /^(?:GET|POST|PUT|DELETE) \S+ HTTP\/1\.1/.exec(bytes.toString('latin1'))?.[0];
      const fate = requestLine === undefined ? 'pass' : decide(requestLine);
      if (fate === 'cut') return end();
      if (fate !== 'pass') answerFate = fate;
      server.write(bytes);
    });
    server.on('data', (bytes) => {
      if (answerFate === 'pass') return browser.write(bytes);
      if (answerFate === 'lose-answer') return end();
      answer = Buffer.concat([answer, bytes]);
      const body = answer.indexOf(HEAD_END) + HEAD_END.length;
      if (body >= HEAD_END.length && answer.length > body) browser.end(answer.subarray(0, body + 1), end);
    });
  });
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
  const cutAll = () => {
    for (const socket of open) socket.destroy();
  };
  return {
    url: `http://127.0.0.1:${(listener.address() as AddressInfo).port}`,
    decide(fate) {
      decide = fate;
    },
    cutAll,
    async close() {
      const closed = new Promise((resolve) => listener.close(resolve));
      cutAll();
      await closed;
    },
  };
}
