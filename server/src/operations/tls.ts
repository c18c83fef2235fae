/** The certificate with which the server speaks TLS by itself: read, looked at before it is used, read again when it was renewed. */
import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createSecureContext } from 'node:tls';
import { StartError } from '../start-error.ts';

export interface TlsFiles {
  /** PEM: the server's certificate, then those between it and its root. */
  readonly certificate: string;
  /** PEM, without a passphrase. */
  readonly key: string;
}

export interface Tls {
  readonly cert: Buffer;
  readonly key: Buffer;
  /** Milliseconds since 1970. */
  readonly ends: number;
}

/** Throws a StartError that names the file and the way out; never says anything of the key. */
export function readTls(files: TlsFiles): Tls {
  const cert = read(files.certificate, '--tls-cert');
  const key = read(files.key, '--tls-key');
  const certificate = parse(files.certificate, 'certificate in PEM form', () => new X509Certificate(cert));
  const privateKey = parse(files.key, 'private key in PEM form without a passphrase', () =>
    createPrivateKey(key),
  );
  if (!certificate.checkPrivateKey(privateKey))
    throw new StartError(`The key in ${files.key} is not that of the certificate in ${files.certificate}.`);
  parse(files.certificate, 'chain of certificates in PEM form', () => createSecureContext({ cert, key }));
  return { cert, key, ends: certificate.validToDate.getTime() };
}

function read(file: string, option: string): Buffer {
  try {
    return readFileSync(file);
  } catch (cause) {
    throw new StartError(`The file ${file} can not be read. Check its name and rights (${option}).`, {
      cause,
    });
  }
}

function parse<T>(file: string, what: string, work: () => T): T {
  try {
    return work();
  } catch (cause) {
    throw new StartError(`The file ${file} holds no ${what}.`, { cause });
  }
}
