/** The look-alike EHR pages, for tests and the demo. */
export { DRUG_LINE, type LookAlikePatient, MARTA, PATIENTS, TOBIAS } from './patients.ts';
export { NEXT_VISIT } from './practice-mate/visit.ts';
export { type EhrServer, startEhr } from './start.ts';
