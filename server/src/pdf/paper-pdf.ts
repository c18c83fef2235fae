/** A paper as a PDF: its blocks one under another, over as many pages as it takes, with the page's number at the foot. */
import type { Paper, PaperBlock } from '@claimside/shared/papers';
import { FONTS, makePdf, PAGE, type Pdf } from './document.ts';
import { drawTable } from './table.ts';

const MARGIN = 54;
const WIDTH = PAGE.width - 2 * MARGIN;
const BOTTOM = PAGE.height - MARGIN - 18;
/** Where the window of a usual envelope is, from the top, once the page is folded in three. */
const WINDOW_TOP = 148;
const QUIET = '#444444';

interface Place {
  readonly x: number;
  readonly width: number;
  readonly align: 'left' | 'right';
}

type Of<Kind extends PaperBlock['kind']> = Extract<PaperBlock, { kind: Kind }>;

export function paperPdf({ title, blocks }: Paper, today: Date): Promise<Buffer> {
  return makePdf({ title, margin: MARGIN, today }, (pdf, root) => {
    const drawing = new Drawing(pdf, root);
    drawing.title(title, blocks[0]?.kind === 'parties');
    for (const block of blocks) drawing.block(block);
    drawing.numberPages(title);
  });
}

class Drawing {
  readonly pdf: Pdf;
  readonly root: PDFKit.PDFStructureElement;
  readonly left = MARGIN;
  readonly width = WIDTH;

  constructor(pdf: Pdf, root: PDFKit.PDFStructureElement) {
    this.pdf = pdf;
    this.root = root;
  }

  /** `isBeside`: who writes stands at its left. */
  title(title: string, isBeside: boolean): void {
    this.add('H1', () =>
      this.pdf
        .font(FONTS.bold)
        .fontSize(18)
        .text(title, MARGIN, MARGIN, { width: WIDTH, align: isBeside ? 'right' : 'left' }),
    );
    this.pdf.y = isBeside ? MARGIN : this.pdf.y + 8;
  }

  block(block: PaperBlock): void {
    switch (block.kind) {
      case 'parties':
        this.parties(block);
        return;
      case 'heading':
        this.heading(block.text);
        return;
      case 'words':
        this.words(block);
        return;
      case 'facts':
        this.facts(block);
        return;
      case 'table':
        drawTable(this, block);
        return;
      case 'sums':
        this.sums(block);
        return;
    }
  }

  /** Beside the title, and in the window. */
  parties({ from, to }: Of<'parties'>): void {
    const lines = (all: readonly string[], first: string) => {
      for (const [place, line] of all.entries()) {
        this.pdf.font(place === 0 ? first : FONTS.plain).fontSize(10);
        this.add('P', () => this.pdf.text(line, MARGIN, this.pdf.y, { width: WIDTH * 0.65 }));
      }
    };
    this.pdf.y = MARGIN;
    lines(from, FONTS.bold);
    this.pdf.y = Math.max(this.pdf.y + 12, WINDOW_TOP);
    lines(to, FONTS.plain);
    this.pdf.y += 24;
  }

  heading(text: string): void {
    this.pdf.font(FONTS.bold).fontSize(11);
    // Never the last line of a page.
    this.makeRoom(this.pdf.heightOfString(text, { width: WIDTH }) + 54);
    this.pdf.y += 6;
    this.add('H2', () => this.pdf.text(text, MARGIN, this.pdf.y, { width: WIDTH }));
    this.pdf.y += 3;
  }

  words({ text, isQuiet }: Of<'words'>): void {
    this.pdf.font(FONTS.plain).fontSize(isQuiet ? 8.5 : 10);
    this.makeRoom(this.pdf.heightOfString(text, { width: WIDTH, lineGap: 2 }));
    this.add('P', () =>
      this.pdf
        .fillColor(isQuiet ? QUIET : 'black')
        .text(text, MARGIN, this.pdf.y, { width: WIDTH, lineGap: 2 })
        .fillColor('black'),
    );
    this.pdf.y += 8;
  }

