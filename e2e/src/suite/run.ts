/** Runs a command of the workspace as the test command does, in sight. */
import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';

const root = join(import.meta.dirname, '../../..');

/** Its exit status. */
export function run(
  command: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<number> {
  const bin = [join(root, 'node_modules/.bin'), join(root, 'extension/node_modules/.bin')].join(delimiter);
  const child = spawn(command, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env, PATH: [bin, process.env.PATH].join(delimiter) },
  });
  return new Promise((done, refuse) => {
    child.once('error', refuse);
    child.once('close', (code) => done(code ?? 1));
  });
}
