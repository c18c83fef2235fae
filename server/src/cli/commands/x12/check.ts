/** `claimside x12 check`: everything that is wrong with a file, one finding a line or as JSON. */
import type { Command } from 'commander';
import { ClaimFileReader } from '../../../transactions/claim-837p/index.ts';
import { balanceRemittance } from '../../../transactions/remittance-835/index.ts';
import { FindingList, type X12Finding } from '../../../x12/index.ts';
import type { ExitCode, Io } from '../../io.ts';
import { balanceText } from './balance-text.ts';
import { findingLine } from './finding-line.ts';
import { type Files, readKinds } from './kinds.ts';
import { openSource, type Source, wholeOf } from './source.ts';

export function addCheck(group: Command, io: Io, end: (code: ExitCode) => void): void {
  group
    .command('check')
    .description(
      'what is wrong with a file; exit 0 when it can be sent or used as it is, 1 when it has errors',
    )
    .argument('<file>', 'X12, or - for standard input')
    .option('--json', 'findings as JSON, with the values that were found', false)
    .action(async (file: string, { json }: { json: boolean }) => {
      const source = await openSource(io, file);
      const findings = source.kind === '837p' ? await checkClaims(source) : await checkWhole(source);
      const errors = findings.filter(({ severity }) => severity === 'error').length;
      if (json) await io.write(`${JSON.stringify({ findings }, null, 2)}\n`);
      else await io.write(findings.map((each) => `${findingLine(source.name, each)}\n`).join(''));
      io.say(summary(errors, findings.length - errors));
      if (errors > 0) end(1);
    });
}

async function checkClaims({ chunks }: Source): Promise<readonly X12Finding[]> {
  const findings = new FindingList();
  const nothing = () => {};
  const reader = new ClaimFileReader(findings, {
    interchange: nothing,
    interchangeAcknowledgement: nothing,
    group: nothing,
    set: nothing,
    claim: nothing,
  });
  for await (const chunk of chunks) reader.push(chunk);
  reader.end();
  return findings.toArray();
}

async function checkWhole(source: Source): Promise<readonly X12Finding[]> {
  const { files, findings } = readKinds(await wholeOf(source), source.name);
  return [...findings, ...balanceFindings(files)];
}

/** Remittances do not know yet where in the file they stood. */
function balanceFindings({ remittanceAdvice }: Files): X12Finding[] {
  const findings = remittanceAdvice?.remittances.flatMap(balanceRemittance) ?? [];
  return findings.map((finding) => ({
    code: `BALANCE-${finding.level.toUpperCase()}`,
    severity: 'error',
    snip: 3,
    message: balanceText(finding),
    location: { byte: 0, line: 1, ordinal: 0, segmentId: '', loop: '' },
    ...(finding.patientControlNumber ? { claim: finding.patientControlNumber } : {}),
  }));
}

function summary(errors: number, others: number): string {
  const count = (number: number, what: string) => `${number} ${what}${number === 1 ? '' : 's'}`;
  if (errors + others === 0) return 'Nothing found.';
  return `${count(errors, 'error')}, ${count(others, 'warning')}.`;
}
