/** What pages write around a value in one text. Part of the vocabulary that a page is handed. */

export const AROUND = {
  /** `DOB:`, `Mon,` in front of a date. */
  dateLabel: /^(?:do[bs]|date of (?:birth|service)|[a-z]+day,?|[a-z]{3},)\s*:?\s*/i,
  /** `(048Y)`, `Age: 48` behind it. */
  age: /\s*(?:\(\s*\d+\s*y\w*\s*\)|age:?\s*\d+.*)$/i,
  phoneExtension: /\s*(?:x|ext\.?|extension)\s*\d+\s*$/i,
  /** What a box of a date says of itself, by label, name or placeholder. */
  dateParts: [/year|yyyy/i, /month|\bmm\b|_mm$/i, /(?<!birth)day|\bdd\b|_dd$/i],
} as const;
