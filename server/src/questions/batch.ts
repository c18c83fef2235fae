/** Coverage of a list of patients, tomorrow's say: two at a time, with its progress, until a payer or the clearinghouse is down. */
import { createHash } from 'node:crypto';
import type { CoverageBatch, CoverageToCheck, EligibilityCheck } from '@claimside/shared/api';
import { describeError } from '../error-text.ts';
import { patientKeyOf } from '../store/same-keys.ts';
import type { Asker, AskTools, Questions } from './ask.ts';
import { checkCoverage } from './check-coverage.ts';
import { checkOf } from './told.ts';

export type BatchTools = AskTools & { readonly questions: Questions };

export interface CheckBatches {
  /** The same key again gives the same batch, and asks nobody twice: a batch that was cut off goes on. */
  start(asker: Asker, list: readonly CoverageToCheck[]): CoverageBatch;
  /** Undefined where the practice has none of this id since the server started. */
  find(practiceId: string, id: string): CoverageBatch | undefined;
  /** Who is asked about, in the order of the entries; undefined as above. */
  listOf(practiceId: string, id: string): readonly CoverageToCheck[] | undefined;
  /** True the first time that the device is shown what a payer said of somebody of the list, and not again at each look at its progress. */
  isFirstLook(practiceId: string, id: string, deviceId: string): boolean;
  /** What is under way ends by itself; nobody else is asked. */
  stop(practiceId: string, id: string): CoverageBatch | undefined;
}

type Entry = CoverageBatch['entries'][number];

interface Batch {
  readonly id: string;
  readonly practiceId: string;
  readonly entries: Entry[];
  readonly list: readonly CoverageToCheck[];
  readonly lookedAtBy: Set<string>;
  state: CoverageBatch['state'];
  message: string;
}

const AT_ONCE = 2;
/** Batches that can still be looked at. */
const MOST_KEPT = 50;
/** AAA03: the payer is down, or gave the clearinghouse no answer. */
const DOWN = new Set(['42', '80']);

export function createCheckBatches(tools: BatchTools): CheckBatches {
  const { store, runtime, questions, closing } = tools;
  const batches = new Map<string, Batch>();

  const checkOne = async (batch: Batch, asker: Asker, asked: CoverageToCheck, at: number): Promise<void> => {
    const entry = batch.entries[at];
    if (!entry) return;
    const settle = (change: Partial<Entry>) => {
      batch.entries[at] = { ...entry, ...change };
    };
    settle({ state: 'asking' });
    const kept = await checkCoverage(tools, questions, { ...asker, key: `${asker.key}:${at}` }, asked);
    if (!kept.ok) {
      settle({ state: 'not-asked', message: kept.error.why });
      if (kept.error.code === 'real-time-not-set-up') end(batch, 'stopped', kept.error.why);
      return;
    }
    const scope = { db: store.db, practiceId: batch.practiceId };
    const row = await questions.settled(scope, kept.value, questions.longestMilliseconds);
    if (!row) throw new Error('a question just kept can not be read');
    const check = checkOf(row, runtime.now(), questions.longestMilliseconds);
    settle({ state: 'done', check });
    if (isPayerDown(check)) skipPayer(batch, check.payerId);
    if (check.trouble && check.answeredAt !== null && row.answer === null)
      end(batch, 'clearinghouse-down', `${check.trouble.message} ${check.trouble.fix}`);
  };

  const run = async (batch: Batch, asker: Asker, list: readonly CoverageToCheck[]): Promise<void> => {
    let next = 0;
    const worker = async () => {
      while (batch.state === 'running' && !closing.aborted && next < list.length) {
        const at = next;
        next += 1;
        const asked = list[at];
        if (asked && batch.entries[at]?.state === 'waiting') await checkOne(batch, asker, asked, at);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
    if (batch.state === 'running') end(batch, 'done', '');
  };

  const found = (practiceId: string, id: string) => {
    const batch = batches.get(id);
    return batch?.practiceId === practiceId ? batch : undefined;
  };

  return {
    start(asker, list) {
      const { practiceId, deviceId, key } = asker;
      const id = createHash('sha256').update(`${deviceId} ${key}`).digest('hex').slice(0, 40);
      const known = found(practiceId, id);
      if (known) return shown(known);
      const entries = list.map((asked): Entry => {
        const { payerName, payerId, memberId } = asked.coverage;
        return {
          patientKey: patientKeyOf(asked),
          patient: asked.patient,
          coverage: { payerName, payerId, ...(memberId && { memberId }) },
          state: 'waiting',
          message: '',
          check: null,
        };
      });
      const batch: Batch = {
        id,
        practiceId,
        entries,
        list,
        lookedAtBy: new Set(),
        state: 'running',
        message: '',
      };
      batches.set(id, batch);
      const [oldest] = batches.keys();
      if (batches.size > MOST_KEPT && oldest !== undefined) batches.delete(oldest);
      void run(batch, asker, list).catch((error: unknown) => {
        runtime.log.error({ batchId: id, error: describeError(error) }, 'a list of coverage checks failed');
        end(batch, 'stopped', 'The list stopped because of an error. Start it again.');
      });
      return shown(batch);
    },
    find(practiceId, id) {
      const batch = found(practiceId, id);
      return batch && shown(batch);
    },
    listOf: (practiceId, id) => found(practiceId, id)?.list,
    isFirstLook(practiceId, id, deviceId) {
      const batch = found(practiceId, id);
      if (!batch?.entries.some(({ check }) => check !== null) || batch.lookedAtBy.has(deviceId)) return false;
      batch.lookedAtBy.add(deviceId);
      return true;
    },
    stop(practiceId, id) {
      const batch = found(practiceId, id);
      if (batch?.state === 'running') end(batch, 'stopped', 'Stopped by a person.');
      return batch && shown(batch);
    },
  };
}

const isPayerDown = ({ rejections }: EligibilityCheck) => rejections.some(({ reason }) => DOWN.has(reason));

function skipPayer({ entries }: Batch, payerId: string): void {
  for (const [at, entry] of entries.entries())
    if (entry.coverage.payerId === payerId && entry.state === 'waiting')
      entries[at] = {
        ...entry,
        state: 'not-asked',
        message: 'The payer does not answer now. Try again later.',
      };
}

function end(batch: Batch, state: Exclude<Batch['state'], 'running'>, message: string): void {
  batch.state = state;
  batch.message = message;
}

function shown({ id, state, message, entries }: Batch): CoverageBatch {
  const done = entries.filter((entry) => entry.state === 'done' || entry.state === 'not-asked').length;
  return { id, state, message, done, total: entries.length, entries: [...entries] };
}
