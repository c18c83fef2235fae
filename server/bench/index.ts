/** The benchmarks of the server, and what a benchmark is. */
export {
  type Bench,
  type BenchRow,
  markdown,
  milliseconds,
  percentile,
  promises,
  type Table,
} from './bench.ts';
export { billBench } from './bill.ts';
export { editsBench } from './edits.ts';
export { importsBench } from './imports.ts';
export { listsBench } from './lists/lists.ts';
export { postingBench } from './posting/posting.ts';
export { claimFilesBench } from './x12/claim-files.ts';
export { remittanceFilesBench } from './x12/remittance-files.ts';
