/** `claimside fees`: the practice's fee schedule, from and to a spreadsheet file. */
import { readFile, writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import {
  findInFeeSchedule,
  importFeeSchedule,
  previewFeeSchedule,
  readFeeSchedule,
  tableOfSchedule,
} from '../../fee-schedule/index.ts';
import { toCsv, toWorkbook, wordsOfFault } from '../../tables/index.ts';
import { withDataFolder, withDataOption } from '../data.ts';
import type { ExitCode, Io } from '../io.ts';
import { Trouble } from '../trouble.ts';

const FOUND = 50;

export function addFees(program: Command, io: Io, end: (code: ExitCode) => void): void {
  const group = program.command('fees').description("the practice's fee schedule");
  withDataOption(group.command('import'))
    .description(
      'take in a fee schedule (CSV or Excel) in place of the one before; with a fault nothing is changed',
    )
    .argument('<file>', 'see claimside fees example')
    .option('--dry-run', 'only tell what would change', false)
    .action(async (path: string, options: { data?: string; dryRun: boolean }) => {
      const bytes = await readFile(path).catch(() => {
        throw new Trouble(`The file ${path} can not be read. Check its name.`);
      });
      await withDataFolder(io, options.data, async (folder) => {
        const preview = await previewFeeSchedule(folder.scope, bytes);
        if (!preview.ok) {
          io.result({ findings: [preview.error] });
          return end(1);
        }
        const { size, faultCount, faults, added, removed, changed, mended, unknownColumns } = preview.value;
        for (const fault of faults) io.say(wordsOfFault(fault));
        const counts = [size, added.count, changed.count, removed.count];
        const [all, more, other, fewer] = counts.map((count) => count.toLocaleString('en-US'));
        io.say(`${all} codes: ${more} new, ${other} changed, ${fewer} gone.`);
        if (mended > 0) io.say(`${mended} cells got back the zeros that a spreadsheet program had taken.`);
        if (unknownColumns.length > 0) io.say(`Left out: the columns ${unknownColumns.join(', ')}.`);
        if (faultCount > 0) {
          io.result({ findings: faults, more: faultCount - faults.length });
          io.say('Nothing was changed: correct what is listed.');
          return end(1);
        }
        if (options.dryRun) {
          io.result(preview.value);
          io.say('Nothing was changed.');
          return;
        }
        const imported = await importFeeSchedule(folder, bytes, null);
        io.result(imported.ok ? imported.value : { findings: [imported.error] });
        if (!imported.ok) end(1);
      });
    });
  withDataOption(group.command('export'))
    .description('write the fee schedule to a file, as CSV or Excel by its name')
    .argument('<file>', 'such as fees.xlsx or fees.csv')
    .action(async (path: string, { data }: { data?: string }) =>
      withDataFolder(io, data, async ({ scope }) => {
        const schedule = await readFeeSchedule(scope);
        const table = tableOfSchedule(schedule);
        const bytes = path.toLowerCase().endsWith('.xlsx')
          ? await toWorkbook([{ sheet: 'Fee schedule', table }])
          : toCsv(table);
        await writeFile(path, bytes).catch((cause) => {
          throw new Trouble(`The file ${path} can not be written.`, { cause });
        });
        io.result({ size: schedule.length });
      }),
    );
  withDataOption(group.command('search'))
    .description('procedures by the beginning of the code, or of words of the description')
    .argument('<words...>')
    .action(async (words: string[], { data }: { data?: string }) =>
      withDataFolder(io, data, async ({ scope }) => {
        const found = await findInFeeSchedule(scope, { search: words.join(' '), after: '' }, FOUND);
        io.result(found.procedures);
        if (found.procedures.length > 0) return;
        io.say('No procedure of the fee schedule is found so.');
        end(1);
      }),
    );
  group
    .command('example')
    .description('print an invented fee schedule as CSV, to start from')
    .action(() => io.write(toCsv(tableOfSchedule(EXAMPLE))));
}

const EXAMPLE = [
  {
    code: '99213',
    description: 'Office visit, short',
    price: 12_500,
    selfPayPrice: 9_000,
    contract: [{ payerId: 'TEST1', procedure: '99213', amount: 8_200 }],
  },
  {
    code: '99214',
    description: 'Office visit, longer',
    price: 18_500,
    selfPayPrice: 13_000,
    contract: [
      { payerId: 'TEST1', procedure: '99214', amount: 13_000 },
      { payerId: 'TEST1', procedure: '99214-25', amount: 12_500 },
    ],
  },
  {
    code: '97110',
    description: 'Exercises, 15 minutes',
    price: 4_800,
    modifiers: ['GP'],
    units: 2,
    contract: [],
  },
];
