/** Files in outbound that nobody can read: each waits for a person with its reason, and holds up nothing. */
import { mkdir, readdir, readFile, rename, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { clickInSidebar, pressBill, sidebarText } from '../browser/index.ts';
import { type Chart, type Office, openOffice, openView } from './set-up.ts';

let office: Office;
let chart: Chart;

const UNKNOWN = 'Claimside does not know this kind of file. Save a copy, and see whether it needs an answer.';

/** Every unreadable file lies there before the visit is billed, so that its answers come among them. */
const BAD_FILES: readonly (readonly [name: string, content: () => Buffer, reason: string])[] = [
  [
    '0000000001.empty',
    () => Buffer.alloc(0),
    'The file is empty. Ask the clearinghouse whether it should hold something.',
  ],
  ['PICTURE.gif', () => Buffer.from('GIF89a not from a clearinghouse'), UNKNOWN],
  [
    'DAMAGED_ERA.zip',
    () => zip('remittance.835', Buffer.from('ISA*00*')).subarray(0, 40),
    'The package is damaged and cannot be opened.',
  ],
  [
    'GROWING_ERA.zip',
    () => zip('remittance.835', Buffer.alloc(10_000_000)),
    'The package grows more than allowed when opened.',
  ],
  [
    'NOBODY.999',
    () => Buffer.from(ACKNOWLEDGEMENT_OF_NOBODY),
    'It answers a file that was not sent from here.',
  ],
  ['TORN.835', () => Buffer.from(ACKNOWLEDGEMENT_OF_NOBODY.slice(0, 150)), UNKNOWN],
];

/** A 999 as the clearinghouse writes them, about a group number that no file from here had. */
const ACKNOWLEDGEMENT_OF_NOBODY = [
  'ISA*00*          *00*          *ZZ*330897513      *ZZ*123456789      *261122*0800*^*00501*000000001*0*P*:',
  'GS*FA*330897513*123456789*20261122*0800*1*X*005010X231A1',
  'ST*999*0001*005010X231A1',
  'AK1*HC*999999*005010X222A1',
  'AK2*837*0001*005010X222A1',
  'IK5*A',
  'AK9*A*1*1*1',
  'SE*6*0001',
  'GE*1*1',
  'IEA*1*000000001',
  '',
].join('~');

beforeAll(async () => {
  office = await openOffice('unreadable');
  const { sandbox } = office.stage;
  for (const [name, content] of BAD_FILES) {
    // Written elsewhere first: the server must never see a half of it.
    const written = join(office.dataDir, name);
    await writeFile(written, content());
    await utimes(written, new Date(), new Date(Date.now() - 5 * 60_000));
    await rename(written, join(sandbox.dataDir, 'outbound', name));
  }
  chart = await office.openVisit(6001, 'GARBAGE1');
  await pressBill(chart.page, chart.sidebar);
  await sandbox.idle();
});
afterAll(() => office?.close());

/** The waiting files as the Payments view shows them: name and reason. */
async function waitingFiles(): Promise<string[][]> {
  return chart.sidebar.$$eval('[aria-label="Files that need a person"] li', (rows) =>
    rows.map((row) => [
      row.querySelector('.mono')?.textContent ?? '',
      row.querySelector(':scope > .small')?.textContent ?? '',
    ]),
  );
}

describe('unreadable file in outbound', () => {
  test('the claim is paid all the same', async () => {
    await sidebarText(chart.sidebar, 'Nothing to do.');
    const [claim] = await office.claimsOnce('paid');
    expect(claim?.money).toMatchObject({ open: 0, paid: 33_680 });
  });

  test('each waits in Payments with the reason, and nothing else does', async () => {
    await openView(chart, 'Payments');
    await chart.sidebar.waitForSelector('[aria-label="Files that need a person"]');
    const [garbage, ...others] = (await waitingFiles()).filter(
      ([name]) => !BAD_FILES.some(([bad]) => bad === name),
    );
    expect([garbage?.[1], ...others]).toEqual([UNKNOWN]);
    expect(await waitingFiles()).toEqual(
      expect.arrayContaining(BAD_FILES.map(([name, , reason]) => [name, reason])),
    );
    await sidebarText(chart.sidebar, '7 files could not be worked in whole. Nothing is lost');
  });

  test('the bytes are kept as they came, and a person can save a copy to look at', async () => {
    const downloads = join(office.dataDir, 'downloads');
    await mkdir(downloads);
    const session = await office.browser.target().createCDPSession();
    await session.send('Browser.setDownloadBehavior', {
      behavior: 'allow',
      downloadPath: downloads,
      eventsEnabled: true,
    });
    const saved = new Promise<void>((resolve) => {
      session.on('Browser.downloadProgress', ({ state }) => state === 'completed' && resolve());
    });
    await clickInSidebar(chart.page, chart.sidebar, '::-p-aria([name="Save a copy of NOBODY.999"])');
    await saved;
    expect(await readdir(downloads)).toEqual(['NOBODY.999']);
    expect(await readFile(join(downloads, 'NOBODY.999'), 'utf8')).toBe(ACKNOWLEDGEMENT_OF_NOBODY);
  });
});

/** A zip of one deflated file, with nothing else that the format allows. */
function zip(name: string, content: Buffer): Buffer {
  const packed = deflateRawSync(content);
  const common = Buffer.alloc(26);
  common.writeUInt16LE(20, 0); // version
  common.writeUInt16LE(8, 4); // deflate
  common.writeUInt32LE(crc32(content), 10);
  common.writeUInt32LE(packed.length, 14);
  common.writeUInt32LE(content.length, 18);
  common.writeUInt16LE(name.length, 22);
  const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, Buffer.from(name), packed]);
  const entry = Buffer.concat([
    Buffer.from('PK\x01\x02\x14\x00'),
    common,
    Buffer.alloc(14),
    Buffer.from(name),
  ]);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06');
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(entry.length, 12);
  end.writeUInt32LE(local.length, 16);
  return Buffer.concat([local, entry, end]);
}
