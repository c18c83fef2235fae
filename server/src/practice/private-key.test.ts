import { generateKeyPairSync } from 'node:crypto';
import { expect, test } from 'vitest';
import { hasPassphrase } from './private-key.ts';

type Format = 'pkcs1' | 'pkcs8';
function key(type: Format, cipher?: string): string {
  const privateKeyEncoding = {
    type,
    format: 'pem' as const,
    ...(cipher && { cipher, passphrase: 'invented' }),
  };
  const publicKeyEncoding = { type: 'spki' as const, format: 'pem' as const };
  return generateKeyPairSync('rsa', { modulusLength: 2048, privateKeyEncoding, publicKeyEncoding })
    .privateKey;
}

/** The beginning of what ssh-keygen writes. */
function openssh(cipher: string): string {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(cipher.length);
  const bytes = Buffer.concat([
    Buffer.from('openssh-key-v1\0'),
    length,
    Buffer.from(cipher),
    Buffer.alloc(60),
  ]);
  const lines = bytes.toString('base64').replace(/(.{70})/g, '$1\n');
  return `-----BEGIN OPENSSH PRIVATE KEY-----\n${lines}\n-----END OPENSSH PRIVATE KEY-----\n`;
}

test.each([
  ['PKCS#1', key('pkcs1', 'aes-256-cbc')],
  ['PKCS#8', key('pkcs8', 'aes-256-cbc')],
  ['OpenSSH', openssh('aes256-ctr')],
])('a key with a passphrase is known as one: %s', (_, secret) => expect(hasPassphrase(secret)).toBe(true));

test.each([
  ['PKCS#1', key('pkcs1')],
  ['PKCS#8', key('pkcs8')],
  ['OpenSSH', openssh('none')],
  ['a password', 'ENCRYPTED'],
])('and one without is not: %s', (_, secret) => expect(hasPassphrase(secret)).toBe(false));
