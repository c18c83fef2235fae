/** Tells by the first bytes what a file is, so that a person hears what they got instead of a list. */

/** Why a file is no text that could hold a list, and what to do. */
export interface NotText {
  readonly message: string;
  readonly fix: string;
}

const TEXT_FILE = 'Download the text or CSV file of the same list.';

export function fileKind(first: Buffer): 'text' | 'zip' | NotText {
  const start = first.toString('latin1').replace(/^\u00ef\u00bb\u00bf/, '');
  if (first.length === 0) return { message: 'The file is empty.', fix: 'Download it again.' };
  if (start.startsWith('PK')) return 'zip';
  if (start.startsWith('%PDF')) return { message: 'This is a PDF.', fix: TEXT_FILE };
  if (start.startsWith('\u00d0\u00cf\u0011\u00e0'))
    return { message: 'This is an old Excel workbook.', fix: 'Save the sheet as CSV.' };
  if (/^(\u00ff\u00fe|\u00fe\u00ff)/.test(start))
    return { message: 'This text is written as UTF-16.', fix: 'Save it as CSV UTF-8.' };
  if (/^\s*<(!doctype|html|\?xml)/i.test(start))
    return {
      message: 'This is a web page or XML: often the licence page that stands before the download.',
      fix: "Open the publisher's page in a browser, accept the licence, and download the file there.",
    };
  if (start.includes('\u0000')) return { message: 'This is not a text file.', fix: TEXT_FILE };
  return 'text';
}
