/** In which order a page writes day and month: told by its own dates, else by its language; never guessed. */
import type { DateOrder } from '@claimside/shared/recipe';
import { isControl } from './dom.ts';

const NUMBERS = /(?<![\d/.-])(\d{1,2})[/.-](\d{1,2})[/.-](?:19|20)\d{2}(?!\d)/g;
const UNTOUCHED = /^(?:script|style|template|noscript)$/;
/** English by country, where a page that says no more is from. */
const DAY_FIRST = /^en-(?:gb|au|nz|ie|za|in)$/i;
const MONTH_FIRST = /^en-us$/i;

/** The order of a page's dates, given what the recipe says of a product that has but one. */
export type DateOrderOf = (usual?: DateOrder) => DateOrder | undefined;

/**
 * The order in which all these documents of one site write dates; undefined where they tell nothing, or two things. They
 * are looked through once, when they are first asked about.
 */
export function dateOrderOf(documents: readonly Document[]): DateOrderOf {
  let told: ReadonlySet<DateOrder> | undefined;
  return (usual) => {
    told ??= new Set(documents.flatMap((document) => [...textsOf(document)].flatMap(toldBy)));
    if (told.size > 0) return told.size === 1 ? [...told][0] : undefined;
    return usual ?? orderOfLanguage(documents);
  };
}

function orderOfLanguage(documents: readonly Document[]): DateOrder | undefined {
  const languages = documents.map((document) => document.documentElement.lang);
  if (languages.some((language) => DAY_FIRST.test(language))) return 'dmy';
  return languages.some((language) => MONTH_FIRST.test(language)) ? 'mdy' : undefined;
}

/** What the dates in a text tell: a number above twelve is no month. */
export function toldBy(text: string): DateOrder[] {
  return [...text.matchAll(NUMBERS)].flatMap(([, first, second]): DateOrder[] => {
    if (Number(first) > 12 && Number(second) <= 12) return ['dmy'];
    return Number(second) > 12 && Number(first) <= 12 ? ['mdy'] : [];
  });
}

const YEAR = /(?:19|20)\d\d/;

function* textsOf(document: Document): Generator<string> {
  const walker = document.createTreeWalker(document.documentElement, 4 /* texts */);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.nodeValue ?? '';
    if (YEAR.test(text) && !UNTOUCHED.test(node.parentElement?.localName ?? '')) yield text;
  }
  for (const field of document.querySelectorAll('input, textarea')) if (isControl(field)) yield field.value;
}
