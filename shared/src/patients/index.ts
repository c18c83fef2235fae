export {
  type CheckWord,
  checkSentences,
  checkWord,
  plansInOrder,
  serviceOfCheck,
  stateOfCheck,
} from './check-words.ts';
export {
  COVERAGE_COLUMNS,
  type CoverageColumn,
  columnWords,
  PATIENT_COLUMNS,
  type PatientColumn,
  PERSON_COLUMNS,
  type PersonColumn,
  RANK_WORDS,
  type SaidColumns,
} from './columns.ts';
export { type PeopleInText, type PersonInText, peopleInText } from './people-in-text.ts';
export { questionAbout } from './question.ts';
export { COVERAGE_RANKS, type CoverageRank } from './ranks.ts';
export { isOver, isValidOn, primaryOn } from './validity.ts';
