/** `claimside payers`: the clearinghouse's payer list: imported from its file, on record, and searched. */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { type Command, InvalidArgumentError } from 'commander';
import {
  importPayerList,
  type PayerListFile,
  previewPayerList,
  readSeedList,
  searchPayers,
} from '../../payer-list/index.ts';
import { listPayerLists } from '../../store/payer-lists.ts';
import { wordsOfFault } from '../../tables/index.ts';
import { withDataFolder, withDataOption } from '../data.ts';
import type { ExitCode, Io } from '../io.ts';
import { Trouble } from '../trouble.ts';

const FOUND = 50;

export function addPayers(program: Command, io: Io, end: (code: ExitCode) => void): void {
  const group = program.command('payers').description("the clearinghouse's list of payers");
  withDataOption(group.command('import'))
    .description("take in the clearinghouse's payer list (CSV or Excel) in place of the one before")
    .argument('[file]', 'as it was downloaded, with its headings')
    .option('--seed', 'the small list of 2025-09 that comes with Claimside, in place of a file', false)
    .option('--dry-run', 'only tell what would change', false)
    .option('--leave-out <rows>', 'import without as many rows as can not be read', wholeNumber, 0)
    .action(async (path: string | undefined, options: ImportOptions) => {
      const file = await fileOf(path, options);
      await withDataFolder(io, options.data, async (folder) => {
        const preview = await previewPayerList(folder, file);
        if (!preview.ok) {
          io.result({ findings: [preview.error] });
          end(1);
          return;
        }
        const { size, faultCount, faults, added, removed, changed, mended } = preview.value;
        for (const fault of faults) io.say(wordsOfFault(fault));
        const [all, more, fewer, other] = [size, added.count, removed.count, changed.count].map((count) =>
          count.toLocaleString('en-US'),
        );
        io.say(`${all} rows: ${more} added, ${fewer} removed, ${other} changed.`);
        if (mended > 0) io.say(`${mended} ids got back the zeros that a spreadsheet program had taken.`);
        if (options.dryRun) {
          io.result(preview.value);
          io.say('Nothing was changed.');
          return;
        }
        const { leaveOut } = options;
        const imported = await importPayerList(folder, file, { leaveOut, byDevice: null });
        if (imported.ok) {
          io.result(imported.value);
          return;
        }
        io.result({ findings: faults, more: faultCount - faults.length });
        io.say(`Nothing was changed. To import without these rows, add --leave-out ${faultCount}.`);
        end(1);
      });
    });
  withDataOption(group.command('list'))
    .description('every import, the newest first')
    .action(async ({ data }: { data?: string }) =>
      withDataFolder(io, data, async ({ scope }) => io.result(await listPayerLists(scope))),
    );
  withDataOption(group.command('search'))
    .description('payers by the beginnings of words of their names, or of their ids')
    .argument('<words...>')
    .action(async (words: string[], { data }: { data?: string }) =>
      withDataFolder(io, data, async ({ scope }) => {
        const found = await searchPayers(scope, words.join(' '), FOUND);
        io.result(found);
        if (found.length === 0) {
          io.say('No payer of the list is found so. Is the list imported? claimside payers list');
          end(1);
        }
      }),
    );
}

interface ImportOptions {
  readonly data?: string;
  readonly seed: boolean;
  readonly dryRun: boolean;
  readonly leaveOut: number;
}

async function fileOf(path: string | undefined, { seed }: ImportOptions): Promise<PayerListFile> {
  if (seed === (path !== undefined)) throw new Trouble('Give the file of the list, or --seed; not both.');
  if (path === undefined) return readSeedList();
  const bytes = await readFile(path).catch(() => {
    throw new Trouble(`The file ${path} can not be read. Check its name.`);
  });
  return { name: basename(path), bytes };
}

function wholeNumber(text: string): number {
  if (!/^\d{1,6}$/.test(text)) throw new InvalidArgumentError('a number of rows is needed.');
  return Number(text);
}
