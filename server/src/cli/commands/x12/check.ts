/** `claimside x12 check`: everything that is wrong with a file, one finding a line or as JSON. */
import { PROFILE_IDS, type ProfileId } from '@claimside/shared/api';
import type { IsoDate } from '@claimside/shared/values';
import { type Command, Option } from 'commander';
import { PROFILES, partnerLimitsOf } from '../../../clearinghouse/index.ts';
import { type CheckOptions, ClaimFileChecker } from '../../../transactions/claim-837p/index.ts';
import { checkRemittanceFile, RemittanceFileChecker } from '../../../transactions/remittance-835/index.ts';
import type { X12Finding } from '../../../x12/index.ts';
import { day } from '../../day.ts';
import type { ExitCode, Io } from '../../io.ts';
import { findingLine } from './finding-line.ts';
import { readKinds } from './kinds.ts';
import { openSource, type Source, wholeOf } from './source.ts';

interface CheckArguments {
  readonly json: boolean;
  readonly today?: IsoDate;
  readonly data?: string;
  readonly profile?: ProfileId;
}

export function addCheck(group: Command, io: Io, end: (code: ExitCode) => void): void {
  group
    .command('check')
    .description(
      'what is wrong with a file; exit 0 when it can be sent or used as it is, 1 when it has errors',
    )
    .argument('<file>', 'X12, or - for standard input')
    .option('--json', 'findings as JSON, with the values that were found', false)
    .option(
      '--today <date>',
      'what claims are late or early by (YYYY-MM-DD); else the day the file was made',
      day,
    )
    .addOption(
      new Option(
        '--profile <name>',
        'the clearinghouse it is for, which may ask for more than the guide',
      ).choices(PROFILE_IDS),
    )
    .option('--data <dir>', 'a data folder whose imported code lists the claims are held against too')
    .action(async (file: string, { json, today, data, profile }: CheckArguments) => {
      const source = await openSource(io, file);
      // Loaded where it is asked for: a file is read without a database.
      const codeSets =
        data === undefined
          ? undefined
          : await (await import('./imported-codes.ts')).codeSetsFor(io, data, file);
      const findings =
        source.kind === '837p'
          ? await checkClaims(source, {
              ...(today && { today }),
              ...(profile && { partner: partnerLimitsOf(PROFILES[profile]) }),
              knownOf: () => ({ codeSets }),
            })
          : source.kind === '835'
            ? await checkRemittances(source)
            : await checkWhole(source);
      if (json) await io.write(`${JSON.stringify({ findings }, null, 2)}\n`);
      else await io.write(findings.map((each) => `${findingLine(source.name, each)}\n`).join(''));
      io.say(summary(findings));
      if (findings.some(({ severity }) => severity === 'error')) end(1);
    });
}

async function checkClaims({ chunks }: Source, options: CheckOptions): Promise<readonly X12Finding[]> {
  const checker = new ClaimFileChecker(options);
  for await (const chunk of chunks) checker.push(chunk);
  return checker.end().findings;
}

async function checkRemittances({ chunks }: Source): Promise<readonly X12Finding[]> {
  const checker = new RemittanceFileChecker();
  for await (const chunk of chunks) checker.push(chunk);
  return checker.end();
}

/** A file of several kinds holds remittances too. */
async function checkWhole(source: Source): Promise<readonly X12Finding[]> {
  const bytes = await wholeOf(source);
  const { findings, kinds } = readKinds(bytes, source.name);
  const balance = kinds.includes('835')
    ? checkRemittanceFile(bytes).filter(({ code }) => code.startsWith('BALANCE-'))
    : [];
  return [...findings, ...balance].sort((a, b) => a.location.byte - b.location.byte);
}

function summary(findings: readonly X12Finding[]): string {
  const counted = (['error', 'warning', 'info'] as const).flatMap((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    const what = severity === 'info' ? 'note' : severity;
    return count === 0 ? [] : [`${count} ${what}${count === 1 ? '' : 's'}`];
  });
  return counted.length === 0 ? 'Nothing found.' : `${counted.join(', ')}.`;
}
