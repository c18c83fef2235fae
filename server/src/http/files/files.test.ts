import type { FileList, InboundFile } from '@claimside/shared/api';
import { cents } from '@claimside/shared/values';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { check, fileOf, paying } from '../../exchange/testing-posting.ts';
import { insertInboundFile, markInboundRead } from '../../store/inbound-files.ts';
import { safeFileName } from '../file-name.ts';
import { problemOf, startTestApp, type TestApp, type TestDevice } from '../test-app.ts';

let server: TestApp;
let biller: TestDevice;
beforeEach(async () => {
  server = await startTestApp();
  biller = await server.pair('biller');
});
afterEach(() => server.close());

/** A file that was read, or that waits for a person for `reason`. */
async function receive(id: string, name: string, bytes: Uint8Array, reason: string | null) {
  await server.store.transaction(async (db) => {
    const scope = { db, practiceId: server.practiceId };
    const receivedAt = server.runtime.now();
    await insertInboundFile(scope, {
      id,
      name,
      bytes: Buffer.from(bytes),
      parentId: null,
      connectionId: 'main',
      receivedAt,
    });
    await markInboundRead(scope, id, reason === null ? '999' : 'unknown', reason, receivedAt);
  });
  server.moveClock(1_000);
}

describe('GET /files', () => {
  test('shows what needs a person first, with the reason, then the newest others', async () => {
    await receive('odd', 'ODD.bin', Buffer.from('?'), 'This is no file we know.');
    await receive('old', 'OLD.999', Buffer.from('old'), null);
    await receive('new', 'NEW.999', Buffer.from('new!'), null);
    const response = await server.request('GET', '/files', { device: biller });
    expect(response.status).toBe(200);
    const files = (await response.json()) as InboundFile[];
    expect(files.map(({ id, state, reason }) => [id, state, reason])).toEqual([
      ['odd', 'needs-person', 'This is no file we know.'],
      ['new', 'read', null],
      ['old', 'read', null],
    ]);
    expect(files[1]).toEqual({
      id: 'new',
      name: 'NEW.999',
      kind: '999',
      receivedAt: '2026-11-20T12:00:02.000Z',
      sizeBytes: 4,
      state: 'read',
      reason: null,
      waitsWithPayments: false,
      decision: null,
    });
  });
});

describe('POST /files/{id}/set-aside', () => {
  const setAside = (id: string, reason: string) =>
    server.request('POST', `/files/${id}/set-aside`, { device: biller, body: { reason } });

  test('takes a file off what waits, with the reason, once; who did it is on record', async () => {
    await receive('odd', 'ODD.bin', Buffer.from('?'), 'This is no file we know.');
    expect((await setAside('odd', ' ')).status).toBe(400);
    const response = await setAside('odd', 'A letter, answered');
    expect(await response.json()).toMatchObject({
      id: 'odd',
      state: 'set-aside',
      reason: 'This is no file we know.',
      decision: { kind: 'set-aside', reason: 'A letter, answered', by: 'TEST biller' },
    });
    expect(await (await server.request('GET', '/exchange', { device: biller })).json()).toMatchObject({
      filesNeedingPerson: 0,
    });
    expect((await problemOf(await setAside('odd', 'Again'))).code).toBe('file-needs-nobody');
    expect((await setAside('none', 'Again')).status).toBe(404);
    expect(await server.audited()).toContainEqual(
      expect.objectContaining({ action: 'file-set-aside', subject: 'odd', deviceId: biller.deviceId }),
    );
  });

  test('a file whose payments wait is counted with them, and goes when they are decided', async () => {
    const unbalanced = check('CHK1', [paying('C1', 10_000)], [], { paymentAmount: cents(9_000) });
    const response = await server.bring('ERA.835', fileOf(unbalanced), biller);
    const file = (await response.json()) as InboundFile;
    expect(file).toMatchObject({ state: 'needs-person', waitsWithPayments: true });
    expect(await (await server.request('GET', '/exchange', { device: biller })).json()).toMatchObject({
      filesNeedingPerson: 0,
    });
    expect((await problemOf(await setAside(file.id, 'Looked at'))).code).toBe('file-needs-nobody');
  });
});

describe('POST /files/search and /files/{id}/reopen', () => {
  const search = async (body: object) =>
    (await (
      await server.request('POST', '/files/search', { device: biller, body: { state: 'set-aside', ...body } })
    ).json()) as FileList;
  const reopen = (id: string) => server.request('POST', `/files/${id}/reopen`, { device: biller });
  const namesIn = ({ files }: FileList) => files.map(({ name }) => name);

  beforeEach(async () => {
    for (const [id, name] of [
      ['a', 'LETTER-a.txt'],
      ['b', 'advert.pdf'],
      ['c', 'Letter_c.txt'],
    ] as const) {
      await receive(id, name, Buffer.from(id), 'This is no file we know.');
      const set = { device: biller, body: { reason: `Looked at ${id}` } };
      await server.request('POST', `/files/${id}/set-aside`, set);
    }
    await receive('d', 'letter-d.txt', Buffer.from('d'), 'This is no file we know.');
  });

  test('those set aside come page by page, the newest first, and are found by any part of the name', async () => {
    const first = await search({ limit: 2 });
    expect([namesIn(first), first.found]).toEqual([['Letter_c.txt', 'advert.pdf'], 3]);
    const second = await search({ limit: 2, cursor: first.next });
    expect([namesIn(second), second.next]).toEqual([['LETTER-a.txt'], null]);
    expect(namesIn(await search({ search: 'letter' }))).toEqual(['Letter_c.txt', 'LETTER-a.txt']);
    expect(await search({ search: 'letter_' })).toMatchObject({ files: [{ id: 'c' }], found: 1 });
  });

  test('taken up again, a file waits for what it waited for, with what was said of it; once', async () => {
    expect(await (await reopen('b')).json()).toMatchObject({
      state: 'needs-person',
      reason: 'This is no file we know.',
      decision: { kind: 'reopened', reason: 'Looked at b', by: 'TEST biller' },
    });
    expect((await search({})).found).toBe(2);
    expect((await problemOf(await reopen('b'))).code).toBe('file-waits-already');
    expect((await problemOf(await reopen('d'))).code).toBe('file-waits-already');
    expect((await reopen('none')).status).toBe(404);
    expect(await server.audited()).toContainEqual(
      expect.objectContaining({ action: 'file-reopened', subject: 'b', deviceId: biller.deviceId }),
    );
  });
});

describe('GET /files/{id}/content', () => {
  test('gives every byte as received, as a download; the reading is on record', async () => {
    const bytes = Uint8Array.from({ length: 256 }, (_, byte) => byte);
    await receive('raw', 'REPORT.zip', bytes, null);
    const response = await server.request('GET', '/files/raw/content', { device: biller });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/octet-stream');
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="REPORT.zip"');
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(bytes);
    expect(await server.audited()).toContainEqual(
      expect.objectContaining({ action: 'file-read', subject: 'raw', deviceId: biller.deviceId }),
    );
  });

  test('a file that is not there is not found', async () => {
    expect((await server.request('GET', '/files/none/content', { device: biller })).status).toBe(404);
  });

  test.each([
    ['../../etc/passwd', 'etc_passwd'],
    ['a"b\r\nx: y.txt', 'a_b_x_y.txt'],
    ['.hidden', 'hidden'],
    ['/', 'file'],
  ])('the name %j of the sender becomes %s', (name, safe) => {
    expect(safeFileName(name)).toBe(safe);
  });
});
