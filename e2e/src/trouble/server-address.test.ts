/** A wrong server address: the options page says at the address field what is wrong with it, and pairs nothing. */
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  allowHosts,
  type LaunchedBrowser,
  launchBrowser,
  openOptions,
  submitPairing,
} from '../browser/index.ts';
import { textOf } from './set-up.ts';

let launched: LaunchedBrowser;
beforeAll(async () => {
  launched = await launchBrowser();
});
afterAll(() => launched?.close());

/** What the options page says at the field of the server's address, after a press on the button. */
async function saidOfAddress(typed: string): Promise<string> {
  const options = await openOptions(launched.browser);
  await submitPairing(options, typed, 'BCDF-GHJK');
  const address = await options.waitForSelector('input[name=server][aria-invalid=true]');
  const noteId = await address?.evaluate((input) => input.getAttribute('aria-describedby'));
  const sentence = await textOf(options, `[id="${noteId}"]`);
  expect(await options.$('::-p-aria([name="This browser"][role="heading"])')).toBeNull();
  await options.close();
  return sentence;
}

describe('wrong server address', () => {
  test.each([
    ['our claims server', 'This is not a web address. It looks like https://claims.example.com.'],
    ['ftp://claims.example.com', 'The address must start with https://.'],
    ['https://anna:secret@claims.example.com', 'Leave user name and password out of the address.'],
    [
      'http://claims.example.com',
      'Only https:// is safe for a server on another machine. Use https:// or ask your admin.',
    ],
  ])('%s is refused before anything is sent', async (typed, sentence) => {
    expect(await saidOfAddress(typed)).toBe(sentence);
  });

  test('a machine that does not exist', async () => {
    await allowHosts(launched.browser, ['https://claims.invalid']);
    expect(await saidOfAddress('claims.invalid')).toBe(
      'No answer from claims.invalid. Check that the server runs and that the address is right, then try again.',
    );
  });

  describe('somebody else', () => {
    let server: Server;
    let answer: RequestListener;
    let host: string;
    beforeAll(async () => {
      server = createServer((request, response) => answer(request, response));
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
      await allowHosts(launched.browser, [`http://${host}`]);
    });
    const gone = async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    };
    afterAll(gone);

    test('a web server that has no such page', async () => {
      answer = (_, response) =>
        response.writeHead(404, { 'content-type': 'text/html' }).end('<h1>Not here</h1>');
      expect(await saidOfAddress(host)).toBe(
        `${host} answered, but it is not a Claimside server. Check the address.`,
      );
    });

    test.each([
      ['text/html', '<h1>Welcome</h1>'],
      ['application/json', '{"status":"ok"}'],
    ])('a web server that answers everything, with %s', async (type, body) => {
      answer = (_, response) => response.writeHead(200, { 'content-type': type }).end(body);
      expect(await saidOfAddress(host)).toBe(
        `${host} answered, but it is not a Claimside server. Check the address.`,
      );
    });

    test('nothing listens there any more', async () => {
      await gone();
      expect(await saidOfAddress(`http://${host}`)).toBe(
        `No answer from ${host}. Check that the server runs and that the address is right, then try again.`,
      );
    });
  });
});
