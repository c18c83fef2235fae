import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { readSecret } from './secret.ts';

/** What a terminal hands over, piece by piece, and what is left for the shell. */
async function typing(...pieces: readonly string[]) {
  const input = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => {} });
  const output = new PassThrough();
  const read = readSecret(input, output, 'Password: ');
  for (const piece of pieces) input.write(piece);
  const secret = await read;
  return { secret, shown: String(output.read()), left: input.read() };
}

const KEY = '-----BEGIN TEST KEY-----\rINVENTED\rINVENTED\r-----END TEST KEY-----\r';
const LINES = KEY.replaceAll('\r', '\n').trim();

test('a password ends with Enter, can be mended, and is never shown', async () => {
  expect(await typing('pass', 'x\u007fword\r')).toEqual({
    secret: 'password',
    shown: 'Password: \n',
    left: null,
  });
});

test.each([
  ['at once', [KEY]],
  ['after a blank line', [`\r${KEY}`]],
  ['in pieces', ['-----BEGIN TEST KEY-----\r', 'INVENTED\rINV', 'ENTED\r-----END TEST KEY-----\r']],
])('a key that is pasted is taken to its last line: %s', async (_, pieces) => {
  expect(await typing(...pieces)).toMatchObject({ secret: LINES, left: null });
});

test('of PuTTY’s own kind too, to be refused as a whole', async () => {
  const lines = ['PuTTY-User-Key-File-3: ssh-ed25519', 'Private-Lines: 1', 'INVENTED', 'Private-MAC: 00'];
  expect((await typing(`${lines.join('\r')}\r`)).secret).toBe(lines.join('\n'));
});

test('Ctrl-C gives up, in the midst of a key as well', async () => {
  expect((await typing('-----BEGIN TEST KEY-----\rINV', '\u0003')).secret).toBe('');
});
