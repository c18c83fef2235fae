/**
 * Whose a page is that no recipe knows. Nothing tells a live frame from a stale one there, and nothing an open visit from
 * a list to choose from: what no page around it gives a patient's name to is never sure.
 */
import { IN_DOUBT, identityOf, SURE, UNWITNESSED } from '@claimside/shared/capture';
import { atMost } from '../captured.ts';
import type { DocumentRead } from '../witnesses.ts';

/** What is read in a document, and the documents around it, the outermost first and itself last. */
export interface Around {
  readonly document: Document;
  readonly body: DocumentRead;
}

/** A name that is not sure names nobody. */
const namesPatient = ({ fields }: DocumentRead): boolean =>
  identityOf(fields).name !== undefined &&
  ((fields['patient.name'] ?? fields['patient.lastName'])?.confidence ?? 0) >= SURE;

/** `isNameless` where the lines are nobody's: neither their frame nor any page around it names a patient. */
export function witnessed(
  { document, body }: Around,
  read: readonly Around[],
): { readonly body: DocumentRead; readonly isNameless: boolean } {
  const around = pagesAround(document).flatMap((page) => read.find((each) => each.document === page) ?? []);
  const [outermost] = around;
  const isNameless = !around.some((page) => namesPatient(page.body));
  if (outermost && !namesPatient(outermost.body) && outermost.document !== document)
    return { body: atMost(IN_DOUBT, body), isNameless };
  const { lines } = body;
  if (!lines) return { body, isNameless: false };
  // A chart lists diagnoses too: only beside services they are the visit's.
  const most = lines.lines.length === 0 ? IN_DOUBT : isNameless ? UNWITNESSED : 1;
  return { body: { ...body, lines: atMost(most, lines) }, isNameless: false };
}

/** Itself and those it stands in, the outermost first; a set of frames shows nothing of its own. */
function pagesAround(document: Document): Document[] {
  const pages: Document[] = [];
  for (let page: Document | undefined = document; page; page = page.defaultView?.frameElement?.ownerDocument)
    if (page.body?.localName !== 'frameset') pages.unshift(page);
  return pages;
}
