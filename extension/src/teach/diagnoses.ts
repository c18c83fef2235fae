/** The list of diagnoses that a person pointed into: repeated elements, one for each. */
import { type DiagnosisList, holdsTelling, type Pointed } from '@claimside/shared/recipe';
import { diagnosisCodeIn, procedureIn } from '../ehr/normalise/codes.ts';
import { partsOf, repeatedAround, textOf, textsIn } from './repeated.ts';

const MOST_SAMPLES = 12;

/** Undefined where nothing around the place looks like a list of ICD-10 codes. */
export function pointedDiagnoses(
  element: Element,
  words: ReadonlySet<string>,
): Pointed['diagnoses'] | undefined {
  const repeated = repeatedAround(element, (row) => textsIn(row).filter(isCode).length === 1);
  if (!repeated || holdsTelling(repeated.css, words)) return undefined;
  const parts = partsOf(repeated).filter(({ part }) => !holdsTelling(part.css ?? '', words));
  const code = parts.find(({ texts }) => texts.every(isCode));
  const description = parts.find(({ texts }) => texts.every((text) => text !== '' && !isCode(text)));
  // Code and words may stand in elements that nothing names, so that their texts run together.
  if (!code && !repeated.rows.every((row) => isCode(textOf(row)))) return undefined;
  const list: DiagnosisList = {
    rows: { css: repeated.css },
    parts: { code: code?.part ?? {}, ...(code && description && { description: description.part }) },
  };
  return {
    list,
    samples: repeated.rows.slice(0, MOST_SAMPLES).map((row) => textsIn(row).join(' ').slice(0, 80)),
  };
}

const isCode = (text: string): boolean =>
  diagnosisCodeIn(text) !== undefined && procedureIn(text) === undefined;
