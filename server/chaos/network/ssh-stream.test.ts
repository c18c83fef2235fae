import { expect, test } from 'vitest';
import { SshStream } from './ssh-stream.ts';

/** Length of the packet, of the padding, the number of the message, and what follows. */
const packet = (message: number, payload: number) => {
  const bytes = Buffer.alloc(6 + payload);
  bytes.writeUInt32BE(2 + payload);
  bytes[5] = message;
  return bytes;
};
const SPOKEN = Buffer.concat([Buffer.from('SSH-2.0-x\r\n'), packet(20, 9), packet(21, 0), Buffer.from('??')]);

test.each([1, 3, 1_000])('a stream is told apart in pieces of %d bytes', (length) => {
  const stream = new SshStream();
  const parts = new Map<string, number>();
  for (let at = 0; at < SPOKEN.length; at += length)
    for (const { part, bytes } of stream.cut(SPOKEN.subarray(at, at + length)))
      parts.set(part, (parts.get(part) ?? 0) + bytes.length);
  expect([...parts]).toEqual([
    ['banner', 11],
    ['key exchange', 21],
    ['sealed', 2],
  ]);
});
