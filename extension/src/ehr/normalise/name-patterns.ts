/** Longer patterns of what stands in names beside the name. Data that a page is handed with the vocabulary. */

const CREDENTIAL = 'md|do|np|pa|pa-c|dc|pt|dpt|ot|lcsw|lmft|lpc|lmhc|bcba|bcba-d|phd|psyd|rn|aprn|fnp|od|dpm';

export const NAME_PATTERNS = {
  /** Behind a comma that follows a whole name: in `Halvorsen, Do` the comma tells the given name. */
  credentialAfterComma: new RegExp(`(\\S\\s+\\S+)\\s*,\\s*(?:${CREDENTIAL})\\.?$`, 'i'),
  credentialInCapitals: new RegExp(`(?<!,)\\s+(?:${CREDENTIAL.toUpperCase()}|PhD|PsyD)\\.?$`),
  street:
    /^\d+\s+(?:[\p{L}\d.]+\s+)*(?:street|st|avenue|ave|road|rd|drive|dr|lane|ln|boulevard|blvd|way|parkway|pkwy|plaza|court|ct|circle|highway|hwy)\b/iu,
  box: /^p\.?\s?o\.?\s?box\b/i,
  stateAndZip: /,.*\b[A-Z]{2}\s+\d{5}(?:-\d{4})?$/,
  /** What a list says while nothing is chosen, and what names nobody. */
  placeholder: /^(?:-.*|unassigned|none|select.*|please.*|\P{L}*)$/iu,
} as const;
