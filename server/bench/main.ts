/** `pnpm bench`: runs every benchmark, or those named, and prints one table with the machine it was measured on. */
import { cpus, platform, release, totalmem } from 'node:os';
import type { Bench, BenchRow } from './bench.ts';
import { billBench } from './bill.ts';
import { editsBench } from './edits.ts';

const BENCHES: readonly Bench[] = [billBench, editsBench];

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !BENCHES.some((bench) => bench.name === name));
if (unknown.length > 0) {
  const names = BENCHES.map((bench) => bench.name).join(', ');
  process.stderr.write(`There is no benchmark ${unknown.join(', ')}. There are: ${names}.\n`);
  process.exit(2);
}
const rows: BenchRow[] = [];
for (const bench of BENCHES.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
  rows.push(...(await bench.run((line) => process.stderr.write(`${bench.name}: ${line}\n`))));
}
const gigabytes = Math.round(totalmem() / 2 ** 30);
process.stdout.write(
  `${cpus().length} x ${cpus()[0]?.model ?? 'unknown processor'}, ${gigabytes} GB, ${platform()} ${release()}, Node ${process.version}\n\n`,
);
process.stdout.write(table(rows));

function table(lines: readonly BenchRow[]): string {
  const width = (key: keyof BenchRow) => Math.max(key.length, ...lines.map((line) => line[key].length));
  const [what, measured] = [width('what'), width('measured')];
  return [{ what: 'what', measured: 'measured', target: 'target' }, ...lines]
    .map((line) => `${line.what.padEnd(what)}  ${line.measured.padStart(measured)}  ${line.target}\n`)
    .join('');
}
