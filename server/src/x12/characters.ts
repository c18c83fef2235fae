/** Folds text to the X12 Basic character set, so that no separator, accent, lower case or control character enters data. */
import type { Separators } from './separators.ts';

/** Letters that no decomposition takes apart, and marks that have a plain form. */
const PLAIN_FORMS: Readonly<Record<string, string>> = {
  Æ: 'AE',
  Œ: 'OE',
  Ø: 'O',
  Ł: 'L',
  Đ: 'D',
  Ð: 'D',
  Þ: 'TH',
  ẞ: 'SS',
  ß: 'SS',
  ı: 'I',
  '‘': "'",
  '’': "'",
  '`': "'",
  '´': "'",
  '“': '"',
  '”': '"',
  '‐': '-',
  '‑': '-',
  '–': '-',
  '—': '-',
  _: '-',
};

/**
 * Upper case A-Z, digits, blank and `! " & ' ( ) + , - . / ; ? =`; anything else becomes a blank, blanks are joined and cut
 * at both ends. The separators `* ~ : ^` are never in the result.
 * Folding twice changes nothing more.
 */
export function foldText(text: string): string {
  if (isFolded(text)) return text;
  const upper = text.toUpperCase();
  if (isFolded(upper)) return upper;
  return [...upper]
    .map((character) => PLAIN_FORMS[character] ?? character)
    .join('')
    .normalize('NFKD')
    .toUpperCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Z0-9!"&'()+,\-./;?=]+/g, ' ')
    .trim();
}

/** By character code: 1 for what stays as it is. A blank is another matter. */
const IS_BASIC = new Uint8Array(128);
for (const character of 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789!"&\'()+,-./;?=')
  IS_BASIC[character.charCodeAt(0)] = 1;
const BLANK = 0x20;

/** True for almost all texts of our own; blanks stand alone between other characters. */
function isFolded(text: string): boolean {
  let isAfterBlank = true;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === BLANK ? isAfterBlank : code > 0x7f || IS_BASIC[code] !== 1) return false;
    isAfterBlank = code === BLANK;
  }
  return !isAfterBlank || text === '';
}

/** Leaves text as it is but for separators and control characters, which become blanks: for files of other systems. */
export function withoutSeparators(separators: Separators): (text: string) => string {
  const { element, component, repetition = '', terminator } = separators;
  const dividing = [...(element + component + repetition + terminator)]
    .map((character) => `\\u{${character.codePointAt(0)?.toString(16)}}`)
    .join('');
  const pattern = new RegExp(`[${dividing}\\p{Cc}]`, 'gu');
  return (text) => text.replace(pattern, ' ').trim();
}
