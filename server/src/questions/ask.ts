/** Asks one question at once: kept with its bytes before it leaves, the same one never twice at a time, the answer kept as it came. */
import { createHash } from 'node:crypto';
import { err, ok, type Result, type UtcInstant } from '@claimside/shared/values';
import { recordAudit, type ServerKey } from '../access/index.ts';
import { describeError } from '../error-text.ts';
import type { News } from '../news.ts';
import {
  askRealTime,
  type QuestionNumbers,
  type RealTimePayload,
  troubleForLog,
} from '../real-time/index.ts';
import { newId, type Runtime } from '../runtime.ts';
import { takeNumber } from '../store/counters.ts';
import {
  findQuestion,
  findQuestionAskedUnder,
  insertQuestion,
  type KeptQuestion,
  keepAnswer,
  type QuestionTrouble,
  questionUnderWay,
  settleQuestion,
  timesAsked,
} from '../store/real-time-questions.ts';
import type { Scope, Store } from '../store/store.ts';
import type { Way } from './access.ts';
import type { QuestionRefusal } from './refusal.ts';

export interface AskTools {
  readonly store: Store;
  readonly runtime: Runtime;
  readonly news: News;
  readonly key: Pick<ServerKey, 'openSecret'>;
  /** Aborted when the server closes. */
  readonly closing: AbortSignal;
}

export interface Asker {
  readonly practiceId: string;
  readonly deviceId: string;
  /** Made once for one press. */
  readonly key: string;
}

export interface QuestionToAsk {
  readonly kind: KeptQuestion['kind'];
  readonly subject: string;
  /** All that is asked but the day, as text. */
  readonly target: string;
  /** The payer's as on claims, where it is asked under another one. */
  readonly payerId?: string | undefined;
  readonly way: Way;
  /** `id` is ours alone, for the trace number. */
  write(id: string, numbers: QuestionNumbers): RealTimePayload;
  /** Once the answer is kept, before it counts as answered. It may be called again for the same answer, which then stores nothing more. */
  onAnswer?(question: Uint8Array, answer: Uint8Array): Promise<void>;
}

export interface Questions {
  /** Resolves once the question is kept, or the same one is found under way: its id. */
  ask(asker: Asker, question: QuestionToAsk): Promise<Result<string, QuestionRefusal>>;
  /** The question once it is settled, or so many milliseconds are over; after a moment where another process asks. */
  settled(scope: Scope, id: string, milliseconds: number): Promise<KeptQuestion | undefined>;
  /** Longer than any question takes: one that is older was cut off. */
  readonly longestMilliseconds: number;
}

/** `payload`: it is to be asked now; `before`: it was asked before, under the same key or by somebody else. */
interface Kept {
  readonly id: string;
  readonly payload?: RealTimePayload;
  readonly before?: KeptQuestion;
}

/** Longer than any question takes. */
export const LONGEST_MILLISECONDS = 150_000;
const DAY_MILLISECONDS = 86_400_000;
/** Of the same question in a day: payers that are down are not to be asked without end. */
const MOST_A_DAY = 20;
const COUNTER = 'real-time';
/** Before a question of another process, or one that was cut off, is looked at again. */
const MOMENT_MILLISECONDS = 1_000;

