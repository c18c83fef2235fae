/** A new PDF on US letter paper: tagged for who hears it read, the same bytes for the same content, in letters beyond Western Europe's. */
import { buffer } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import PDFDocument from 'pdfkit';

const fontFile = (name: string): string =>
  fileURLToPath(import.meta.resolve(`dejavu-fonts-ttf/ttf/${name}.ttf`));

/** The fonts that every reader has know no letters beyond Western Europe's. */
export const FONTS = {
  plain: fontFile('DejaVuSans'),
  bold: fontFile('DejaVuSans-Bold'),
  mono: fontFile('DejaVuSansMono'),
};

export type Pdf = PDFKit.PDFDocument;

/** Points. */
export const PAGE = { width: 612, height: 792 };

/** `draw` gets the document with its first page, and the element that all others belong to. */
export async function makePdf(
  { title, margin, today }: { readonly title: string; readonly margin: number; readonly today: Date },
  draw: (pdf: Pdf, root: PDFKit.PDFStructureElement) => void,
): Promise<Buffer> {
  const pdf = new PDFDocument({
    size: 'LETTER',
    margin,
    lang: 'en-US',
    displayTitle: true,
    tagged: true,
    pdfVersion: '1.7',
    bufferPages: true,
    info: { Title: title, Producer: 'Claimside', Creator: 'Claimside', CreationDate: today },
  });
  const whole = buffer(pdf);
  const root = pdf.struct('Document');
  pdf.addStructure(root);
  pdf.font(FONTS.plain);
  draw(pdf, root);
  root.end();
  pdf.end();
  return whole;
}
