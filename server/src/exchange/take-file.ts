/** A file that a person brings (an 835 from a payer's portal, a payment typed in): stored raw as one that came by itself, then read. */
import { recordAudit } from '../access/index.ts';
import {
  type ClearinghouseProfile,
  ConnectionSettings,
  PROFILES,
  profileOf,
} from '../clearinghouse/index.ts';
import { newId } from '../runtime.ts';
import { findConnection } from '../store/connections.ts';
import { contentHash, findFileOfContent, insertInboundFile } from '../store/inbound-files.ts';
import { inTransaction, type ReadingContext, reading } from './context.ts';
import { interpretFile } from './interpret/index.ts';

export interface TakenFile {
  readonly fileId: string;
  /** False when the same content came before, under whatever name. */
  readonly isNew: boolean;
}

/** Resolves once what it says is posted, or waits for a person. The same content again changes nothing. */
export async function takeFile(
  tools: Omit<ReadingContext, 'profile' | 'lease'>,
  file: { readonly name: string; readonly bytes: Buffer },
  deviceId: string,
): Promise<TakenFile> {
  const { runtime } = tools;
  const taken = await inTransaction(tools, async (scope): Promise<TakenFile> => {
    const known = await findFileOfContent(scope, contentHash(file.bytes));
    if (known !== undefined) return { fileId: known, isNew: false };
    const id = newId(runtime);
    await insertInboundFile(scope, {
      ...file,
      id,
      parentId: null,
      connectionId: null,
      receivedAt: runtime.now(),
    });
    await recordAudit(runtime, scope, deviceId, 'file-taken', id);
    return { fileId: id, isNew: true };
  });
  await interpretFile({ ...tools, profile: await profileFor(tools) }, taken.fileId);
  return taken;
}

/** Names and report columns are those of the practice's main clearinghouse, where it has one. */
async function profileFor(tools: Omit<ReadingContext, 'profile' | 'lease'>): Promise<ClearinghouseProfile> {
  const settings = ConnectionSettings.safeParse((await findConnection(reading(tools)))?.settings);
  return settings.success ? profileOf(settings.data) : PROFILES.generic;
}
