/** `claimside clearinghouse trial`: invented claims to the clearinghouse and back, through the server that runs. */
import { setTimeout as delay } from 'node:timers/promises';
import { outcomeWords, stepWords } from '@claimside/shared/lifecycle';
import type { Command } from 'commander';
import { readTrial, startTrial } from '../../../exchange/index.ts';
import { withDataFolder } from '../../data.ts';
import type { ExitCode, Io } from '../../io.ts';
import { Trouble } from '../../trouble.ts';
import { connectionNamed, type WhichOptions, withConnectionOption } from './which.ts';

const LOOK_MILLISECONDS = 500;

export function addTrial(group: Command, io: Io, end: (code: ExitCode) => void): void {
  withConnectionOption(group.command('trial'))
    .description(
      'send a file of invented claims, marked as a test whatever the mode, and tell what comes back; a server has to run',
    )
    .option('--show', 'only tell how far the last one has come', false)
    .action(async ({ data, connection, show }: WhichOptions & { show: boolean }) =>
      withDataFolder(io, data, async ({ scope, store, runtime, practiceId }) => {
        const { id } = await connectionNamed({ scope }, connection);
        if (!show) {
          const started = await startTrial({ store, runtime }, practiceId, id, null);
          if (!started.ok && started.error !== 'no-connection') throw new Trouble(started.error.why);
        }
        const told = new Set<string>();
        for (;;) {
          const trial = await readTrial(scope, id);
          if (!trial) throw new Trouble('No test file was sent by this connection yet.');
          for (const step of trial.steps.filter(({ kind }) => !told.has(kind))) {
            told.add(step.kind);
            io.say([stepWords(step, trial), ...step.messages].join(' · '));
          }
          if (show || io.stopped.aborted || trial.outcome !== 'waiting') {
            io.say(outcomeWords(trial));
            io.result(trial);
            return end(trial.outcome === 'failed' ? 1 : 0);
          }
          await delay(LOOK_MILLISECONDS);
        }
      }),
    );
}
