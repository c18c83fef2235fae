/** What the code lists in a data folder say of the codes in a file that is checked. */
import { type CodeSets, codeSetsFrom } from '@claimside/shared/codes';
import { codeFactsFor } from '../../../code-sets/index.ts';
import { ClaimFileReader } from '../../../transactions/claim-837p/index.ts';
import { FindingList } from '../../../x12/index.ts';
import { withDataFolder } from '../../data.ts';
import type { Io } from '../../io.ts';
import { Trouble } from '../../trouble.ts';
import { CodesOfFile } from './codes-of-file.ts';
import { openSource } from './source.ts';

/** Of every code in the file, which is read for it once more. */
export async function codeSetsFor(io: Io, data: string, file: string): Promise<CodeSets> {
  if (file === '-')
    throw new Trouble('With --data the file is read twice: give its name instead of standard input.');
  const asked = new CodesOfFile();
  const reader = new ClaimFileReader(new FindingList(), asked);
  for await (const chunk of (await openSource(io, file)).chunks) reader.push(chunk);
  reader.end();
  return withDataFolder(io, data, async ({ scope }) => codeSetsFrom(await codeFactsFor(scope, asked.codes)));
}
