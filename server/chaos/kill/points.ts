/** Points in the server's code at which a process is killed: before each of these places, whose text stands in its file once. */

export interface KillPoint {
  readonly name: string;
  /** From `server/src`. */
  readonly file: string;
  readonly before: string;
  /** It is come to once in a life. */
  readonly once?: true;
  /** It is come to only where files are uploaded in this way. */
  readonly uploadMode?: 'rename';
}

export const KILL_POINTS: readonly KillPoint[] = [
  point('start: before the counters are raised', 'run.ts', 'await store.transaction((db) => raiseCounters(', {
    once: true,
  }),
  point('start: before the exchange begins', 'run.ts', 'worker.start();', { once: true }),
  point(
    'press: before its transaction',
    'http/claims/create-claim.ts',
    'const outcome = await deps.store.transaction(async (db)',
  ),
  point(
    'press: claim stored, not committed',
    'http/claims/create-claim.ts',
    'return ok({ claimId, isNew: true });',
  ),
  point(
    'press: committed, not answered',
    'http/claims/create-claim.ts',
    'if (outcome.ok && outcome.value.isNew) {',
  ),
  point('commit: before it begins', 'store/group-commit.ts', "step(db, 'BEGIN IMMEDIATE');"),
  point('commit: before it ends', 'store/group-commit.ts', "step(db, 'COMMIT');"),
  point(
    'commit: done, nobody told',
    'store/group-commit.ts',
    'for (const outcome of outcomes) outcome.settle();',
  ),
  point(
    'file: before its numbers',
    'exchange/freeze.ts',
    'const numbers = await inTransaction(context, takeControlNumbers);',
  ),
  point('file: numbers taken', 'exchange/freeze.ts', 'const envelope = buildEnvelope(context, numbers, at);'),
  point(
    'file: written, not stored',
    'exchange/freeze.ts',
    'const frozen = await inTransaction(context, async (scope) => {',
  ),
  point('file: before its row', 'exchange/freeze.ts', 'await insertOutboundFile('),
  point('file: frozen', 'exchange/freeze.ts', "if (frozen !== 'frozen') return frozen === 'claims-changed';"),
  point('upload: before the intent', 'exchange/send.ts', 'const begun = await inTransaction('),
  point('upload: intent stored', 'exchange/send.ts', 'const sent = await session.upload('),
  point(
    'upload: before it is opened',
    'exchange/sftp-write.ts',
    "const opened = await step<Buffer>(sftp, 'open'",
  ),
  point('upload: before a block', 'exchange/sftp-write.ts', "const written = await step<void>(sftp, 'write'"),
  point(
    'upload: before its size is asked',
    'exchange/sftp-write.ts',
    'const stats = await step<{ size: number; mtime',
  ),
  point(
    'upload: before it is closed',
    'exchange/sftp-write.ts',
    "const closed = await step<void>(sftp, 'write'",
  ),
  point('upload: closed', 'exchange/sftp-write.ts', 'if (!closed.ok) return closed;'),
  point(
    'upload: before it is renamed',
    'exchange/sftp-write.ts',
    "const renamed = await step<void>(sftp, 'write', (done) => sftp.rename(",
    { uploadMode: 'rename' },
  ),
  point('upload: heard, not seen', 'exchange/send.ts', 'if (!sent.ok) {\n    const { phase } = sent.error;'),
  point(
    'upload: seen, not stored',
    'exchange/send.ts',
    'if (!AS_CONFIRMED.includes(found.value)) return settle(',
  ),
  point(
    'upload: state stored, not committed',
    'exchange/send.ts',
    'const claims = await listClaimsOfFile(scope, file.id);',
  ),
  point(
    'upload: concluded',
    'exchange/send.ts',
    "context.runtime.log.info({ practiceId: context.practiceId, file: file.name, state }, 'outbound file');",
  ),
  point('answer: before it is fetched', 'exchange/receive.ts', 'const content = await session.download('),
  point(
    'answer: fetched',
    'exchange/receive.ts',
    'if (content.value.length !== file.size) return noteUnfinished(context, file);',
  ),
  point('answer: noted, not stored', 'exchange/receive.ts', 'const receivedAt = runtime.now();'),
  point('answer: stored', 'exchange/receive.ts', 'if (!added) return;'),
  point(
    'answer: before it is removed over there, in a later round',
    'exchange/receive.ts',
    'const removed = await session.remove(context.profile.folders.outbound',
  ),
  point('answer: before it is read', 'exchange/interpret/index.ts', 'if (begun === 0) return [];'),
  point(
    'money: before a remittance is posted',
    'exchange/interpret/post-remittance.ts',
    'const { changed, shared, missing } = await attempt(',
  ),
  point(
    'money: claims posted, not the rest',
    'exchange/interpret/post-remittance.ts',
    'const missing = await postRemittance(',
  ),
  point('money: posted, not committed', 'exchange/interpret/post-remittance.ts', 'if (missing !== 0)'),
];

function point(
  name: string,
  file: string,
  before: string,
  more: Pick<KillPoint, 'once' | 'uploadMode'> = {},
): KillPoint {
  return { name, file, before, ...more };
}

/** The code with a call before each point of this file. Throws where a place is gone: code that changed needs its points named anew. */
export function withPoints(source: string, file: string): string {
  return KILL_POINTS.filter((each) => each.file === file).reduce((code, { name, before }) => {
    if (code.split(before).length !== 2) throw new Error(`${file} does not hold once: ${before}`);
    return code.replace(
      before,
      (place) => `globalThis.claimsideKillPoint(${JSON.stringify(name)});\n${place}`,
    );
  }, source);
}
