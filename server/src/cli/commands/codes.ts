/** `claimside codes`: lists of codes from their publishers' files, what is loaded, and what it says of a code. */
import { stat } from 'node:fs/promises';
import type { IsoDate } from '@claimside/shared/values';
import { Argument, type Command } from 'commander';
import {
  CODE_LISTS,
  codeListOf,
  describeCodes,
  describeLists,
  type Imported,
  importCodeList,
  type Refusal,
} from '../../code-sets/index.ts';
import { withDataFolder, withDataOption } from '../data.ts';
import { day } from '../day.ts';
import type { ExitCode, Io } from '../io.ts';
import { progressBar } from '../progress-bar.ts';
import { Trouble } from '../trouble.ts';

export function addCodes(program: Command, io: Io, end: (code: ExitCode) => void): void {
  const group = program
    .command('codes')
    .description('lists of codes: diagnoses, procedures, NCCI and others');
  addImport(group, io, end);
  addList(group, io);
  addShow(group, io, end);
}

function addImport(group: Command, io: Io, end: (code: ExitCode) => void): void {
  withDataOption(group.command('import'))
    .description("take in a list from its publisher's file; all of it or nothing")
    .addArgument(
      new Argument('<list>', 'see claimside codes list').choices(CODE_LISTS.map((list) => list.name)),
    )
    .argument('<files...>', 'text, CSV or zip; every part of the list at once')
    .option(
      '--effective <date>',
      'from when it holds (YYYY-MM-DD); without it the names of the files tell',
      day,
    )
    .option('--anyway', 'also when it is older than the list in use, or holds few of its codes', false)
    .action(
      async (
        name: string,
        files: string[],
        { data, effective, anyway }: { data?: string; effective?: IsoDate; anyway: boolean },
      ) => {
        const list = codeListOf(name);
        if (!list) throw new Trouble(`There is no list ${name}.`);
        for (const file of files) await assertFile(file);
        await withDataFolder(io, data, async (folder) => {
          const outcome = await importCodeList(
            folder,
            { list, paths: files, effective, anyway, byDevice: null },
            { progress: progressBar(io, `Reading ${list.title}`), stopped: io.stopped },
          );
          io.progress(undefined);
          if (!outcome.ok) return refuse(io, end, outcome.error);
          io.result(outcome.value);
          io.say(`${list.title} of ${outcome.value.effective}: ${inWords(outcome.value)}`);
        });
      },
    );
}

function refuse(io: Io, end: (code: ExitCode) => void, { faults, count }: Refusal): void {
  if (count === 0) throw new Trouble('Stopped: nothing was changed.');
  io.result({ findings: faults, more: count - faults.length });
  io.say('Nothing was changed: correct what is listed, or take another file.');
  end(1);
}

function inWords({ size, added, removed, changed, comparedWith, until }: Imported): string {
  const [all, more, fewer, other] = [size, added, removed, changed].map((count) =>
    count.toLocaleString('en-US'),
  );
  const kept = until === null ? '' : `, kept beside the edition of ${until} for services before it`;
  if (comparedWith === null)
    return until === null ? `${all} entries, the first of this list.` : `${all} entries${kept}.`;
  return `${all} entries${kept}; against the edition of ${comparedWith} ${more} added, ${fewer} removed, ${other} changed.`;
}

function addList(group: Command, io: Io): void {
  withDataOption(group.command('list'))
    .description('what is loaded and how old it is, what ships, and what is not checked without a list')
    .action(async ({ data }: { data?: string }) =>
      withDataFolder(io, data, async ({ scope, runtime }) =>
        io.result(await describeLists(scope, runtime.now())),
      ),
    );
}

function addShow(group: Command, io: Io, end: (code: ExitCode) => void): void {
  withDataOption(group.command('show'))
    .description('what the lists say of codes; of several procedures also which are not paid together')
    .argument('<codes...>', 'such as M54.50 or 99213')
    .action(async (codes: string[], { data }: { data?: string }) =>
      withDataFolder(io, data, async ({ scope }) => {
        const shown = await describeCodes(scope, codes);
        io.result(shown);
        const paired = shown.pairs.flatMap((pair) => [pair.column1, pair.column2]);
        const unknown = shown.codes.filter(
          ({ code, imported, shipped }) => imported.length + shipped.length === 0 && !paired.includes(code),
        );
        if (unknown.length === 0) return;
        io.say(`No list says anything of ${unknown.map((each) => each.code).join(', ')}.`);
        end(1);
      }),
    );
}

async function assertFile(file: string): Promise<void> {
  const found = await stat(file).catch(() => undefined);
  if (!found?.isFile()) throw new Trouble(`The file ${file} can not be read. Check its name.`);
}
