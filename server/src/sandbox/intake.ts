/** Picks a finished upload up: judges it, keeps a copy, and gets its answers under way. */
import { createHash } from 'node:crypto';
import { copyFile, readFile, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { Runtime } from '../runtime.ts';
import { acknowledgementTo, answersTo, errorReportOn } from './answers/index.ts';
import type { JudgedClaim, JudgedFile } from './answers/judged.ts';
import { decide } from './decide.ts';
import type { Journal } from './journal.ts';
import { type Judgement, judge } from './judge.ts';
import type { Answer, Outbox } from './outbox.ts';
import type { ReceivedFile } from './types.ts';

export interface IntakeOptions {
  readonly dataDir: string;
  readonly username: string;
  readonly runtime: Pick<Runtime, 'now'>;
  readonly journal: Journal;
  readonly outbox: Outbox;
  readonly received: (file: ReceivedFile) => void;
}

/** Takes `inbound/<name>`; nothing happens when it is gone already. */
export async function takeIn(name: string, options: IntakeOptions): Promise<void> {
  const { journal, outbox, dataDir } = options;
  const source = join(dataDir, 'inbound', name);
  const bytes = await readFile(source).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (!bytes) return;

  const at = options.runtime.now();
  const fileId = journal.nextFileId(at);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const judgement = judge({ name, bytes }, journal.received());
  const claims: JudgedClaim[] = [];
  for (const claim of judgement.claims) {
    const clearinghouseClaimId = journal.nextClaimId(at);
    const payerClaimControlNumber = `SBX${clearinghouseClaimId}`;
    const decided = await decide(claim.claim, journal.received());
    claims.push({ ...claim, ...decided, clearinghouseClaimId, payerClaimControlNumber });
  }
  const upload = { fileId, name, at, test: name.includes('OATEST'), username: options.username };
  const answers = await allAnswers(upload, judgement, claims, () => journal.nextFileId(at));
  const archivePath = join(dataDir, 'archive', `${fileId}_${name}`);
  await copyFile(source, archivePath);
  const publish = await outbox.prepare(fileId, answers);
  const file: ReceivedFile = {
    fileId,
    name,
    sizeBytes: bytes.length,
    sha256,
    receivedAt: at,
    test: upload.test,
    verdict: judgement.verdict,
    ...(judgement.file ? { interchange: interchangeOf(judgement.file.envelope) } : {}),
    claims: claims.map(({ corrects, ...claim }) => ({
      patientControlNumber: claim.patientControlNumber,
      clearinghouseClaimId: claim.clearinghouseClaimId,
      scenario: claim.scenario.name,
      payerClaimControlNumber: claim.payerClaimControlNumber,
      ...(corrects ? { corrects: corrects.payerClaimControlNumber } : {}),
    })),
    archivePath,
  };
  await journal.picked(file);
  await unlink(source);
  options.received(file);
  await publish();
}

async function allAnswers(
  upload: Omit<JudgedFile, 'file' | 'claims'>,
  { verdict, file, acknowledgement }: Judgement,
  claims: readonly JudgedClaim[],
  nextFileId: () => string,
): Promise<readonly Answer[]> {
  if (verdict === 'ignored') return [];
  const report = verdict === 'unreadable' ? [errorReportOn(upload)] : [];
  if (!file || !acknowledgement) return report;
  const judged = { ...upload, file, claims };
  return [acknowledgementTo(judged, acknowledgement), ...report, ...(await answersTo(judged, nextFileId))];
}

function interchangeOf({
  interchangeSender,
  interchangeControlNumber,
}: NonNullable<Judgement['file']>['envelope']) {
  return { senderId: interchangeSender.id, controlNumber: interchangeControlNumber };
}
