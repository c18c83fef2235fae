/**
 * Loaded before a server that is to die (`node --import`): takes its code from what was made ready, and ends it with SIGKILL, as a
 * lost machine would, when it comes to the point named by CLAIMSIDE_KILL_AT for the so-manieth time in one
 * thread. Without one, it tells its parent each point that it comes to. It stands by itself, so that nothing is loaded for it.
 */
import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { BroadcastChannel, isMainThread } from 'node:worker_threads';
import type { Code } from './code.ts';

/** Called at each point. */
declare global {
  var claimsideKillPoint: (name: string) => void;
}

const { resolved, sources } = JSON.parse(readFileSync(new URL('code.json', import.meta.url), 'utf8')) as Code;

registerHooks({
  resolve(specifier, context, nextResolve) {
    const url = resolved[`${context.parentURL ?? ''} ${specifier}`];
    return url === undefined
      ? nextResolve(specifier, context)
      : { url, format: 'module', shortCircuit: true };
  },
  load(url, context, nextLoad) {
    const source = sources[url];
    return source === undefined ? nextLoad(url, context) : { source, format: 'module', shortCircuit: true };
  },
});

/** `3 upload: closed`: the third time. */
const [, times, name] = /^(\d+) (.*)$/.exec(process.env.CLAIMSIDE_KILL_AT ?? '') ?? [];
let left = Number(times);

// Only the main thread of a process can tell its parent.
const tell = (reached: unknown) => process.send?.(reached);
const threads = new BroadcastChannel('claimside-kill-points');
threads.unref();
if (isMainThread) threads.onmessage = ({ data }: { data: unknown }) => tell(data);

globalThis.claimsideKillPoint = (reached) => {
  if (name === undefined && isMainThread) tell(reached);
  if (name === undefined && !isMainThread) threads.postMessage(reached);
  if (reached !== name) return;
  left -= 1;
  if (left === 0) process.kill(process.pid, 'SIGKILL');
};
