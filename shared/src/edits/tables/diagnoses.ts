/**
 * Groups of ICD-10-CM codes (a public code set of the US government) that are for some patients only. Few on purpose:
 * only what the code set itself says.
 */

/** Completed years on the day of service, both included. */
export const AGES: readonly { readonly codes: RegExp; readonly from: number; readonly to: number }[] = [
  // Examination of a newborn under 29 days, of a child.
  { codes: /^Z00\.?11/, from: 0, to: 0 },
  { codes: /^Z00\.?12/, from: 0, to: 17 },
  // Pregnancy, childbirth and puerperium: maternity ages of the Medicare Code Editor.
  { codes: /^O\d/, from: 9, to: 64 },
];

/** Chapter 15 and the supervision of a pregnancy. */
export const PREGNANCY = /^(O\d|Z3[34A])/;
