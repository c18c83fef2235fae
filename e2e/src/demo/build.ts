/** Builds the extension, quietly unless it fails. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const extension = join(import.meta.dirname, '../../../extension');

export function buildExtension(): void {
  const wxt = join(extension, 'node_modules/wxt/bin/wxt.mjs');
  const run = spawnSync(process.execPath, [wxt, 'build', extension], { encoding: 'utf8' });
  if (run.status !== 0) throw new Error(`The extension could not be built.\n${run.stdout}${run.stderr}`);
}