  facts({ facts }: Of<'facts'>): void {
    const rows = facts.map(({ name, value }) => ({ texts: [name, value] as const, isBold: false }));
    const [names, gap] = [WIDTH * 0.28, 8];
    this.pairs('Facts', rows, [
      { x: MARGIN, width: names - gap, align: 'left' },
      { x: MARGIN + names, width: WIDTH - names, align: 'left' },
    ]);
  }

  /** At the right, as sums are written. */
  sums({ caption, rows }: Of<'sums'>): void {
    const [left, width] = [MARGIN + WIDTH * 0.45, WIDTH * 0.55];
    const pairs = rows.map(({ name, amount, isSum }) => ({ texts: [name, amount] as const, isBold: isSum }));
    this.pairs(caption, pairs, [
      { x: left, width: width * 0.65, align: 'left' },
      { x: left + width * 0.65, width: width * 0.35, align: 'right' },
    ]);
  }

  /** A name and what it is, a row each. A rule stands above what stands out. */
  pairs(
    caption: string,
    rows: readonly { readonly texts: readonly [string, string]; readonly isBold: boolean }[],
    [name, value]: readonly [Place, Place],
  ): void {
    const table = this.pdf.struct('Table', { alt: caption });
    this.root.add(table);
    for (const { texts, isBold } of rows) {
      this.pdf.font(isBold ? FONTS.bold : FONTS.plain).fontSize(9.5);
      const height = Math.max(
        this.pdf.heightOfString(texts[0], { width: name.width }),
        this.pdf.heightOfString(texts[1], { width: value.width }),
      );
      this.makeRoom(height + 3);
      const { y } = this.pdf;
      if (isBold) this.rule(name.x, y, value.x + value.width);
      const line = this.pdf.struct('TR');
      table.add(line);
      const cell = (type: 'TH' | 'TD', text: string, { x, ...fit }: Place) =>
        line.add(this.pdf.struct(type, {}, () => this.pdf.text(text, x, y + 2, fit)));
      cell('TH', texts[0], name);
      cell('TD', texts[1], value);
      line.end();
      this.pdf.y = y + height + 3;
    }
    table.end();
    this.pdf.y += 8;
  }

  rule(left: number, y: number, right: number): void {
    this.artifact(() =>
      this.pdf.moveTo(left, y).lineTo(right, y).lineWidth(0.5).strokeColor('#888888').stroke(),
    );
  }

  /** What is seen and not read out. */
  artifact(draw: () => void): void {
    this.pdf.markContent('Artifact', { type: 'Layout' });
    draw();
    this.pdf.endMarkedContent();
  }

  /** A new page where so much does not fit any more; true where it was made. */
  makeRoom(height: number): boolean {
    if (this.pdf.y + height <= BOTTOM) return false;
    this.pdf.addPage();
    this.pdf.y = MARGIN;
    return true;
  }

  add(type: string, draw: () => void): void {
    this.root.add(this.pdf.struct(type, {}, draw));
  }

  numberPages(title: string): void {
    const { start, count } = this.pdf.bufferedPageRange();
    for (let page = 0; page < count; page++) {
      this.pdf.switchToPage(start + page);
      this.pdf.markContent('Artifact', { type: 'Pagination' });
      // Below the margin, where text would else go on to a new page.
      this.pdf.page.margins.bottom = 0;
      this.pdf
        .font(FONTS.plain)
        .fontSize(8)
        .fillColor(QUIET)
        .text(`${title}, page ${page + 1} of ${count}`, MARGIN, PAGE.height - MARGIN + 6, {
          width: WIDTH,
          align: 'right',
          lineBreak: false,
        })
        .fillColor('black');
      this.pdf.endMarkedContent();
    }
  }
}

export type { Drawing };
