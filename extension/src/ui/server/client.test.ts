/** What the server's functions make of answers that break off or come from something else, over real HTTP. */
import { createServer, type Server as HttpServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { CreateClaimRequest } from '@claimside/shared/api';
import { afterEach, describe, expect, it } from 'vitest';
import { connect } from './client.ts';

let http: HttpServer;
afterEach(() => {
  http.closeAllConnections();
  return new Promise((resolve) => http.close(resolve));
});

/** A paired browser's server that answers every request so. */
async function serverThat(answers: RequestListener) {
  http = createServer(answers);
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const { port } = http.address() as AddressInfo;
  return connect({ serverUrl: `http://127.0.0.1:${port}`, token: 'token', deviceId: 'd1' });
}

/** The content does not matter: no server of these tests reads it. */
const CLAIM = {} as CreateClaimRequest;

describe('billing a visit', () => {
  it.each([201, 409])('an answer %i that breaks off in its body is no definite no', async (status) => {
    const server = await serverThat((_, answer) => {
      answer.writeHead(status, { 'content-type': 'application/json', 'content-length': '1000' });
      answer.write('{"id":"c1"', () => answer.destroy());
    });
    await expect(server.createClaim(CLAIM, 'key-1')).rejects.toMatchObject({
      kind: 'unreachable',
      isFinal: false,
      message: expect.stringMatching(/broke off/),
    });
  });

  it.each([
    [201, '{"id":"c'],
    [200, '<h1>Please log in to this network</h1>'],
    [403, '<h1>Blocked by the firewall</h1>'],
  ])('%i %s is no definite no: the claim may be stored behind it', async (status, body) => {
    const server = await serverThat((_, answer) => answer.writeHead(status).end(body));
    await expect(server.createClaim(CLAIM, 'key-1')).rejects.toMatchObject({
      kind: 'not-claimside',
      isFinal: false,
    });
  });
});

it('a file that breaks off is a trouble with a sentence, not half a file', async () => {
  const server = await serverThat((_, answer) => {
    answer.writeHead(200, { 'content-length': '1000' });
    answer.write('ISA*00*', () => answer.destroy());
  });
  await expect(server.fileContent('f1')).rejects.toMatchObject({
    name: 'ServerTrouble',
    kind: 'unreachable',
  });
});
