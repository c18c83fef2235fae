/** Imports a list from its publisher's files: all of it or nothing, on record with what it was read from. */
import { err, type IsoDate, isIsoDate, ok, type Result } from '@claimside/shared/values';
import { recordAudit } from '../access/index.ts';
import { newId, type Runtime } from '../runtime.ts';
import {
  type CodeFile,
  type CodeListEdition,
  insertEdition,
  letGoOfEditions,
  listHeldEditions,
  readEdition,
} from '../store/code-lists.ts';
import type { Scope, Store } from '../store/store.ts';
import { compareEditions, editionSize } from './compare.ts';
import { type StoredEntries, storedText, toStored } from './entry.ts';
import { yearBefore } from './file-dates.ts';
import type { CodeList } from './lists.ts';
import { openCodeFiles } from './open-files.ts';
import { type Refusal, readCodeFiles, type Watcher } from './read-files.ts';

export interface ImportRequest {
  readonly list: CodeList;
  readonly paths: readonly string[];
  /** From when it holds; without it the names of the files tell. */
  readonly effective?: IsoDate | undefined;
  /** Import it although it is older than the edition in use, or holds few of its codes. */
  readonly anyway: boolean;
  /** Null: a person at the server's console. */
  readonly byDevice: string | null;
}

export interface ImportContext {
  readonly store: Store;
  readonly runtime: Runtime;
  readonly practiceId: string;
}

/** What was imported, and what stands around it. */
export interface Imported extends CodeListEdition {
  /** From when the edition it was compared with holds; null when there is none before it. */
  readonly comparedWith: IsoDate | null;
  /** From when the next edition holds, beside which this older one is kept; null when this is the newest. */
  readonly until: IsoDate | null;
}

/** Nothing is changed unless every file was read to its end without a fault. Rejects when a file can not be opened. */
export async function importCodeList(
  context: ImportContext,
  request: ImportRequest,
  watcher: Watcher,
): Promise<Result<Imported, Refusal>> {
  const opened = await openCodeFiles(request.paths);
  if (!opened.ok) return refused(opened.error);
  try {
    const { files, parts } = opened.value;
    const entries = await readCodeFiles(request.list, opened.value, watcher);
    if (!entries.ok) return entries;
    const names = [...files, ...parts].map((each) => each.name);
    const effective = effectiveDay(context.runtime, request, names);
    if (effective === undefined)
      return refused({
        message: 'The names of the files do not tell from when this edition holds.',
        fix: 'Say it with --effective YYYY-MM-DD.',
      });
    return await replace(context, request, {
      effective,
      files,
      entries: toStored(entries.value, yearBefore(effective)),
    });
  } finally {
    opened.value.close();
  }
}

function effectiveDay(
  runtime: Pick<Runtime, 'now'>,
  { list, effective }: ImportRequest,
  names: readonly string[],
): IsoDate | undefined {
  if (effective !== undefined) return effective;
  if (list.editionOf) return list.editionOf(names);
  const today = runtime.now().slice(0, 10);
  return isIsoDate(today) ? today : undefined;
}

interface Edition {
  readonly effective: IsoDate;
  readonly files: readonly CodeFile[];
  readonly entries: StoredEntries;
}

/** Compares outside of the transaction, so that the server's own writers wait only for the writing itself. */
async function replace(
  { store, runtime, practiceId }: ImportContext,
  { list, anyway, byDevice }: ImportRequest,
  { effective, files, entries }: Edition,
): Promise<Result<Imported, Refusal>> {
  const reader: Scope = { db: store.db, practiceId };
  const held = await heldOf(reader, list);
  const outdated = outdatedBy(list, held, effective);
  if (outdated === 'itself')
    return refused({
      message: `An edition of ${effective} ended more than a year before the one in use: no claim can need it.`,
      fix: 'Import a newer one.',
    });
  const base = held.findLast((each) => each.effective <= effective);
  const before = base ? await readEdition(reader, base.id) : shippedEntries(list);
  if (!anyway) {
    const doubt = doubtful(list, held, effective, { before, now: entries });
    if (doubt) return refused(doubt);
  }
  const edition = {
    id: newId(runtime),
    list: list.name,
    effective,
    files,
    size: editionSize(entries),
    ...compareEditions(before, entries),
    importedAt: runtime.now(),
    importedByDevice: byDevice,
  };
  return store.transaction(async (db) => {
    const scope = { db, practiceId };
    if (idsOf(await heldOf(scope, list)).join() !== idsOf(held).join())
      return refused({
        message: 'Somebody imported this list at the same time.',
        fix: 'Look, and run it again.',
      });
    await letGoOfEditions(scope, idsOf(outdated), edition.importedAt);
    await insertEdition(scope, edition, entries);
    await recordAudit(runtime, scope, byDevice, 'code-list-imported', edition.id);
    return ok({
      ...edition,
      replacedAt: null,
      comparedWith: base?.effective ?? list.shipped?.asOf ?? null,
      until: nextOf(list, held, effective),
    });
  });
}

function nextOf(list: CodeList, held: readonly CodeListEdition[], effective: IsoDate): IsoDate | null {
  if (list.validBy === 'dates') return null;
  return held.find((each) => each.effective > effective)?.effective ?? null;
}

async function heldOf(scope: Scope, list: CodeList): Promise<CodeListEdition[]> {
  return (await listHeldEditions(scope)).filter((edition) => edition.list === list.name);
}

const idsOf = (editions: readonly CodeListEdition[]) => editions.map((edition) => edition.id);

/**
 * The editions that need not be held beside a new one: all where entries carry dates; else the one of the same day, and
 * those that ended a year before the newest began (Medicare takes a claim for a year).
 */
function outdatedBy(
  list: CodeList,
  held: readonly CodeListEdition[],
  effective: IsoDate,
): readonly CodeListEdition[] | 'itself' {
  if (list.validBy === 'dates') return held;
  const days = [...new Set([...held.map((edition) => edition.effective), effective])].sort();
  const horizon = yearBefore(days.at(-1) ?? effective);
  const isOver = (day: IsoDate) => days.some((next) => next > day && next <= horizon);
  if (isOver(effective)) return 'itself';
  return held.filter((edition) => edition.effective === effective || isOver(edition.effective));
}

/** Why a person should say that they mean it. */
function doubtful(
  list: CodeList,
  held: readonly CodeListEdition[],
  effective: IsoDate,
  { before, now }: { readonly before: StoredEntries; readonly now: StoredEntries },
) {
  const newest = held.at(-1)?.effective;
  if (newest !== undefined && newest > effective)
    return {
      message: `The edition in use is newer: it holds from ${newest}, this one from ${effective}.`,
      fix:
        list.validBy === 'dates'
          ? 'Add --anyway if it is to take the place of the newer one.'
          : 'Add --anyway to keep it beside the newer one, for services of its time.',
    };
  const kept = [...before.keys()].filter((code) => now.has(code)).length;
  if (kept * 2 < before.size)
    return {
      message: `Only ${kept} of the ${before.size} codes in use are in this file: it may be cut off, a part, or another list.`,
      fix: 'Add --anyway if you mean it.',
    };
  return undefined;
}

function shippedEntries({ shipped }: CodeList): StoredEntries {
  const codes = Object.entries(shipped?.codes ?? {});
  return new Map(codes.map(([code, title]) => [code, storedText({ title })]));
}

function refused(fault: {
  file?: string;
  line?: number;
  message: string;
  fix: string;
}): Result<never, Refusal> {
  return err({ faults: [{ file: '', line: 0, ...fault }], count: 1 });
}
