/** What pages write around a value in one text. Part of the vocabulary that a page is handed. */

const MARKS = String.raw`[\s().+-]*`;

export const AROUND = {
  /** Between several labels with their values in one text. */
  bullet: /\s+[\u00b7\u2022|]\s+/,
  /** Behind a label, or between two. */
  mark: /[:\u00b7\u2022|]/,
  /** `DOB:`, `Mon,` in front of a date. */
  dateLabel: /^(?:do[bs]|date of (?:birth|service)|[a-z]+day,?|[a-z]{3},)\s*:?\s*/i,
  /** `11 / 16 / 2026` and `11 16 2026`, as what stood in three boxes is joined. */
  dateMark: /(\d)\s*([/.-])\s*(?=\d)/g,
  datePieces: /^(\d+)\s+(\d+)\s+(\d+)$/,
  /** `(048Y)`, `Age: 48` behind it. */
  age: /\s*(?:\(\s*\d+\s*y\w*\s*\)|age:?\s*\d+.*)$/i,
  /** Ten digits, the first no 0 or 1: the group. A country code in front, marks between, an extension behind. */
  phone: new RegExp(
    `^${MARKS}(?:1${MARKS})?([2-9](?:${MARKS}\\d){9})${MARKS}(?:(?:x|ext\\.?|extension)\\s*\\d+\\s*)?$`,
    'i',
  ),
  /** What a box of a date says of itself, by label, name or placeholder: the attributes, and the words. */
  namedIn: ['name', 'id', 'aria-label', 'placeholder'],
  dateParts: [/year|yyyy/i, /month|\bmm\b|_mm$/i, /(?<!birth)day|\bdd\b|_dd$/i],
} as const;
