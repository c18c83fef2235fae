export {
  COVERAGE_COLUMNS,
  type CoverageColumn,
  columnWords,
  PATIENT_COLUMNS,
  type PatientColumn,
  PERSON_COLUMNS,
  type PersonColumn,
  RANK_WORDS,
} from './columns.ts';
export { COVERAGE_RANKS, type CoverageRank } from './ranks.ts';
