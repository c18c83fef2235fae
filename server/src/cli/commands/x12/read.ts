/** `claimside x12 read`: what a file says, as typed JSON. */
import type { Command } from 'commander';
import { ClaimFileReader } from '../../../transactions/claim-837p/index.ts';
import type { TransactionFileReader } from '../../../transactions/parts/file-reader.ts';
import { RemittanceFileReader } from '../../../transactions/remittance-835/index.ts';
import { type FileKind, FindingList, type X12Finding } from '../../../x12/index.ts';
import type { ExitCode, Io } from '../../io.ts';
import { ClaimJson } from './claim-json.ts';
import type { FileJson } from './file-json.ts';
import { READ_KINDS, readKinds } from './kinds.ts';
import { RemittanceJson } from './remittance-json.ts';
import { openSource, type Source, wholeOf } from './source.ts';

export function addRead(group: Command, io: Io, end: (code: ExitCode) => void): void {
  group
    .command('read')
    .description(`the typed JSON of a file: ${READ_KINDS}`)
    .argument('<file>', 'X12, or - for standard input')
    .action(async (file: string) => {
      const source = await openSource(io, file);
      const findings = await (READERS[source.kind] ?? readWhole)(io, source);
      const errors = findings.filter(({ severity }) => severity === 'error').length;
      if (errors === 0) return;
      io.say(`${errors} ${errors === 1 ? 'error' : 'errors'}: see "findings", or claimside x12 check.`);
      end(1);
    });
}

type Read = (io: Io, source: Source) => Promise<readonly X12Finding[]>;

/** Claim by claim: memory does not grow with the file. */
const READERS: Readonly<Partial<Record<FileKind, Read>>> = {
  '837p'(io, source) {
    const list = new FindingList();
    const json = new ClaimJson();
    return readInPieces(io, source, new ClaimFileReader(list, json), json, list);
  },
  '835'(io, source) {
    const list = new FindingList();
    const json = new RemittanceJson();
    return readInPieces(io, source, new RemittanceFileReader(list, json), json, list);
  },
};

async function readInPieces(
  io: Io,
  { chunks }: Source,
  reader: TransactionFileReader,
  json: FileJson,
  list: FindingList,
): Promise<readonly X12Finding[]> {
  for await (const chunk of chunks) {
    reader.push(chunk);
    await io.write(json.take());
  }
  reader.end();
  const findings = list.toArray();
  json.end(findings);
  await io.write(json.take());
  return findings;
}

async function readWhole(io: Io, source: Source): Promise<readonly X12Finding[]> {
  const { kinds, files, findings } = readKinds(await wholeOf(source), source.name);
  await io.write(`${JSON.stringify({ kinds, ...files, findings }, null, 2)}\n`);
  return findings;
}
