export { codeFactsFor } from './facts.ts';
export { daysBetween } from './file-dates.ts';
export { type Imported, importCodeList } from './import.ts';
export { CODE_LISTS, type CodeList, codeListOf } from './lists.ts';
export type { Refusal, Watcher } from './read-files.ts';
