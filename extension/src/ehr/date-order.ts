/** In which order a page writes day and month: told by its own dates, else by its language; never guessed. */
import type { DateOrder } from '@claimside/shared/recipe';
import { isControl } from './dom.ts';
import type { Vocabulary } from './vocabulary.ts';

const NUMBERS = /(?<![\d/.-])(\d{1,2})[/.-](\d{1,2})[/.-](?:19|20)\d{2}(?!\d)/g;
/** All of a text, but for a label in front and an age or a time behind. */
const ALONE = new RegExp(`^(?:[^\\d:]{0,30}:)?\\s*${NUMBERS.source}.{0,12}$`);
const UNTOUCHED = /^(?:script|style|template|noscript)$/;

/** The order of a page's dates, given what the recipe says of a product that has but one. */
export type DateOrderOf = (usual?: DateOrder) => DateOrder | undefined;

/** A date that can be read in one order only. */
export interface Telling {
  readonly order: DateOrder;
  readonly date: string;
  /** It stands alone, as the value of a field does; one within a note may be written as its author does. */
  readonly isValue: boolean;
}

/**
 * The order in which all these documents of one site write dates; undefined where they tell nothing, or two things. They
 * are looked through once, when they are first asked about.
 */
export function dateOrderOf(documents: readonly Document[], { languages }: Vocabulary): DateOrderOf {
  let told: readonly Telling[] | undefined;
  return (usual) => {
    told ??= documents.flatMap((document) => [...textsOf(document)].flatMap(toldBy));
    const spoken = documents.map((document) => document.documentElement?.lang ?? '');
    const [ofLanguage] = languages.find(([, pattern]) => spoken.some((each) => pattern.test(each))) ?? [];
    return orderTold(told, usual ?? ofLanguage);
  };
}

/**
 * The one order that the dates tell: by themselves where a value tells it, against what is expected of the product or the
 * language only where two values do.
 */
export function orderTold(told: readonly Telling[], expected: DateOrder | undefined): DateOrder | undefined {
  const [order, other] = new Set(told.map((each) => each.order));
  if (other) return undefined;
  if (!order || order === expected) return expected;
  const values = new Set(told.flatMap(({ isValue, date }) => (isValue ? date : [])));
  return values.size > (expected ? 1 : 0) ? order : undefined;
}

/** What the dates in a text tell: a number above twelve is no month. */
export function toldBy(text: string): Telling[] {
  const isValue = ALONE.test(text);
  return [...text.matchAll(NUMBERS)].flatMap(([date, first, second]): Telling[] => {
    if (Number(first) > 12 && Number(second) <= 12) return [{ order: 'dmy', date, isValue }];
    return Number(second) > 12 && Number(first) <= 12 ? [{ order: 'mdy', date, isValue }] : [];
  });
}

const YEAR = /(?:19|20)\d\d/;

function* textsOf(document: Document): Generator<string> {
  const walker = document.createTreeWalker(document, 4 /* texts */);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.nodeValue ?? '';
    if (YEAR.test(text) && !UNTOUCHED.test(node.parentElement?.localName ?? '')) yield text;
  }
  for (const field of document.querySelectorAll('input, textarea')) if (isControl(field)) yield field.value;
}
