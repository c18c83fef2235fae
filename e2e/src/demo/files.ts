/** Keeps a copy of every file that the demo exchanged. */
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Sandbox } from '@claimside/server/sandbox';
import type { ApiClient } from '../stage/index.ts';

/** Copies what was sent (as the clearinghouse received it) and what came back (as our server stored it). */
export async function saveFiles(client: ApiClient, sandbox: Sandbox, folder: string): Promise<string[]> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const lines: string[] = [];
  for (const { name, archivePath } of await sandbox.received()) {
    copyFileSync(archivePath, join(folder, basename(name)));
    lines.push(`sent      837P          ${name}`);
  }
  const response = await client.api.files.$get();
  if (!response.ok) throw new Error(`no files: ${response.status}`);
  for (const { id, kind, name } of (await response.json()).toReversed()) {
    const content = await client.api.files[':id'].content.$get({ param: { id } });
    if (!content.ok) throw new Error(`no content: ${content.status}`);
    writeFileSync(join(folder, basename(name)), new Uint8Array(await content.arrayBuffer()), { mode: 0o600 });
    lines.push(`received  ${kind.padEnd(13)} ${name}`);
  }
  return lines;
}
