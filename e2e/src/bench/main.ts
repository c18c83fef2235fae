/** `pnpm bench`: runs every benchmark, or those named, and prints their tables with the machine they were measured on. */
import { cpus, loadavg, platform, release, totalmem } from 'node:os';
import {
  type Bench,
  billBench,
  claimFilesBench,
  editsBench,
  importsBench,
  listsBench,
  markdown,
  postingBench,
  remittanceFilesBench,
} from '@claimside/server/bench';
import { pageBench } from './page.ts';

const BENCHES: readonly Bench[] = [
  claimFilesBench,
  remittanceFilesBench,
  editsBench,
  billBench,
  postingBench,
  listsBench,
  importsBench,
  pageBench,
];

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !BENCHES.some((bench) => bench.name === name));
if (unknown.length > 0) {
  const names = BENCHES.map((bench) => bench.name).join(', ');
  process.stderr.write(`There is no benchmark ${unknown.join(', ')}. There are: ${names}.\n`);
  process.exit(2);
}
process.stdout.write(`${machine()}\n`);
for (const bench of BENCHES.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
  const tables = await bench.run((line) => process.stderr.write(`${bench.name}: ${line}\n`));
  for (const table of tables) process.stdout.write(`\n${markdown(table)}`);
}

/** What the numbers depend on: on a machine that has other work, all but the ratios say little. */
function machine(): string {
  const [processor] = cpus();
  const gigabytes = Math.round(totalmem() / 2 ** 30);
  return [
    `${cpus().length} x ${processor?.model ?? 'unknown processor'}, ${gigabytes} GB`,
    `${platform()} ${release()}`,
    `Node ${process.version}`,
    new Date().toISOString().slice(0, 10),
    `load ${(loadavg()[0] ?? 0).toFixed(1)}`,
  ].join(', ');
}
