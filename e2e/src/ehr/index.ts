/** The look-alike EHR pages, for tests and the demo. */
export { DRUG_LINE, type LookAlikePatient, MARTA, PATIENTS, TOBIAS } from './patients.ts';
export { type EhrServer, startEhr } from './start.ts';
