/** A zip is opened within bounds, its paths are ignored, and a damaged one is a sentence, not an exception. */
import { buffer } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { ZipFile } from 'yazl';
import { readZip, ZIP_LIMITS } from './read-zip.ts';

async function zipOf(files: Readonly<Record<string, Buffer>>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(files)) zip.addBuffer(content, name);
  zip.end();
  return buffer(zip.outputStream);
}

const text = Buffer.from('ST*835*0001~');

test('each file is given by its bare name', async () => {
  const zip = await zipOf({ 'a/b/1_ERA_835.835': text, '2.txt': text });
  expect(await readZip(zip)).toEqual({
    ok: true,
    value: [
      { name: '1_ERA_835.835', bytes: text },
      { name: '2.txt', bytes: text },
    ],
  });
});

test('a path that climbs out is cut to its bare name', async () => {
  const zip = await zipOf({ 'xx/xx/evil.835': text });
  const climbing = Buffer.from(zip.toString('latin1').replaceAll('xx/xx/evil', '../../evil'), 'latin1');
  expect(await readZip(climbing)).toMatchObject({ ok: true, value: [{ name: 'evil.835' }] });
});

test.each([
  ['too many files', { a: text, b: text, c: text }, { entries: 2 }],
  ['one file too large', { a: Buffer.alloc(2_000) }, { entryBytes: 1_000 }],
  ['too large together', { a: Buffer.alloc(800), b: Buffer.alloc(800) }, { totalBytes: 1_000 }],
  ['growing too much', { a: Buffer.alloc(5_000_000) }, { ratio: 100 }],
  ['nothing', {}, {}],
])('a package with %s is refused with a sentence', async (_, files, limits) => {
  const result = await readZip(await zipOf(files), { ...ZIP_LIMITS, ...limits });
  expect(result.ok ? '' : result.error).toMatch(/^The package .*\.$/);
});

test('a size that lies about the content is caught while opening', async () => {
  const zip = await zipOf({ a: Buffer.alloc(50_000, 'x') });
  const size = Buffer.alloc(4);
  size.writeUInt32LE(50_000);
  const lie = Buffer.alloc(4);
  lie.writeUInt32LE(10);
  for (let at = zip.indexOf(size); at >= 0; at = zip.indexOf(size)) lie.copy(zip, at);
  expect((await readZip(zip)).ok).toBe(false);
});

test('any cut or flipped byte gives a result, never an exception', async () => {
  const zip = await zipOf({ '1.835': text, '2.txt': text });
  for (let at = 0; at < zip.length; at += 1) {
    const flipped = Buffer.from(zip);
    flipped[at] = (flipped[at] ?? 0) ^ 0xff;
    expect(typeof (await readZip(flipped)).ok).toBe('boolean');
    expect(typeof (await readZip(zip.subarray(0, at))).ok).toBe('boolean');
  }
});
