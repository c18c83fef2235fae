/** The name of a value of a claim in a sentence: `Line 3, procedure code`. */
import { said } from '../../transactions/parts/said.ts';

export function pathWords(path: string): string {
  const words: string[] = [];
  for (const key of path.split('.')) {
    const last = words.length - 1;
    if (/^\d+$/.test(key)) words[last] = `${singular(words[last] ?? 'item')} ${Number(key) + 1}`;
    else words.push(said(NAMES, key) ?? nameOf(key));
  }
  const text = words.join(', ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** `procedureCode`: `procedure code`. */
function nameOf(key: string): string {
  return key
    .replace(/^is(?=[A-Z])/, '')
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .split(' ')
    .map((word) => said(ACRONYMS, word.toLowerCase()) ?? word.toLowerCase())
    .join(' ');
}

function singular(words: string): string {
  if (words.endsWith('diagnoses')) return words.replace(/es$/, 'is');
  return words.endsWith('ies') ? words.replace(/ies$/, 'y') : words.replace(/([^s])s$/, '$1');
}

/** Where the name of the field is not what a biller says. */
const NAMES: Readonly<Record<string, string>> = {
  serviceLines: 'lines',
  claimFilingIndicator: 'kind of insurance',
  relationshipToSubscriber: 'relationship to the subscriber',
  line1: 'first line',
  line2: 'second line',
  postalCode: 'ZIP code',
};

const ACRONYMS: Readonly<Record<string, string>> = { npi: 'NPI', id: 'ID', clia: 'CLIA', epsdt: 'EPSDT' };
