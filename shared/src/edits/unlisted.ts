/** Which procedure codes say nothing by themselves, so that words have to go with them (X12 837P SV101-7). */
import { type CodeSets, procedureListOf } from '../codes/index.ts';
import { UNLISTED } from './tables/unlisted.ts';

/** Known by its number, or by its name in the lists that are loaded. */
export function isUnlisted(procedureCode: string, codeSets?: CodeSets): boolean {
  if (UNLISTED.has(procedureCode)) return true;
  const title = codeSets?.describe?.(procedureListOf(procedureCode), procedureCode);
  return title !== undefined && saysNothing(title);
}

/** Words such as those by which lists name these codes: said as a description they say nothing more. */
export function saysNothing(words: string): boolean {
  return NAMED_SO.test(words);
}

/**
 * The words that the guide itself gives for codes that need a description, but for `other`, which means too much. A name
 * with `not otherwise specified` is left out too: many name a drug and mean any maker's.
 */
const NAMED_SO =
  /\bnot otherwise classified\b|\b(unlisted|unclassified|unspecified|miscellaneous|misc|noc)\b|\bprescription drug, (generic|brand)\b/i;
