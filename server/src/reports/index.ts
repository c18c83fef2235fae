export { reportOf, spanOf } from './read.ts';
export { sheetsOfReport, tableOfReport } from './table.ts';
