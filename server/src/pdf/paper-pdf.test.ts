/** A paper as PDF says all of it, in any letters, over as many pages as it takes, and is the same whenever it is made. */
import { column, numbers, type Paper } from '@claimside/shared/papers';
import { getDocumentProxy, getMeta } from 'unpdf';
import { expect, test } from 'vitest';
import { paperPdf } from './paper-pdf.ts';
import { pdfText } from './testing.ts';

const TODAY = new Date('2026-11-27T12:00:00.000Z');
const table = (rows: number): Paper['blocks'][number] => ({
  kind: 'table',
  caption: 'Services',
  columns: [column('Code', 2), numbers('Charge', 1)],
  rows: Array.from({ length: rows }, (_, row) => [`C${String(row).padStart(4, '0')}`, `$${row}.00`]),
  total: ['Total', '$9.00'],
});
const paper = (...blocks: Paper['blocks']): Paper => ({ title: 'Superbill', blocks });

test('every kind of block is there to be read and copied', async () => {
  const pages = await pdfText(
    await paperPdf(
      paper(
        { kind: 'parties', from: ['Sample Clinic'], to: ['Marta Quintero'] },
        { kind: 'heading', text: 'Services' },
        { kind: 'words', text: 'Please pay.', isQuiet: false },
        { kind: 'facts', facts: [{ name: 'Paid on', value: '11/16/2026' }] },
        table(2),
        { kind: 'sums', caption: 'Amounts', rows: [{ name: 'You owe', amount: '$15.00', isSum: true }] },
      ),
      TODAY,
    ),
  );
  expect(pages).toEqual([
    'SuperbillSample Clinic Marta Quintero Services Please pay. Paid on 11/16/2026 Code Charge C0000 $0.00 C0001 $1.00 Total $9.00 You owe $15.00 Superbill, page 1 of 1',
  ]);
});

test('rows go on over the pages: none is lost or broken, and each page names the columns and its number', async () => {
  const pages = await pdfText(await paperPdf(paper(table(150)), TODAY));
  expect(pages.length).toBeGreaterThan(2);
  pages.forEach((page, place) => {
    expect(page).toContain('Code Charge');
    expect(page).toContain(`page ${place + 1} of ${pages.length}`);
  });
  const codes = pages.join(' ').match(/C\d{4}/g);
  expect(codes).toEqual(Array.from({ length: 150 }, (_, row) => `C${String(row).padStart(4, '0')}`));
});

test('names in other letters and very long ones come out whole', async () => {
  const name = 'Žofia Ειρήνη Nguyễn-Świętosławska Дарья';
  const long = Array.from({ length: 40 }, (_, word) => `Longname${word}`).join(' ');
  const [page] = await pdfText(await paperPdf(paper({ kind: 'parties', from: [long], to: [name] }), TODAY));
  expect(page).toContain(name);
  expect(page).toContain(long);
});

test('the same paper is the same bytes, tagged, in English, under its title', async () => {
  const make = () => paperPdf(paper(table(3)), TODAY);
  const pdf = await make();
  expect(pdf.equals(await make())).toBe(true);
  const raw = pdf.toString('latin1');
  for (const part of ['/Marked true', '/StructTreeRoot', '/DisplayDocTitle true'])
    expect(raw.includes(part)).toBe(true);
  const { info } = await getMeta(await getDocumentProxy(new Uint8Array(pdf)));
  expect(info).toMatchObject({ Title: 'Superbill', Language: 'en-US' });
});
