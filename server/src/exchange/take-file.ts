/** A file that a person brings (an 835 from a payer's portal, a payment typed in): stored raw as one that came by itself, then read. */
import { recordAudit } from '../access/index.ts';
import { newId } from '../runtime.ts';
import { contentHash, findFileOfContent, insertInboundFile } from '../store/inbound-files.ts';
import { inTransaction } from './context.ts';
import { type ReadingTools, readAtOnce } from './read-at-once.ts';

export interface TakenFile {
  readonly fileId: string;
  /** False when the same content came before, under whatever name. */
  readonly isNew: boolean;
}

/** Resolves once what it says is posted, or waits for a person. The same content again changes nothing. */
export async function takeFile(
  tools: ReadingTools,
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
  await readAtOnce(tools, taken.fileId);
  return taken;
}
