/** `claimside x12 write`: JSON as `read` gives it, unchanged or edited, to X12. */
import type { Command } from 'commander';
import { parseClaimInterchanges, writeAndCompare } from '../../../transactions/claim-837p/index.ts';
import type { ExitCode, Io } from '../../io.ts';
import { Trouble } from '../../trouble.ts';
import { textOf } from './source.ts';

export function addWrite(group: Command, io: Io, end: (code: ExitCode) => void): void {
  group
    .command('write')
    .description('X12 on stdout from JSON as read gives it, unchanged or edited: 837P')
    .argument('<file>', 'JSON, or - for standard input')
    .option('--lines', 'a line break behind each segment', false)
    .action(async (file: string, { lines }: { lines: boolean }) => {
      const { name, text: json } = await textOf(io, file);
      const parsed = parseClaimInterchanges(parseJson(json, name));
      if (!parsed.ok) throw new Trouble(`${name} is no 837P as claimside x12 read gives it. ${parsed.error}`);
      const { text, unwritten } = writeAndCompare(parsed.value, lines ? '\n' : '');
      await io.write(text);
      for (const path of unwritten)
        io.say(`${path} could not be written: there is no place for it, or its value does not fit.`);
      if (unwritten.length > 0) end(1);
    });
}

/** The engine's own message quotes the text, which is patient data. */
function parseJson(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const at = /position (\d+)/.exec(String(error))?.[1];
    const before = text.slice(0, Number(at)).split('\n');
    const place = at === undefined ? 'It ends too early.' : `See line ${before.length}.`;
    throw new Trouble(`${name} is no JSON. ${place}`);
  }
}
