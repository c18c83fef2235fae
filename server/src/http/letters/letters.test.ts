/** A letter comes back as a PDF, for admins alone, and nothing of it is kept. */
import { inflateSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { problemOf, startTestApp, type TestApp } from '../test-app.ts';
import { letterPdf } from './pdf.ts';

let server: TestApp;
beforeEach(async () => {
  server = await startTestApp();
});
afterEach(() => server.close());

const LETTER = { title: 'Request for SFTP', text: 'Łucja Sample\n\nPlease set up SFTP.' };

test('a letter comes back as a PDF', async () => {
  const device = await server.pair('admin');
  const response = await server.request('POST', '/letters/pdf', { device, body: LETTER });
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe('application/pdf');
  expect(Buffer.from(await response.arrayBuffer()).toString('latin1')).toMatch(/^%PDF-1\.\d/);
});

test('an empty letter is refused', async () => {
  const device = await server.pair('admin');
  const response = await server.request('POST', '/letters/pdf', { device, body: { ...LETTER, text: '' } });
  expect((await problemOf(response)).code).toBe('invalid-request');
});

test('a long letter goes on over as many pages as it takes, and no line is lost', async () => {
  const lines = Array.from({ length: 120 }, (_, line) => `Line ${line}`);
  const pdf = (await letterPdf(lines.join('\n'), 'Long', new Date(0))).toString('latin1');
  expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(3);
  const texts = [...pdf.matchAll(/stream\n([\s\S]*?)\nendstream/g)].flatMap(([, content = '']) => {
    const bytes = Buffer.from(content, 'latin1');
    try {
      return inflateSync(bytes).toString('latin1');
    } catch {
      return []; // another kind of stream
    }
  });
  expect(texts.join('').match(/ TJ/g)).toHaveLength(lines.length);
});
