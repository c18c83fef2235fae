/** Reads a stored file at once, outside the rounds of a connection: a person waits for what becomes of it. */
import {
  type ClearinghouseProfile,
  ConnectionSettings,
  PROFILES,
  profileOf,
} from '../clearinghouse/index.ts';
import { findConnection } from '../store/connections.ts';
import { type ReadingContext, reading } from './context.ts';
import { interpretFile } from './interpret/index.ts';

export type ReadingTools = Omit<ReadingContext, 'profile' | 'lease'>;

/** Resolves once what it says is posted, or waits for a person. */
export async function readAtOnce(tools: ReadingTools, fileId: string): Promise<void> {
  await interpretFile({ ...tools, profile: await profileFor(tools) }, fileId);
}

/** Names and report columns are those of the practice's main clearinghouse, where it has one. */
async function profileFor(tools: ReadingTools): Promise<ClearinghouseProfile> {
  const settings = ConnectionSettings.safeParse((await findConnection(reading(tools)))?.settings);
  return settings.success ? profileOf(settings.data) : PROFILES.generic;
}
