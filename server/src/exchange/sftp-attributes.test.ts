/** Servers that do not tell the size or the time of a file, as SFTP lets them. */
import { generateKeyPairSync } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import ssh2 from 'ssh2';
import { expect, onTestFinished, test } from 'vitest';
import { fingerprint } from './host-key.ts';
import { settingsFor, testPractice } from './testing.ts';

const { STATUS_CODE } = ssh2.utils.sftp;

/** Lists one file of these attributes in each folder and hands out `hello`. */
async function serverWith(attrs: { readonly size?: number; readonly mode: number }) {
  const { privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
    publicKeyEncoding: { type: 'pkcs1', format: 'pem' },
  });
  const server = new ssh2.Server({ hostKeys: [privateKey] }, (client) => {
    client.on('error', () => {});
    client.on('authentication', (context) => context.accept());
    client.on('session', (accept) => accept().on('sftp', (open) => answer(open(), attrs)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const key = ssh2.utils.parseKey(privateKey);
  if (key instanceof Error) throw key;
  const { port } = server.address() as AddressInfo;
  return settingsFor({
    host: '127.0.0.1',
    port,
    username: 'TRAINING',
    hostKeySha256: fingerprint(key.getPublicSSH()),
  });
}

function answer(sftp: ssh2.SFTPWrapper, attrs: object): void {
  let isListed = false;
  sftp.on('OPENDIR', (request) => {
    isListed = false;
    sftp.handle(request, Buffer.from('folder'));
  });
  sftp.on('READDIR', (request) => {
    if (isListed) return sftp.status(request, STATUS_CODE.EOF);
    isListed = true;
    // The types know no entry without them.
    sftp.name(request, [
      { filename: 'a.txt', longname: '-rw-r--r-- a.txt', attrs: attrs as ssh2.Attributes },
    ]);
  });
  sftp.on('OPEN', (request) => sftp.handle(request, Buffer.from('file')));
  sftp.on('READ', (request, _handle, offset, length) =>
    offset < 5
      ? sftp.data(request, Buffer.from('hello').subarray(offset, offset + length))
      : sftp.status(request, STATUS_CODE.EOF),
  );
  sftp.on('CLOSE', (request) => sftp.status(request, STATUS_CODE.OK));
  for (const event of ['STAT', 'LSTAT'] as const)
    sftp.on(event, (request: number) => sftp.status(request, STATUS_CODE.NO_SUCH_FILE));
}

test('a file without a time is fetched once', async () => {
  const settings = await serverWith({ size: 5, mode: 0o100644 });
  const practice = await testPractice();
  await practice.connect(settings, 'any');
  for (let round = 0; round < 2; round += 1) await practice.worker.runOnce();
  expect(await practice.exchange()).toMatchObject({ state: 'ok' });
  expect(await practice.files()).toMatchObject([{ name: 'a.txt', sizeBytes: 5 }]);
});
