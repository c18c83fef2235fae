/** An outside for tests of commands: nothing comes in, and what goes out is lost unless the test takes it. */
import { pino } from 'pino';
import { systemRuntime } from '../runtime.ts';
import type { Io } from './io.ts';

export function testIo(own: Partial<Io>): Io {
  return {
    result: () => {},
    write: async () => {},
    input: (async function* () {})(),
    say: () => {},
    progress: () => {},
    env: {},
    homeDir: '',
    readSecret: async () => '',
    runtime: systemRuntime(pino({ level: 'silent' })),
    onReload: () => () => {},
    stopped: new AbortController().signal,
    ...own,
  };
}
