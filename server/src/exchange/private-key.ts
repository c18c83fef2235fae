/** Private keys as people paste them: what looks like a key is one that can log in, or is refused; it is never sent as a password. */
import { createPrivateKey } from 'node:crypto';
import { err, ok, type Result } from '@claimside/shared/values';
import ssh2 from 'ssh2';

const PUTTY = /PuTTY-User-Key-File/;
const PUBLIC =
  /^\s*(-----BEGIN [A-Z0-9 ]*PUBLIC KEY-----|---- BEGIN SSH2 PUBLIC|(ssh-\w+|ecdsa-sha2-\S+) AAAA)/;

/** Whether it is a key, or was meant as one. */
export const looksLikeKey = (secret: string): boolean =>
  /-----(BEGIN|END) /.test(secret) || PUTTY.test(secret) || PUBLIC.test(secret);

/**
 * A password as it is; a private key as the log-in takes it, its line breaks mended. The error is one sentence: why this key is
 * none, and what to do.
 */
export function usableSecret(secret: string): Result<string, string> {
  if (!looksLikeKey(secret)) return ok(secret);
  if (PUTTY.test(secret)) return err(OF_PUTTY);
  if (PUBLIC.test(secret)) return err(OF_PUBLIC);
  if (hasPassphrase(secret)) return err(WITH_PASSPHRASE);
  const asPasted = `${secret.replace(/\\n|\r\n?/g, '\n').trim()}\n`;
  const usable = [asPasted, rewrapped(asPasted), inOlderForm(rewrapped(asPasted))].find(isUsable);
  return usable === undefined ? err(UNREADABLE) : ok(usable);
}

const OF_PUTTY =
  'This is a key of PuTTY (.ppk). Load it in PuTTYgen, choose Conversions, then Export OpenSSH key, without a passphrase, and paste what is in that file.';
const OF_PUBLIC =
  'This is the public half of a key, which the clearinghouse gets. Paste the private one, which begins with -----BEGIN.';
const WITH_PASSPHRASE =
  'This private key has a passphrase, which nobody is there to type when the server logs in. Give one without (ssh-keygen -p takes it off a copy).';
const UNREADABLE =
  'This private key cannot be read: some of it or its line breaks are lost, or it is in a form that is not known here. Paste the whole file, from -----BEGIN to -----END; ssh-keygen -p writes a copy in the usual form.';

const isUsable = (text: string | undefined): text is string => {
  if (text === undefined) return false;
  const parsed = ssh2.utils.parseKey(text);
  return !(parsed instanceof Error) && [parsed].flat().every((key) => key.isPrivateKey());
};

const ENVELOPE = /^-----BEGIN ([A-Z0-9 ]+)-----([\s\S]*)-----END \1-----\s*$/;

/** As it was before a field or a variable put its lines into one. */
function rewrapped(text: string): string | undefined {
  const [, kind, body = ''] = ENVELOPE.exec(text) ?? [];
  if (kind === undefined) return undefined;
  const lines = body.replace(/\s/g, '').match(/.{1,64}/g) ?? [];
  return [`-----BEGIN ${kind}-----`, ...lines, `-----END ${kind}-----`, ''].join('\n');
}

/** ssh2 reads keys of RSA and EC in their own forms (PKCS#1, SEC 1) and not in the common one (PKCS#8). */
function inOlderForm(text: string | undefined): string | undefined {
  if (!text?.startsWith('-----BEGIN PRIVATE KEY-----')) return undefined;
  try {
    const key = createPrivateKey(text);
    const type = key.asymmetricKeyType === 'rsa' ? 'pkcs1' : 'sec1';
    return key.export({ type, format: 'pem' }).toString();
  } catch {
    return undefined;
  }
}

const MAGIC = 'openssh-key-v1\0';

/** Nobody is there to type a passphrase when the server logs in. */
function hasPassphrase(secret: string): boolean {
  if (/-----BEGIN ENCRYPTED/.test(secret) || /Proc-Type: 4,ENCRYPTED/.test(secret)) return true;
  if (!secret.includes('-----BEGIN OPENSSH')) return false;
  // RFC 4253 strings: the name of the cipher comes first.
  const bytes = Buffer.from(secret.replace(/-----[^-]*-----|\\n/g, ''), 'base64');
  if (bytes.toString('latin1', 0, MAGIC.length) !== MAGIC || bytes.length < MAGIC.length + 4) return false;
  const from = MAGIC.length + 4;
  return bytes.toString('latin1', from, from + bytes.readUInt32BE(MAGIC.length)) !== 'none';
}
