/** `claimside x12 write`: JSON as `read` gives it, unchanged or edited, to X12; what is wrong with the outcome on stderr. */
import type { Command } from 'commander';
import type { ExitCode, Io } from '../../io.ts';
import { Trouble } from '../../trouble.ts';
import { findingLine } from './finding-line.ts';
import { jsonToWrite } from './json-to-write.ts';
import { printedLine } from './printed.ts';
import { openBytes } from './source.ts';
import { errorsAmong, WRITTEN_KINDS, type Writer } from './writers.ts';

/** A person reads the first of them, and the rest when those are mended. */
const MOST_LINES = 50;

export function addWrite(group: Command, io: Io, end: (code: ExitCode) => void): void {
  group
    .command('write')
    .description(
      `X12 on stdout from JSON as read gives it, unchanged or edited: ${WRITTEN_KINDS}; exit 1 when it lacks something or part of the JSON could not be written, 2 when nothing was written`,
    )
    .argument('<file>', 'JSON, or - for standard input')
    .option('--lines', 'a line break behind each segment', false)
    .action(async (file: string, { lines }: { lines: boolean }) => {
      const { name, bytes: input } = await openBytes(io, file);
      const { json, writer, others } = jsonToWrite(input, name);
      const outcome = writer.write(json, lines ? '\n' : '');
      if (!outcome.ok) throw new Trouble(refusal(name, writer, outcome.error));
      const { bytes, capitals, unwritten, misformed, findings } = outcome.value;
      await io.write(new TextDecoder().decode(bytes));
      const errors = errorsAmong(findings);
      tell(
        io,
        others.map((what) => `Not written: ${what}. claimside x12 write writes one kind at a time.`),
      );
      tell(
        io,
        capitals.map((path) => `${path}: was in small letters and is written in capitals.`),
      );
      tell(
        io,
        unwritten.map(({ path, message, fix }) => `${path}: ${message} ${fix}`),
      );
      tell(io, misformed);
      tell(
        io,
        errors.map((finding) => findingLine('written', finding)),
      );
      if (errors.length > 0)
        io.say(`The file was written, and has ${errors.length} ${errors.length === 1 ? 'error' : 'errors'}.`);
      if (errors.length + unwritten.length + others.length > 0) end(1);
    });
}

function tell(io: Io, lines: readonly string[]): void {
  for (const line of lines.slice(0, MOST_LINES)) io.say(printedLine(line));
  if (lines.length > MOST_LINES) io.say(`${lines.length - MOST_LINES} more of the same kind.`);
}

function refusal(name: string, { file }: Writer, errors: readonly string[]): string {
  const listed = errors.slice(0, MOST_LINES).map((error) => `  ${error}`);
  const kind = file.replace(/^an? /, '');
  return [`${name} is no ${kind} as claimside x12 read gives it. Nothing was written.`, ...listed].join('\n');
}
