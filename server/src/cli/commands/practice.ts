/** `claimside practice`: the practice's settings, from and to a file. */
import type { Command } from 'commander';
import { postPayeesKnown } from '../../exchange/index.ts';
import { createNews } from '../../news.ts';
import { changePractice, EXAMPLE_PRACTICE, parsePracticeSettings } from '../../practice/index.ts';
import { getPractice } from '../../store/practices.ts';
import { readTextFile, withDataFolder, withDataOption } from '../data.ts';
import type { ExitCode, Io } from '../io.ts';

export function addPractice(program: Command, io: Io, end: (code: ExitCode) => void): void {
  const practice = program.command('practice').description("the practice's own data");
  withDataOption(practice.command('show'))
    .description('print the settings; null until set')
    .action(async ({ data }: { data?: string }) =>
      withDataFolder(io, data, async ({ scope }) => io.result((await getPractice(scope)).settings)),
    );
  withDataOption(practice.command('set'))
    .description('replace the settings by those of a JSON file')
    .argument('<file>', 'see claimside practice example')
    .action(async (file: string, { data }: { data?: string }) => {
      const parsed = parsePracticeSettings(await readTextFile(file));
      if (!parsed.ok) {
        io.result({ findings: parsed.error });
        io.say('Nothing was changed: correct what is listed.');
        return end(1);
      }
      await withDataFolder(io, data, async (folder) => {
        const { practiceId, store, runtime } = folder;
        const changed = await changePractice(folder, practiceId, null, parsed.value);
        const before = changed.ok ? changed.value : null;
        // Nobody listens here: open sidebars hear of it when they ask next.
        const tools = { store, runtime, news: createNews(), practiceId };
        const posted = await postPayeesKnown(tools, before, parsed.value);
        io.result(parsed.value);
        io.say('Stored.');
        if (posted > 0)
          io.say(
            `Posted, now that they pay a number of yours: ${posted} of the payments that waited. Sidebars that are open show it after Read the page again.`,
          );
      });
    });
  practice
    .command('example')
    .description('print filled settings of an invented practice, to start from')
    .action(() => io.result(EXAMPLE_PRACTICE));
}
