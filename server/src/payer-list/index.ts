export type { ListedPayer } from './entry.ts';
export { eraPayersOf, listedFactsOf, participationOf } from './facts.ts';
export { type ImportContext, importPayerList, type PayerListFile, previewPayerList } from './import.ts';
export { searchPayers } from './search.ts';
export { readSeedList } from './seed.ts';
