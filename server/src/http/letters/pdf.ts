/** A letter as a PDF for a printer or a fax: US letter paper, a line of the text a line or more of the page. */
import { makePdf } from '../../pdf/document.ts';

/** Points. */
const MARGIN = 72;

export function letterPdf(text: string, title: string, today: Date): Promise<Buffer> {
  return makePdf({ title, margin: MARGIN, today }, (pdf, root) => {
    pdf.fontSize(10);
    for (const line of text.split('\n')) {
      if (line === '') pdf.moveDown(0.7);
      else root.add(pdf.struct('P', {}, () => pdf.text(line, { lineGap: 2 })));
    }
  });
}
