/** XML of the other side, read without document types and entities of its own; and text made fit for ours. */

import { err, ok, type Result } from '@claimside/shared/values';
import { parseXml, type XmlDocument, XmlDocumentType, XmlElement, XmlError } from '@rgrove/parse-xml';
import { type RealTimeTrouble, troubleOf } from '../trouble.ts';
import { textOf } from './charset.ts';

/** `charset`: as HTTP declares it; else the XML itself may. */
export function readXml(bytes: Uint8Array, charset: string | undefined): Result<XmlElement, RealTimeTrouble> {
  const text = textOf(bytes, charset ?? declaredIn(bytes));
  if (!text.ok) return text;
  const parsed = parsedXml(text.value.trimStart());
  if (!parsed.ok) return parsed;
  const hasDocumentType = parsed.value.children.some((each) => each instanceof XmlDocumentType);
  if (hasDocumentType) return err(troubleOf('DTD'));
  return parsed.value.root ? ok(parsed.value.root) : err(troubleOf('XML'));
}

function parsedXml(text: string): Result<XmlDocument, RealTimeTrouble> {
  try {
    return ok(parseXml(text, { preserveDocumentType: true }));
  } catch (error) {
    // An entity that is not one of XML's own ends here; so does more depth than there is memory for.
    const at = error instanceof XmlError ? { line: error.line, column: error.column } : undefined;
    return err(troubleOf(/^\s*<!DOCTYPE/m.test(text.slice(0, 1_000)) ? 'DTD' : 'XML', at && { at }));
  }
}

/** `<?xml version="1.0" encoding="iso-8859-1"?>`. */
function declaredIn(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, 200)).toString('latin1');
  return /^\s*<\?xml[^>]*\bencoding\s*=\s*["']([\w.-]+)["']/.exec(head)?.[1];
}

/** `Body` of `s:Body`, lower case. */
export function localName({ name }: XmlElement): string {
  return name.slice(name.indexOf(':') + 1).toLowerCase();
}

export function elementsIn({ children }: XmlElement): XmlElement[] {
  return children.filter((each) => each instanceof XmlElement);
}

/** Named one within the other, whatever their prefixes. */
export function elementAt(from: XmlElement, ...path: readonly string[]): XmlElement | undefined {
  const [name, ...rest] = path;
  if (name === undefined) return from;
  const next = elementsIn(from).find((each) => localName(each) === name);
  return next && elementAt(next, ...rest);
}

/** What XML can't hold becomes a blank. */
const NO_XML = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

export function escaped(text: string): string {
  return text
    .replace(NO_XML, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** Not to be looked into. */
export function cdata(text: string): string {
  return `<![CDATA[${text.replace(NO_XML, ' ').replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;
}
