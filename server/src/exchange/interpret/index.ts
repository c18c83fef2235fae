/** Reads every stored file and turns it into facts; one that cannot be read waits for a person and blocks nothing. */
import { err, type Result } from '@claimside/shared/values';
import {
  answersIn,
  classifyInbound,
  type InboundFileKind,
  mayHoldSeveralKinds,
} from '../../clearinghouse/index.ts';
import { describeError } from '../../error-text.ts';
import { newId } from '../../runtime.ts';
import {
  beginReading,
  findInboundFile,
  insertInboundFile,
  isUnread,
  listUnreadFiles,
  markInboundRead,
  type StoredInboundFile,
  settleBeginnings,
  takeReadingBack,
} from '../../store/inbound-files.ts';
import { leftOtherwise } from '../../store/left-otherwise.ts';
import type { Scope } from '../../store/store.ts';
import { isDiskTrouble } from '../../store/trouble.ts';
import { identify } from '../../x12/index.ts';
import { readZip, type ZipEntry } from '../../zip/read-zip.ts';
import {
  type ExchangeContext,
  inTransaction,
  publishClaims,
  publishExchange,
  type ReadingContext,
  reading,
} from '../context.ts';
import { appendLearnt } from '../facts.ts';
import { LIMITS } from '../limits.ts';
import { interpretAcknowledgement } from './acknowledgement.ts';
import { interpretClaimStatus } from './claim-status.ts';
import { type Interpretation, joinReasons, OTHER_MODE, type ReadingInterpreter } from './interpretation.ts';
import { interpretRemittance } from './remittance.ts';
import { interpretEdiStatus, interpretFileError, interpretFileSummary } from './reports.ts';
import { interpretStatusResponse } from './status-response.ts';

const readAcknowledgement: ReadingInterpreter = (file, surroundings) => (scope) =>
  interpretAcknowledgement(scope, file, surroundings);

const INTERPRETERS: Readonly<Record<Exclude<InboundFileKind, 'era-zip'>, ReadingInterpreter>> = {
  '999': readAcknowledgement,
  ta1: readAcknowledgement,
  '277ca': interpretClaimStatus,
  '277': interpretStatusResponse,
  '835': interpretRemittance,
  'file-summary': interpretFileSummary,
  'file-error': interpretFileError,
  'edi-status': interpretEdiStatus,
  // Kept to be shown; money is posted from the 835 alone.
  'era-text': () => async () => ({ facts: [], reason: null }),
  unknown:
    ({ bytes }) =>
    async () => ({
      facts: [],
      reason: unknownWords(bytes),
    }),
};

/** What a file is that answers nothing, and what to do with it. */
function unknownWords(bytes: Uint8Array): string {
  if (bytes.length === 0) return 'The file is empty. Ask the clearinghouse whether it should hold something.';
  if (identify(bytes) === '837p')
    return 'It holds claims (837P): such a file is written and sent by the server itself, and answers nothing. Set it aside; payments come as an 835.';
  return 'Claimside does not know this kind of file. Save a copy, and see whether it needs an answer.';
}

/** The order of the field, so that a timeline reads well when a day's answers come at once. */
const ORDER: readonly InboundFileKind[] = [
  'unknown',
  'ta1',
  '999',
  'file-summary',
  'file-error',
  '277ca',
  '277',
  'edi-status',
  'era-zip',
  'era-text',
  '835',
];

/** Works until nothing that came by this connection is unread: packages bring further files. */
export async function interpretStored(
  context: ReadingContext & Pick<ExchangeContext, 'connectionId'>,
): Promise<void> {
  for (;;) {
    const unread: { id: string; kind: InboundFileKind }[] = [];
    for (const id of await listUnreadFiles(reading(context), context.connectionId))
      unread.push({ id, kind: kindOf(context, await fileOf(context, id)) });
    if (unread.length === 0) return;
    unread.sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
    for (const { id, kind } of unread) {
      if (context.stopping.aborted) return;
      await interpretOne(context, await fileOf(context, id), kind);
    }
  }
}

/** Works one file, and what it brings. One that was read already, or is being read elsewhere, changes nothing. */
export async function interpretFile(context: ReadingContext, id: string): Promise<void> {
  const ids = [id];
  for (const each of ids) {
    if (context.stopping.aborted) return;
    const file = await fileOf(context, each);
    ids.push(...(await interpretOne(context, file, kindOf(context, file))));
  }
}

/** Read again and again, it might end the server at each start. */
const NEVER_READ =
  'The server ended each time while it read this file, so it is not read again. It is kept as it came; ask the clearinghouse for smaller files.';

async function fileOf(context: ReadingContext, id: string): Promise<StoredInboundFile> {
  const file = await findInboundFile(reading(context), id);
  if (!file) throw new Error('no such inbound file in this practice');
  return file;
}

function kindOf({ profile }: ReadingContext, file: StoredInboundFile): InboundFileKind {
  try {
    return classifyInbound(profile, file.name, file.bytes);
  } catch {
    return 'unknown';
  }
}

/** Gives the files that it brings. */
async function interpretOne(
  context: ReadingContext,
  file: StoredInboundFile,
  kind: InboundFileKind,
): Promise<readonly string[]> {
  let brought: readonly string[] = [];
  try {
    const begun = await inTransaction(context, (scope) => beginReading(scope, file.id));
    if (begun === 0) return [];
    if (begun > LIMITS.readingsOfOneFile) await conclude(context, file, kind, NEVER_READ);
    else if (kind === 'era-zip') brought = await unpack(context, file);
    else brought = await interpretInto(context, file, kind, interpreterOf(file, kind));
  } catch (error) {
    // The file is not to blame: it is read again once the disk is in order.
    if (isDiskTrouble(error)) {
      await inTransaction(context, (scope) => takeReadingBack(scope, file.id)).catch(() => {});
      throw error;
    }
    context.runtime.log.error(
      {
        practiceId: context.practiceId,
        fileId: file.id,
        kind,
        error: describeError(error),
      },
      'inbound file could not be read',
    );
    await conclude(context, file, kind, 'The file could not be read. It is kept as it came.');
  }
  publishExchange(context);
  return brought;
}

