export { type Changes, changesBetween, SHOWN, shownOf } from './changes.ts';
export { wordsOfFault } from './fault.ts';
export { readTable, TABLE_LIMITS } from './read-table.ts';
export type { Table, TableFault, TableRow } from './table.ts';
export { type SheetToWrite, type TableToWrite, toCsv, toWorkbook, WORKBOOK_TYPE } from './write-table.ts';
