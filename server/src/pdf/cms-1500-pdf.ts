/** A claim for the pre-printed red form: every text at its column (1/10 inch) and line (1/6 inch), and nothing else on the page. */
import type { Cms1500Page } from '@claimside/shared/papers';
import { FONTS, makePdf } from './document.ts';

/** Points. What a printer takes off at the edges, of which the form's first column and line stand free. */
const LEFT = 24;
const TOP = 20;
const COLUMN = 7.2;
const LINE = 12;
/** At which a letter of this font is one column wide. */
const SIZE = COLUMN / 0.602;

export function cms1500Pdf(pages: readonly Cms1500Page[], today: Date): Promise<Buffer> {
  return makePdf({ title: 'CMS-1500', margin: 0, today }, (pdf, root) => {
    pages.forEach(({ entries, lines }, page) => {
      if (page > 0) pdf.addPage();
      pdf.font(FONTS.mono).fontSize(SIZE);
      const inOrder = [...entries, ...lines.flat()].sort((a, b) => a.line - b.line || a.column - b.column);
      for (const { line, column, text } of inOrder) {
        const draw = () =>
          pdf.text(text, LEFT + (column - 1) * COLUMN, TOP + (line - 1) * LINE, { lineBreak: false });
        root.add(pdf.struct('P', {}, draw));
      }
    });
  });
}
