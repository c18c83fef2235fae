export { describeCodes, describeLists } from './describe.ts';
export { codeFactsFor } from './facts.ts';
export { type Imported, importCodeList } from './import.ts';
export { CODE_LISTS, codeListOf } from './lists.ts';
export type { Refusal } from './read-files.ts';
