export { changeEnrollment, endEnrollment } from './change.ts';
export { readEnrollments } from './read.ts';
export { tableOfEnrollments } from './write.ts';
