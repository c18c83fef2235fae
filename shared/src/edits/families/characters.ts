/** Edits on what X12's basic characters can't say in free text. */
import type { Edit, Report } from '../edit.ts';

/** Signs that are typed and that the Basic character set lacks; accents and small letters have a plain form. */
const UNSENDABLE = /[#$%*:<>@[\\\]^{|}~]/;

export const characterEdits: readonly Edit[] = [
  {
    id: 'text-characters',
    severity: 'warning',
    snip: 1,
    fields: [
      'note.text',
      'fixedFormats.*',
      'spinalManipulation.description1',
      'spinalManipulation.description2',
      'serviceLines.*.note.text',
      'serviceLines.*.fixedFormats.*',
      'serviceLines.*.description',
    ],
    source: 'X12 837P Basic character set; Office Ally',
    summary: 'Free text says what it says without signs such as % @ # < > : *, which are sent as blanks.',
    check({ note, fixedFormats, spinalManipulation, serviceLines }, { isFromFile }, report) {
      if (isFromFile) return;
      look(note?.text, 'note.text', report);
      each(fixedFormats, 'fixedFormats', report);
      look(spinalManipulation?.description1, 'spinalManipulation.description1', report);
      look(spinalManipulation?.description2, 'spinalManipulation.description2', report);
      serviceLines?.forEach((line, index) => {
        if (!line.note && !line.fixedFormats && !line.description) return;
        const path = `serviceLines.${index}`;
        look(line.note?.text, `${path}.note.text`, report);
        each(line.fixedFormats, `${path}.fixedFormats`, report);
        look(line.description, `${path}.description`, report);
      });
    },
  },
  {
    id: 'email-characters',
    severity: 'error',
    snip: 1,
    fields: ['billingProvider.contactEmail', 'serviceLines.*.orderingProvider.contact.email'],
    source: 'X12 837P Basic character set; Office Ally',
    summary:
      'A contact has a telephone or fax number instead of an e-mail address, which claims can not carry.',
    check({ billingProvider, serviceLines }, { isFromFile }, report) {
      if (isFromFile) return;
      if (billingProvider?.contactEmail) noEmail('billingProvider.contactEmail', report);
      serviceLines?.forEach(({ orderingProvider }, index) => {
        if (orderingProvider?.contact?.email)
          noEmail(`serviceLines.${index}.orderingProvider.contact.email`, report);
      });
    },
  },
];

function noEmail(path: string, report: Report): void {
  report(
    path,
    'Claims can not carry the @ of an e-mail address.',
    'Give a telephone or fax number instead.',
    [{ path }],
  );
}

function each(texts: readonly string[] | undefined, path: string, report: Report): void {
  texts?.forEach((text, index) => {
    look(text, `${path}.${index}`, report);
  });
}

function look(text: string | undefined, path: string, report: Report): void {
  if (text === undefined || !UNSENDABLE.test(text)) return;
  const message =
    'This text has a sign that claims can not carry (% @ # < > : * and the like); a blank takes its place.';
  report(path, message, 'Write it in words.');
}
