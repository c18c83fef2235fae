/** Which of the practice's connections a command is about. */
import type { Command } from 'commander';
import type { DataFolder } from '../../../data-folder.ts';
import { type Connection, listConnections } from '../../../store/connections.ts';
import { withDataOption } from '../../data.ts';
import { Trouble } from '../../trouble.ts';

export interface WhichOptions {
  readonly data?: string;
  readonly connection?: string;
}

/** Adds `--connection NAME` and `--data DIR`. */
export function withConnectionOption(command: Command): Command {
  return withDataOption(command).option(
    '--connection <name>',
    'its name or number, as claimside clearinghouse list shows them (default: the main one)',
  );
}

/** The main one unless it is named. Says which there are when there is none of that name. */
export async function connectionNamed(
  { scope }: Pick<DataFolder, 'scope'>,
  name: string | undefined,
): Promise<Connection> {
  const connections = await listConnections(scope);
  const [main] = connections;
  if (!main) throw new Trouble('No clearinghouse is set up. Run claimside clearinghouse set.');
  if (name === undefined) return main;
  const found = connections.find(
    (each) => each.id === name || each.name.toLowerCase() === name.toLowerCase(),
  );
  if (found) return found;
  throw new Trouble(
    `There is no connection ${name}. There are: ${connections.map((each) => each.name).join(', ')}.`,
  );
}
