import { expect, test } from 'vitest';
import { keptHostKey, newHostKey } from './host-key.ts';
import { temporaryFolder } from './testing.ts';

test('every key that is made can be read again (about 1 in 256 of ssh2 1.17 ed25519 keys cannot, ssh2 issue 1513)', async () => {
  const folder = await temporaryFolder();
  for (let n = 0; n < 500; n++) {
    const made = await newHostKey(folder);
    expect(await keptHostKey(folder)).toEqual(made);
  }
});
