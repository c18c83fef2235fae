/** `pnpm scorecard [EHR...] [--fields] [--calibration]`: how well each EHR's pages are read; ends with 1 when anything certain is wrong. */
import { parseArgs } from 'node:util';
import { BrowserNotFound, findBrowser, launchBrowser } from '../browser/index.ts';
import { allReadings, scoreAll } from './all.ts';
import { calibration } from './calibration.ts';
import { ehrFolders } from './cases.ts';
import { readerScript } from './run.ts';
import { scorecard } from './table.ts';

process.exitCode = await main();

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    args: process.argv.slice(2),
    options: {
      fields: { type: 'boolean', default: false },
      calibration: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
    allowPositionals: true,
  });
  const known = ehrFolders();
  if (values.help) {
    console.log(`Usage: pnpm scorecard [EHR...] [--fields] [--calibration]
  EHR            of these: ${known.join(', ')}; all of them when none is named
  --fields       field by field
  --calibration  how often values of each confidence were right
Ends with 1 when anything that is shown as certain is wrong.`);
    return 0;
  }
  const unknown = positionals.find((name) => !known.includes(name));
  if (unknown !== undefined) {
    console.error(`There is no EHR "${unknown}". Known: ${known.join(', ')}.`);
    return 2;
  }
  try {
    await findBrowser((line) => console.error(line));
  } catch (error) {
    if (!(error instanceof BrowserNotFound)) throw error;
    console.error(error.message);
    return 2;
  }
  const { browser, close } = await launchBrowser({ extension: false });
  try {
    const readings = allReadings(positionals.length > 0 ? positionals : known);
    const scored = await scoreAll(browser, readings, await readerScript(), (done, of) => {
      if (process.stderr.isTTY) process.stderr.write(`\rReading ${done + 1} of ${of}\u001b[K`);
    });
    if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
    process.stdout.write(scorecard(scored, values.fields));
    if (values.calibration) process.stdout.write(`\n${calibration(scored)}`);
    return scored.some(({ score }) => score.wrong.length > 0) ? 1 : 0;
  } finally {
    await close();
  }
}
