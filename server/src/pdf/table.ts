/** A table of a PDF: rows are never broken, and every page begins with the names of the columns. */
import type { PaperBlock } from '@claimside/shared/papers';
import { FONTS } from './document.ts';
import type { Drawing } from './paper-pdf.ts';

type Table = Extract<PaperBlock, { kind: 'table' }>;

const SIZE = 8.5;
const PAD = 3;

export function drawTable(drawing: Drawing, { caption, columns, rows, total }: Table): void {
  const { pdf } = drawing;
  const shares = columns.reduce((sum, { share }) => sum + share, 0);
  let x = drawing.left;
  const cells = columns.map(({ share, isNumber }) => {
    const width = (drawing.width * share) / shares;
    const cell = {
      x: x + PAD,
      width: width - 2 * PAD,
      align: isNumber ? ('right' as const) : ('left' as const),
    };
    x += width;
    return cell;
  });
  const heightOf = (texts: readonly string[]) =>
    Math.max(...texts.map((text, at) => pdf.heightOfString(text || ' ', { width: cells[at]?.width ?? 1 })));
  const table = pdf.struct('Table', { alt: caption });
  drawing.root.add(table);

  const draw = (texts: readonly string[], type: 'TH' | 'TD' | 'again') => {
    const { y } = pdf;
    const height = heightOf(texts);
    const cell = (text: string, at: number) => {
      const { x: left = 0, ...fit } = cells[at] ?? {};
      pdf.text(text, left, y + PAD, fit);
    };
    if (type === 'again') drawing.artifact(() => texts.forEach(cell));
    else {
      const line = pdf.struct('TR');
      table.add(line);
      texts.forEach((text, at) => {
        line.add(pdf.struct(type, {}, () => cell(text, at)));
      });
      line.end();
    }
    pdf.y = y + height + 2 * PAD;
    drawing.rule(drawing.left, pdf.y, drawing.left + drawing.width);
  };
  const names = columns.map(({ name }) => name);
  const plainly = () => pdf.font(FONTS.plain).fontSize(SIZE);
  const boldly = () => pdf.font(FONTS.bold).fontSize(SIZE);

  boldly();
  drawing.makeRoom(heightOf(names) + 40);
  draw(names, 'TH');
  for (const [at, texts] of [...rows, ...(total ? [total] : [])].entries()) {
    const font = at < rows.length ? plainly : boldly;
    font();
    if (drawing.makeRoom(heightOf(texts) + 2 * PAD)) {
      boldly();
      draw(names, 'again');
      font();
    }
    draw(texts, 'TD');
  }
  table.end();
  pdf.y += 10;
}
