/** For tests: everything in `outbound`, fetched over SFTP and read back with the readers of the transactions. */
import { buffer } from 'node:stream/consumers';
import { fromBufferPromise } from 'yauzl';
import {
  type ImplementationAcknowledgementFile,
  readAcknowledgement999,
} from '../transactions/ack-999/index.ts';
import { type Remittance, readRemittance } from '../transactions/remittance-835/index.ts';
import { type ClaimAcknowledgement, readClaimAcknowledgement } from '../transactions/status-277ca/index.ts';
import { login } from './testing.ts';
import type { Sandbox } from './types.ts';

export interface Reports {
  /** In the order of publication. */
  readonly names: readonly string[];
  readonly acknowledgement: ImplementationAcknowledgementFile | undefined;
  readonly fileSummary: string | undefined;
  readonly errorReport: string | undefined;
  readonly fromClearinghouse: ClaimAcknowledgement | undefined;
  readonly fromPayers: readonly ClaimAcknowledgement[];
  readonly ediStatus: string | undefined;
  readonly remittances: readonly Remittance[];
  readonly eraTexts: readonly string[];
}

export async function fetchReports(sandbox: Sandbox): Promise<Reports> {
  const client = await login(sandbox);
  const names = (await sandbox.published()).map(({ name }) => name);
  const contents = new Map<string, Buffer>();
  for (const name of names) {
    const bytes = await client.get(`/outbound/${name}`);
    if (!Buffer.isBuffer(bytes)) throw new Error('expected the bytes of a report');
    contents.set(name, bytes);
  }
  await client.end();
  const bytesOf = (pattern: RegExp) => {
    const name = names.find((each) => pattern.test(each));
    return name === undefined ? undefined : contents.get(name);
  };
  const acknowledgement = bytesOf(/_999\.999$/);
  const fromClearinghouse = bytesOf(/_HCFA_277ca_\d{8}\.txt$/);
  const fromPayers = bytesOf(/_EDI_STATUS_HCFA_\d{8}\.277$/);
  const packages = names.filter((name) => name.endsWith('.zip'));
  const unpacked = (await Promise.all(packages.map((name) => unzip(contents.get(name))))).flat();
  return {
    names,
    acknowledgement: acknowledgement && readAcknowledgement999(acknowledgement),
    fileSummary: bytesOf(/^FS_HCFA_\d+_IN_C\.txt$/)?.toString('latin1'),
    errorReport: bytesOf(/^FS_HCFA_\d+_ErrorReport/)?.toString('latin1'),
    fromClearinghouse: fromClearinghouse && readClaimAcknowledgement(fromClearinghouse).transactions[0],
    fromPayers: fromPayers ? readClaimAcknowledgement(fromPayers).transactions : [],
    ediStatus: bytesOf(/_EDI_STATUS_\d{8}\.txt$/)?.toString('latin1'),
    remittances: unpacked
      .filter(({ name }) => /^\d{10}_ERA_835_5010_\d{8}\.835$/.test(name))
      .flatMap(({ bytes }) => readRemittance(bytes).remittances),
    eraTexts: unpacked
      .filter(({ name }) => /^\d{10}_ERA_STATUS_5010_\d{8}\.txt$/.test(name))
      .map(({ bytes }) => bytes.toString('latin1')),
  };
}

async function unzip(archive: Buffer | undefined): Promise<{ name: string; bytes: Buffer }[]> {
  if (!archive) return [];
  const zip = await fromBufferPromise(archive);
  const files: { name: string; bytes: Buffer }[] = [];
  for await (const entry of zip.eachEntry()) {
    files.push({ name: entry.fileName, bytes: await buffer(await zip.openReadStreamPromise(entry)) });
  }
  return files;
}
