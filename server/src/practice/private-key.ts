/** What can be told of a private key without opening it. */

export const isPrivateKey = (secret: string): boolean => secret.startsWith('-----BEGIN');

const MAGIC = 'openssh-key-v1\0';

/** Nobody is there to type a passphrase when the server logs in. */
export function hasPassphrase(secret: string): boolean {
  if (!isPrivateKey(secret)) return false;
  if (secret.startsWith('-----BEGIN ENCRYPTED') || /^Proc-Type: 4,ENCRYPTED/m.test(secret)) return true;
  if (!secret.startsWith('-----BEGIN OPENSSH')) return false;
  // RFC 4253 strings: the name of the cipher comes first.
  const bytes = Buffer.from(secret.replace(/-----[^-]*-----/g, ''), 'base64');
  if (bytes.toString('latin1', 0, MAGIC.length) !== MAGIC || bytes.length < MAGIC.length + 4) return false;
  const from = MAGIC.length + 4;
  return bytes.toString('latin1', from, from + bytes.readUInt32BE(MAGIC.length)) !== 'none';
}
