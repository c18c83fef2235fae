/** A letter as a PDF for a printer or a fax: US letter paper, a line of the text a line or more of the page. */
import { buffer } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import PDFDocument from 'pdfkit';

/** The fonts that every reader has know no letters beyond Western Europe's. */
const FONT = fileURLToPath(import.meta.resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf'));

/** Points. */
const MARGIN = 72;

export async function letterPdf(text: string, title: string, today: Date): Promise<Buffer> {
  const pdf = new PDFDocument({
    size: 'LETTER',
    margin: MARGIN,
    lang: 'en-US',
    displayTitle: true,
    info: { Title: title, Producer: 'Claimside', Creator: 'Claimside', CreationDate: today },
  });
  const whole = buffer(pdf);
  pdf.font(FONT).fontSize(10);
  for (const line of text.split('\n')) {
    if (line === '') pdf.moveDown(0.7);
    else pdf.text(line, { lineGap: 2 });
  }
  pdf.end();
  return whole;
}
