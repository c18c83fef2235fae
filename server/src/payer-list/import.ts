/** Imports a clearinghouse's payer list: looked at first, then all that was understood of it, in place of the list before. */
import { createHash } from 'node:crypto';
import type { PayerListPreview } from '@claimside/shared/api';
import { err, ok, type Result } from '@claimside/shared/values';
import { recordAudit } from '../access/index.ts';
import { newId, type Runtime } from '../runtime.ts';
import {
  type PayerListImport,
  payerListInUse,
  readPayerRows,
  replacePayerList,
} from '../store/payer-lists.ts';
import type { Scope, Store } from '../store/store.ts';
import { readTable, SHOWN, shownOf, type TableFault } from '../tables/index.ts';
import { isHeading } from './columns.ts';
import { compareLists } from './compare.ts';
import type { ListedPayer } from './entry.ts';
import { readPayerList } from './read.ts';

export interface PayerListFile {
  readonly name: string;
  readonly bytes: Buffer;
}

export interface ImportContext {
  readonly store: Store;
  readonly runtime: Runtime;
  readonly practiceId: string;
}

interface Looked extends PayerListPreview {
  readonly entries: readonly ListedPayer[];
}

/** What an import would do; changes nothing. */
export async function previewPayerList(
  { store, practiceId }: ImportContext,
  file: PayerListFile,
): Promise<Result<PayerListPreview, TableFault>> {
  const looked = await look({ db: store.db, practiceId }, file);
  if (!looked.ok) return looked;
  const { entries: _, ...preview } = looked.value;
  return ok(preview);
}

/**
 * Imports it. `leaveOut`: how many rows a person has agreed to leave out as they can not be read; with another number than
 * there are, nothing is changed.
 */
export async function importPayerList(
  context: ImportContext,
  file: PayerListFile,
  { leaveOut, byDevice }: { readonly leaveOut: number; readonly byDevice: string | null },
): Promise<Result<PayerListImport, TableFault>> {
  const { store, runtime, practiceId } = context;
  return store.transaction(async (db) => {
    const scope = { db, practiceId };
    const looked = await look(scope, file);
    if (!looked.ok) return looked;
    const { entries, faultCount, faults, added, removed, changed } = looked.value;
    const [fault] = faults;
    if (fault && faultCount !== leaveOut) return err(fault);
    const list = {
      id: newId(runtime),
      fileName: file.name,
      sha256: createHash('sha256').update(file.bytes).digest('hex'),
      size: entries.length,
      added: added.count,
      removed: removed.count,
      changed: changed.count,
      leftOut: faultCount,
      importedAt: runtime.now(),
      importedByDevice: byDevice,
    };
    await replacePayerList(scope, list, entries);
    await recordAudit(runtime, scope, byDevice, 'payer-list-imported', list.id);
    return ok({ ...list, replacedAt: null });
  });
}

async function look(scope: Scope, file: PayerListFile): Promise<Result<Looked, TableFault>> {
  const table = await readTable(file.bytes, isHeading);
  if (!table.ok) return table;
  const { entries, faults, mended } = readPayerList(table.value);
  if (entries.length === 0)
    return err({
      message: 'No row of the file could be read as a payer.',
      fix: 'Take the payer list of the clearinghouse as it is, with its headings.',
    });
  const inUse = await payerListInUse(scope);
  const changes = compareLists(inUse ? await readPayerRows(scope, inUse.id) : [], entries);
  return ok({
    entries,
    size: entries.length,
    mended,
    faultCount: faults.length,
    faults: faults.slice(0, SHOWN),
    comparedWith: inUse ? { importedAt: inUse.importedAt, size: inUse.size } : null,
    ...shownOf(changes),
  });
}
