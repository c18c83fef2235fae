/** Builds the extension, quietly unless it fails. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

const extension = join(import.meta.dirname, '../../../extension');

/**
 * Builds into a folder of the demo's own and gives where the extension is in it: the one that a person may have loaded into
 * their own browser is left as it is, also when Ctrl-C ends the build half way.
 */
export async function buildExtension(folder: string): Promise<string> {
  const wxt = join(extension, 'node_modules/wxt/bin/wxt.mjs');
  const child = spawn(process.execPath, [wxt, 'build', extension], {
    env: { ...process.env, CLAIMSIDE_EXTENSION_OUT: folder },
    stdio: ['ignore', 'pipe', 'pipe'],
    windowsHide: true,
  });
  const [out, errors, code] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise((resolve, reject) => child.once('close', resolve).once('error', reject)),
  ]);
  if (code !== 0) throw new Error(`The extension could not be built.\n${out}${errors}`);
  return join(folder, 'chrome-mv3');
}
