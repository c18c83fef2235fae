/** Diagnoses on a page that no recipe knows: a list, a table column, or labelled fields, under a heading that says so. */
import type { CapturedDiagnosis } from '@claimside/shared/capture';
import { captured } from '../captured.ts';
import { cleanText, isShown } from '../dom.ts';
import { diagnosisCodeIn } from '../normalise/codes.ts';
import type { Places } from '../places.ts';
import type { HeadingOf } from './headings.ts';
import type { Labelled } from './labels.ts';
import { DIAGNOSIS_HEADING, DIAGNOSIS_LABEL, NOT_OF_THIS_VISIT } from './vocabulary.ts';

const MOST = 200;
const FROM_FIELD = 0.95;
const FROM_LIST = 0.9;

/** In the order of the page, each code once. */
export function readDiagnoses(
  document: Document,
  labelled: readonly Labelled[],
  headingOf: HeadingOf,
  places: Places,
): CapturedDiagnosis[] {
  const found = new Map<string, CapturedDiagnosis>();
  const add = (element: Element, raw: string, place: string, confidence: number): void => {
    const value = diagnosisCodeIn(raw);
    if (value === undefined || found.has(value)) return;
    const code = captured({ element, raw, value, confidence }, place, places);
    const words = withoutCode(raw);
    const description =
      words === '' ? undefined : captured({ element, raw, value: words, confidence }, place, places);
    if (code) found.set(value, { code, ...(description && { description }) });
  };
  for (const { label, element, raw } of labelled) {
    if (!DIAGNOSIS_LABEL.test(label) || NOT_OF_THIS_VISIT.test(headingOf(element))) continue;
    add(element, raw, `Field "${label}"`, FROM_FIELD);
  }
  for (const element of [...document.querySelectorAll('li, td:first-child, td:nth-child(2)')].slice(
    0,
    MOST,
  )) {
    const heading = headingOf(element);
    if (!DIAGNOSIS_HEADING.test(heading) || NOT_OF_THIS_VISIT.test(heading) || !isShown(element)) continue;
    add(element, cleanText(element.textContent ?? ''), `Under "${heading}"`, FROM_LIST);
  }
  return [...found.values()];
}

/** The words beside a code, in front of it or behind. */
function withoutCode(raw: string): string {
  const words = raw
    .split(' ')
    .filter((word) => diagnosisCodeIn(word.replace(/^\(|[):,]+$/g, '')) === undefined);
  return words.join(' ').replace(/^[\s:,–-]+|[\s:,–-]+$/g, '');
}
