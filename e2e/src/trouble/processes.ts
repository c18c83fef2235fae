/** Starts a command as a terminal does, presses Ctrl-C, and looks for processes that outlive it (Linux: /proc). */
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

export interface Command {
  readonly pid: number;
  /** All that was printed so far, on both streams. */
  said(): string;
  /** Resolves when it has printed this; rejects when it ends before. */
  says(text: string): Promise<void>;
  /** What Ctrl-C does: SIGINT to the whole process group of the terminal. */
  ctrlC(): void;
  /** Its exit code, or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals | null>;
}

/** Runs `node script ...` in a process group of its own, without a display. */
export function start(script: string, args: readonly string[], env: Record<string, string> = {}): Command {
  const { DISPLAY: _, WAYLAND_DISPLAY: __, ...inherited } = process.env;
  const child = spawn(process.execPath, [script, ...args], {
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...inherited, ...env },
  });
  const { pid } = child;
  if (pid === undefined) throw new Error('the command could not be started');
  let said = '';
  const listeners = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      for (const listener of listeners) listener();
    });
  }
  const ended = new Promise<number | NodeJS.Signals | null>((resolve) => {
    child.once('close', (code, signal) => resolve(code ?? signal));
  });
  return {
    pid,
    said: () => said,
    says: (text) =>
      new Promise((resolve, reject) => {
        const look = () => {
          if (!said.includes(text)) return;
          listeners.delete(look);
          resolve();
        };
        listeners.add(look);
        look();
        void ended.then((how) => reject(new Error(`it ended (${how}) without saying "${text}":\n${said}`)));
      }),
    ctrlC: () => process.kill(-pid, 'SIGINT'),
    ended,
  };
}

interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly command: string;
}

/** Command lines of the processes that descend from this one, without itself. */
export function descendantsOf(pid: number): Process[] {
  const all = processes();
  const found: Process[] = [];
  for (let parents = [pid]; parents.length > 0; ) {
    const children = all.filter(({ parent }) => parents.includes(parent));
    found.push(...children);
    parents = children.map((child) => child.pid);
  }
  return found;
}

/** Which of these still run, or run anew with the marker (a path of the test's own) in their command line. */
export function leftOf(known: readonly Process[], marker: string): string[] {
  return processes()
    .filter(
      ({ pid, command }) =>
        command.includes(marker) || known.some((each) => each.pid === pid && each.command === command),
    )
    .map(({ command }) => command);
}

/** All that run, without those that have ended and are not yet forgotten. */
function processes(): Process[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const status = readFileSync(`/proc/${name}/status`, 'utf8');
        if (/^State:\s+[ZX]/m.test(status)) return [];
        const command = readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
        return [{ pid: Number(name), parent: Number(/^PPid:\s+(\d+)/m.exec(status)?.[1]), command }];
      } catch {
        return []; // it has ended meanwhile
      }
    });
}