/** Some put several kinds of answers in one file: each has its reader. */
function interpreterOf(
  { bytes }: StoredInboundFile,
  kind: Exclude<InboundFileKind, 'era-zip'>,
): ReadingInterpreter {
  const kinds = mayHoldSeveralKinds(bytes) ? answersIn(bytes) : [kind];
  if (kinds.length < 2) return INTERPRETERS[kind];
  const inOrder = kinds.toSorted((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b));
  const readers = inOrder.flatMap((each) =>
    each === 'era-zip' ? [] : [each === 'unknown' ? readNothingElse : INTERPRETERS[each]],
  );
  return (file, surroundings) => {
    const stores = readers.map((reader) => reader(file, surroundings));
    return async (scope) => {
      const all: Interpretation[] = [];
      for (const store of stores) all.push(await store(scope));
      return {
        facts: all.flatMap(({ facts }) => facts),
        changed: all.flatMap(({ changed = [] }) => changed),
        reason: joinReasons(all.map(({ reason }) => reason)),
        brought: all.flatMap(({ brought = [] }) => brought),
        remittanceAdded: all.some(({ remittanceAdded }) => remittanceAdded === true),
      };
    };
  };
}

const readNothingElse: ReadingInterpreter = () => async () => ({
  facts: [],
  reason:
    'A part of it is no answer that Claimside knows. Save a copy, and see whether that part needs an answer.',
});

async function interpretInto(
  context: ReadingContext,
  file: StoredInboundFile,
  kind: InboundFileKind,
  interpreter: ReadingInterpreter,
): Promise<readonly string[]> {
  const { runtime, profile } = context;
  const at = runtime.now();
  const store = interpreter(file, { runtime, profile });
  const outcome = await inTransaction(context, async (scope: Scope) => {
    // Read twice at once, the second finds nothing new and would settle what waits.
    if (!(await isUnread(scope, file.id))) return undefined;
    const interpretation = await store(scope);
    const { facts, reason } = await withoutOtherMode(scope, file, interpretation);
    const source = { kind: 'inbound-file', fileId: file.id, fileName: file.name } as const;
    const appended = await appendLearnt(scope, source, at, facts);
    const changed = new Set([...(interpretation.changed ?? []), ...appended]);
    await markInboundRead(scope, file.id, kind, reason, at);
    await settleBeginnings(scope, file);
    return { changed, interpretation };
  });
  if (!outcome) return [];
  const { changed, interpretation } = outcome;
  publishClaims(context, [...changed]);
  if (interpretation.remittanceAdded) context.news.publish(context.practiceId, { type: 'remittance-added' });
  return interpretation.brought ?? [];
}

/** What a test account says is no word on claims that left live by another one, nor the other way round. */
async function withoutOtherMode(
  scope: Scope,
  { connectionId }: StoredInboundFile,
  { facts, reason }: Interpretation,
): Promise<Pick<Interpretation, 'facts' | 'reason'>> {
  if (connectionId === null || facts.length === 0) return { facts, reason };
  const claimIds = [...new Set(facts.map(({ claimId }) => claimId))];
  const confused = await leftOtherwise(scope, connectionId, { claimIds });
  if (confused.size === 0) return { facts, reason };
  return {
    facts: facts.filter(({ claimId }) => !confused.has(claimId)),
    reason: joinReasons([reason, `${OTHER_MODE} It was not counted for them.`]),
  };
}

/** Each file of a package is stored like one that came alone. */
async function unpack(context: ReadingContext, file: StoredInboundFile): Promise<readonly string[]> {
  const entries: Result<readonly ZipEntry[], string> =
    file.parentId === null
      ? await readZip(file.bytes)
      : err('It is a package inside a package and was not opened.');
  if (!entries.ok) {
    await conclude(context, file, 'era-zip', entries.error);
    return [];
  }
  return inTransaction(context, async (scope) => {
    if (!(await isUnread(scope, file.id))) return [];
    const brought: string[] = [];
    for (const entry of entries.value) brought.push(...(await storeEntry(context, scope, file, entry)));
    await markInboundRead(scope, file.id, 'era-zip', null, context.runtime.now());
    await settleBeginnings(scope, file);
    return brought;
  });
}

/** Its id, where it is new. */
async function storeEntry(
  { runtime }: ReadingContext,
  scope: Scope,
  { id: parentId, connectionId }: StoredInboundFile,
  entry: ZipEntry,
): Promise<string[]> {
  const id = newId(runtime);
  const isNew = await insertInboundFile(scope, {
    id,
    name: entry.name,
    bytes: entry.bytes,
    receivedAt: runtime.now(),
    parentId,
    connectionId,
  });
  return isNew ? [id] : [];
}

async function conclude(
  context: ReadingContext,
  file: StoredInboundFile,
  kind: InboundFileKind,
  reason: string,
): Promise<void> {
  await inTransaction(context, async (scope) => {
    if (!(await isUnread(scope, file.id))) return;
    await markInboundRead(scope, file.id, kind, reason, context.runtime.now());
    await settleBeginnings(scope, file);
  });
}
