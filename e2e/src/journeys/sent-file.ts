/** The 837P as it arrived at the clearinghouse, segment by segment. */
import { readFileSync } from 'node:fs';
import type { ReceivedFile, Sandbox } from '@claimside/server/sandbox';

export interface SentFile {
  readonly file: ReceivedFile;
  /** One a line, without terminators. */
  readonly segments: readonly string[];
  /** CLM01 of its claims. */
  readonly claimNumbers: readonly string[];
}

/** Every file that arrived, oldest first. */
export async function sentFiles(sandbox: Sandbox): Promise<SentFile[]> {
  return (await sandbox.received()).map((file) => ({
    file,
    segments: readFileSync(file.archivePath, 'utf8')
      .split(/~\r?\n?/)
      .filter(Boolean),
    claimNumbers: file.claims.map(({ patientControlNumber }) => patientControlNumber),
  }));
}
