export { reportOf, spanOf } from './read.ts';
export { tableOfReport } from './table.ts';
