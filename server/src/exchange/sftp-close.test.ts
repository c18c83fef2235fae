import { type AddressInfo, connect, createServer } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { connectSftp } from './sftp-transport.ts';
import { testSandbox } from './testing.ts';

test('a clearinghouse that has fallen silent does not keep a session from being closed', async () => {
  const sandbox = await testSandbox();
  let isSilent = false;
  const wire = createServer({ allowHalfOpen: true }, (client) => {
    const server = connect({ port: sandbox.port, host: sandbox.host, allowHalfOpen: true });
    client.on('data', (bytes) => isSilent || server.write(bytes));
    server.on('data', (bytes) => isSilent || client.write(bytes));
    for (const socket of [client, server]) socket.on('error', () => {});
    client.on('close', () => server.destroy());
  });
  await new Promise<void>((resolve) => wire.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void wire.close());
  const { port } = wire.address() as AddressInfo;
  const { host, username, password: secret, hostKeySha256 } = sandbox;
  const opened = await connectSftp({ host, port, username, secret, hostKeySha256 });
  if (!opened.ok) throw new Error(opened.error.code);
  expect(await opened.value.list('outbound')).toMatchObject({ ok: true });
  isSilent = true;
  await opened.value.close();
});
