/** Runs a command of the workspace as the test command does: in sight, or in the background with its words kept until it ends. */
import { spawn } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import { delimiter, join } from 'node:path';

const root = join(import.meta.dirname, '../../..');

/** Its exit status, and what it said where it ran in the background: there it steps back for everything else. */
export function run(
  command: string,
  args: readonly string[],
  options: { env?: Record<string, string>; inBackground?: boolean } = {},
): Promise<{ status: number; said: string }> {
  const bin = [join(root, 'node_modules/.bin'), join(root, 'extension/node_modules/.bin')].join(delimiter);
  const output = options.inBackground ? 'pipe' : 'inherit';
  const child = spawn(command, args, {
    cwd: root,
    stdio: ['ignore', output, output],
    env: { ...process.env, ...options.env, PATH: [bin, process.env.PATH].join(delimiter) },
  });
  if (options.inBackground && child.pid !== undefined)
    setPriority(child.pid, constants.priority.PRIORITY_LOW);
  const said: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (bytes: Buffer) => {
      said.push(bytes);
    });
  return new Promise((done, refuse) => {
    child.once('error', refuse);
    child.once('close', (code) => done({ status: code ?? 1, said: Buffer.concat(said).toString() }));
  });
}
