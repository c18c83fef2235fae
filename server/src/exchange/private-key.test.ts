import { generateKeyPairSync } from 'node:crypto';
import { err, ok } from '@claimside/shared/values';
import ssh2 from 'ssh2';
import { expect, test } from 'vitest';
import { looksLikeKey, usableSecret } from './private-key.ts';

type Format = 'pkcs1' | 'pkcs8';
function rsa(type: Format, cipher?: string): string {
  const privateKeyEncoding = {
    type,
    format: 'pem' as const,
    ...(cipher && { cipher, passphrase: 'invented' }),
  };
  const publicKeyEncoding = { type: 'spki' as const, format: 'pem' as const };
  return generateKeyPairSync('rsa', { modulusLength: 2048, privateKeyEncoding, publicKeyEncoding })
    .privateKey;
}
const own = ssh2.utils.generateKeyPairSync('ed25519');
const withPassphrase = ssh2.utils.generateKeyPairSync('ed25519', {
  passphrase: 'invented',
  cipher: 'aes256-ctr',
  rounds: 1,
});
const key = own.private;

test.each([
  ['as it is in its file', key],
  ['after a blank line, with blanks', `\n  ${key}\n\n`],
  ['with the line breaks of Windows', key.replaceAll('\n', '\r\n')],
  ['with its lines put into one', key.replaceAll('\n', '')],
  ['with its lines divided by blanks', key.replaceAll('\n', ' ')],
  ['with its line breaks written out', key.replaceAll('\n', '\\n')],
])('a key is read %s', (_, pasted) => {
  const read = usableSecret(pasted);
  expect(read.ok && ssh2.utils.parseKey(read.value)).toMatchObject({ type: 'ssh-ed25519' });
});

test.each<Format>(['pkcs1', 'pkcs8'])('a key of RSA is read: %s', (type) => {
  const read = usableSecret(rsa(type));
  expect(read.ok && ssh2.utils.parseKey(read.value)).toMatchObject({ type: 'ssh-rsa' });
});

test.each([
  ['PKCS#1', rsa('pkcs1', 'aes-256-cbc')],
  ['PKCS#8', rsa('pkcs8', 'aes-256-cbc')],
  ['OpenSSH', withPassphrase.private],
])('a key with a passphrase is known as one: %s', (_, secret) =>
  expect(usableSecret(secret)).toEqual(err(expect.stringContaining('has a passphrase'))),
);

test.each([
  ['of PuTTY', 'PuTTY-User-Key-File-3: ssh-ed25519\nEncryption: none\n', 'Export OpenSSH key'],
  ['the public half', own.public, 'This is the public half'],
  ['the first line alone', '-----BEGIN OPENSSH PRIVATE KEY-----', 'cannot be read'],
  ['the last line alone', '-----END OPENSSH PRIVATE KEY-----', 'cannot be read'],
  ['cut off', key.slice(0, 200), 'cannot be read'],
  ['without one of its lines', key.split('\n').toSpliced(2, 1).join('\n'), 'cannot be read'],
])('what looks like a key and is none is refused with the way out: %s', (_, pasted, words) => {
  expect(looksLikeKey(pasted)).toBe(true);
  expect(usableSecret(pasted)).toEqual(err(expect.stringContaining(words)));
});

test.each(['ENCRYPTED', ' with blanks ', 'BEGIN', '-----', 'PRIVATE KEY'])(
  'a password is taken as it is: %j',
  (secret) => expect(usableSecret(secret)).toEqual(ok(secret)),
);