export function createQuestions(tools: AskTools): Questions {
  const { store, runtime, closing } = tools;
  const underWay = new Map<string, Promise<void>>();

  const keep = async (
    scope: Scope,
    { deviceId, key }: Asker,
    { kind, subject, target: asked, payerId, way, write }: QuestionToAsk,
  ): Promise<Result<Kept, QuestionRefusal>> => {
    const target = hash(asked);
    const question = { kind, subject, target };
    const askedUnder = hash(`${deviceId} ${key}`);
    const before = await findQuestionAskedUnder(scope, askedUnder);
    if (before)
      return before.target === target && before.subject === subject
        ? ok({ id: before.id, before })
        : err({ code: 'idempotency-key-reused', why: 'This key was used for another question.' });
    const now = runtime.now();
    const other = await questionUnderWay(scope, question, earlier(now, LONGEST_MILLISECONDS));
    if (other) return ok({ id: other.id, before: other });
    if ((await timesAsked(scope, question, earlier(now, DAY_MILLISECONDS))) >= MOST_A_DAY)
      return err({
        code: 'asked-too-often',
        why: `The payer was asked the same ${MOST_A_DAY} times within a day. Call it, or ask tomorrow.`,
      });
    const id = newId(runtime);
    const number = await takeNumber(scope, COUNTER);
    const payload = write(id, { interchangeControlNumber: number, groupControlNumber: number });
    const { connectionId } = way;
    await insertQuestion(scope, {
      ...question,
      id,
      payerId: payerId ?? null,
      connectionId,
      deviceId,
      askedUnder,
      askedAt: now,
      question: Buffer.from(payload.bytes),
    });
    const action = kind === '270' ? 'coverage-asked' : 'claim-asked-about';
    await recordAudit(runtime, scope, deviceId, action, kind === '270' ? id : subject);
    return ok({ id, payload });
  };

  const put = async (
    practiceId: string,
    id: string,
    { way: { service, credentials }, onAnswer }: QuestionToAsk,
    payload: RealTimePayload,
  ) => {
    const asked = await askRealTime(service, credentials, payload, { runtime, signal: closing });
    if (asked.ok) {
      const answer = asked.value.bytes;
      await store.transaction((db) => keepAnswer({ db, practiceId }, id, answer));
      return take(practiceId, id, onAnswer, payload.bytes, answer);
    }
    runtime.log.warn({ questionId: id, trouble: troubleForLog(asked.error) }, 'not answered');
    await settle(practiceId, id, troubleIn(asked.error));
  };

  const take = async (
    practiceId: string,
    id: string,
    onAnswer: QuestionToAsk['onAnswer'],
    question: Uint8Array,
    answer: Uint8Array,
  ) => {
    await onAnswer?.(question, answer);
    await settle(practiceId, id, null);
  };

  const settle = (practiceId: string, id: string, trouble: QuestionTrouble | null) =>
    store.transaction((db) => settleQuestion({ db, practiceId }, id, runtime.now(), trouble));

  /** What is done for the question here; undefined where nothing is to do, or it is done elsewhere. */
  const workOn = (
    practiceId: string,
    { id, payload, before }: Kept,
    question: QuestionToAsk,
  ): Promise<void> | undefined => {
    if (payload) return put(practiceId, id, question, payload);
    // Whoever asked went down, or could not take in what came.
    if (!before?.answer || before.answeredAt !== null || underWay.has(id)) return undefined;
    return take(practiceId, id, question.onAnswer, before.question, before.answer);
  };

  return {
    longestMilliseconds: LONGEST_MILLISECONDS,
    async ask(asker, question) {
      const { practiceId } = asker;
      const kept = await store.transaction((db) => keep({ db, practiceId }, asker, question));
      if (!kept.ok) return kept;
      const { id } = kept.value;
      const work = workOn(practiceId, kept.value, question);
      if (work) {
        const asking = work
          .catch((error: unknown) =>
            runtime.log.error({ questionId: id, error: describeError(error) }, 'a question failed'),
          )
          .finally(() => underWay.delete(id));
        underWay.set(id, asking);
      }
      return ok(id);
    },
    async settled(scope, id, milliseconds) {
      const asking = underWay.get(id);
      const kept = await findQuestion(scope, id);
      if (!kept || kept.answeredAt !== null) return kept;
      let timer: ReturnType<typeof setTimeout> | undefined;
      const over = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, asking ? milliseconds : MOMENT_MILLISECONDS);
      });
      await Promise.race(asking ? [asking, over] : [over]);
      clearTimeout(timer);
      return findQuestion(scope, id);
    },
  };
}

const troubleIn = ({ message, fix, again }: QuestionTrouble): QuestionTrouble => ({ message, fix, again });

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');

const earlier = (now: UtcInstant, milliseconds: number) =>
  new Date(Date.parse(now) - milliseconds).toISOString() as UtcInstant;
