/** Builds the extension, quietly unless it fails. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

const extension = join(import.meta.dirname, '../../../extension');

/**
 * In a process group of its own, so that Ctrl-C does not end it half way: a person may have loaded the built folder into
 * their own browser.
 */
export async function buildExtension(): Promise<void> {
  const wxt = join(extension, 'node_modules/wxt/bin/wxt.mjs');
  const child = spawn(process.execPath, [wxt, 'build', extension], {
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    windowsHide: true,
  });
  const [out, errors, code] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise((resolve, reject) => child.once('close', resolve).once('error', reject)),
  ]);
  if (code !== 0) throw new Error(`The extension could not be built.\n${out}${errors}`);
}
