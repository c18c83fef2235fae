export { type ChangeRefusal, changePatient } from './change.ts';
export type { PatientsContext } from './context.ts';
export { coveragesNow, dayOf, insuredOf } from './current.ts';
export { findByText, findOne } from './find.ts';
export { importPatients, previewPatients, rowsToMend } from './import.ts';
export { coverageKey } from './same.ts';
export { findNamed, findScheduled } from './schedule.ts';
export { tableOfPatients } from './write.ts';
