/** `claimside x12 explain`: a file in a biller's words, and then what is wrong with it. */

import type { Command } from 'commander';
import { ClaimFileChecker } from '../../../transactions/claim-837p/index.ts';
import { RemittanceFileChecker } from '../../../transactions/remittance-835/index.ts';
import type { FileKind, X12Finding } from '../../../x12/index.ts';
import type { ExitCode, Io } from '../../io.ts';
import { ClaimExplainer } from './explain/claims.ts';
import { explainFiles } from './explain/files.ts';
import { RemittanceExplainer } from './explain/remittances.ts';
import { findingLine } from './finding-line.ts';
import { readKinds } from './kinds.ts';
import { printed } from './printed.ts';
import { openSource, type Source, wholeOf } from './source.ts';

export function addExplain(group: Command, io: Io, end: (code: ExitCode) => void): void {
  group
    .command('explain')
    .description('a file in words, for people; shows patient data')
    .argument('<file>', 'X12, or - for standard input')
    .action(async (file: string) => {
      const source = await openSource(io, file);
      const findings = await (EXPLAINERS[source.kind] ?? explainWhole)(io, source);
      if (findings.length === 0) await io.write('\nThe file itself is in order.\n');
      else await io.write(printed(['', ...findings.map((each) => findingLine(source.name, each))]));
      if (findings.some(({ severity }) => severity === 'error')) end(1);
    });
}

async function explainClaims(io: Io, { chunks }: Source): Promise<readonly X12Finding[]> {
  const explainer = new ClaimExplainer();
  const checker = new ClaimFileChecker({}, explainer);
  for await (const chunk of chunks) {
    checker.push(chunk);
    await io.write(printed(explainer.take()));
  }
  const { findings } = checker.end();
  explainer.end();
  await io.write(printed(explainer.take()));
  return findings;
}

async function explainRemittances(io: Io, { chunks }: Source): Promise<readonly X12Finding[]> {
  const explainer = new RemittanceExplainer();
  const checker = new RemittanceFileChecker(explainer);
  for await (const chunk of chunks) {
    checker.push(chunk);
    await io.write(printed(explainer.take()));
  }
  const findings = checker.end();
  await io.write(printed(explainer.take()));
  return findings;
}

type Explain = (io: Io, source: Source) => Promise<readonly X12Finding[]>;

/** Read in pieces, so that memory does not grow with the file. */
const EXPLAINERS: Readonly<Partial<Record<FileKind, Explain>>> = {
  '837p': explainClaims,
  '835': explainRemittances,
};

async function explainWhole(io: Io, source: Source): Promise<readonly X12Finding[]> {
  const { files, findings } = readKinds(await wholeOf(source), source.name);
  await io.write(printed(explainFiles(files)));
  return findings;
}
