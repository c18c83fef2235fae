/**
 * What notes say of a reading. Data, as the vocabulary is: a page is handed them, and the script that is put into every
 * page has none of them. `{}` stands for what is said of this page.
 */
import type { Column } from '@claimside/shared/recipe';

export type SentenceKey =
  | 'mismatch'
  | 'unnamed'
  | 'inherited'
  | 'overtaken'
  | 'stale'
  | 'pageChanged'
  | 'noVisit'
  | 'severalTables'
  | 'noCode'
  | 'noDiagnosisCode'
  | 'moreColumns'
  | 'moreRows'
  | 'moreServices'
  | 'allBilled'
  | 'rowDeleted'
  | 'rowBilled'
  | 'rowStatus'
  | 'rowLocked'
  | 'noSuchDiagnosis'
  | 'noSuchPlace'
  | 'moreDiagnoses'
  | 'shownBefore'
  | 'seenBefore';

export type Sentences = Readonly<Record<SentenceKey, string>>;

export const SENTENCES: Sentences = {
  mismatch:
    "The chart's banner and the open page are of different patients. Open this patient's visit again.",
  unnamed: 'No patient is named above this visit, so nothing tells whose it is. Open the patient first.',
  inherited:
    "Claimside was started after this page was opened. Open the visit again, so that it is surely this patient's.",
  overtaken:
    "The patient was changed while this visit was opening. Open the visit again, so that it is surely this patient's.",
  stale:
    "The patient changed and these services did not. Reload the page, so that they are surely this patient's.",
  pageChanged: 'This page looks different from when it was taught: {}. Teach it again or correct by hand.',
  noVisit: 'No visit with codes was found on this page.',
  severalTables:
    "Several tables of this page look like the visit's services, so none was read. Open the visit by itself.",
  shownBefore: 'Shown in this tab before the fee sheet',
  seenBefore: ', on a page seen before',
  noCode: 'A service of this page has no procedure code that can be read, and was left out.',
  noDiagnosisCode: 'Diagnosis {} has no ICD-10 code that can be read, and was left out.',
  moreColumns:
    'The page shows only some columns of its list. Scroll through all of it, sideways too, or compare.',
  moreRows: 'The page shows only part of its list: {}more rows. Scroll through it, or compare.',
  moreServices: 'The page shows {} services, and {} could be read. Compare them.',
  allBilled: 'Every line of this visit was billed already.',
  rowDeleted: 'Row {} is marked to be deleted and was left out.',
  rowBilled: 'Row {} was billed already and was left out.',
  rowStatus: 'Row {} is no open service by its status, and was left out.',
  rowLocked: 'Row {} cannot be changed in the {}: it may have been billed already.',
  noSuchDiagnosis: '{} points at a diagnosis that is not on the list.',
  noSuchPlace: '{} points at a diagnosis by its place, and the list has an entry without a readable code.',
  moreDiagnoses: 'The page lists more diagnoses than are read. Compare them with the chart.',
};

export const PART_NAMES: Readonly<Record<Column, string>> = {
  type: 'Type',
  code: 'Code',
  description: 'Description',
  modifiers: 'Modifiers',
  unitPrice: 'Price',
  chargeAmount: 'Charge',
  units: 'Units',
  pointers: 'Pointers',
  serviceDate: 'Date',
  serviceDateEnd: 'Last date',
  placeOfService: 'Place of service',
  status: 'Status',
  drugCode: 'NDC',
  drugQuantity: 'NDC quantity',
  drugUnit: 'NDC unit',
};

/** The sentence with these values in their places. */
export const say = (sentence: string, ...values: readonly (string | number)[]): string =>
  values.reduce<string>((text, value) => text.replace('{}', () => String(value)), sentence);
