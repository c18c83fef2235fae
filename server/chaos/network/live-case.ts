/** One session is harmed; then it is looked at what the server says, and whether all is done once nothing fails any more. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { decideDelivery } from '../../src/exchange/index.ts';
import { getExchangeStatus } from '../../src/store/exchange-status.ts';
import type { Books } from './books.ts';
import { isHarmless } from './faults.ts';
import type { Practice } from './practice.ts';
import type { Harm, Lengths } from './wire.ts';

/** Rounds after the harm, by the last of which all must be done. */
const MOST_ROUNDS = 4;
/** What hangs takes so long. */
const ROUND_MILLISECONDS = 30_000;

/** Of a file that arrived. */
const SETTLED: readonly string[] = ['sent', 'accepted'];

/** An answer of no known kind, of several blocks: a part of it can be told from the whole. */
const ANSWER = 'A line of an answer that nobody knows. '.repeat(100);

export interface CaseOutcome {
  readonly troubles: readonly string[];
  /** The harm was done: its byte came by. */
  readonly isDone: boolean;
  /** What the connection said of the harmed session. */
  readonly said: string;
  readonly rounds: number;
  /** A person had to say what had arrived. */
  readonly asked: boolean;
  /** Bytes of the session that was harmed. */
  readonly lengths: Lengths;
}

/** Without a harm nothing fails. `name` is that of no other case. Rejects where a round does not end: then this practice is of no use any more. */
export async function liveCase(
  practice: Practice,
  books: Books,
  harm: Harm | undefined,
  { name, takesFirst }: { readonly name: string; readonly takesFirst: boolean },
): Promise<CaseOutcome> {
  const troubles: string[] = [];
  const expect = (holds: boolean, promise: string) => {
    if (!holds) troubles.push(promise);
  };
  const { wire, clearinghouse, worker, folder } = practice;
  if (harm === undefined || harm.phase === 'remove') await storeBefore(practice, books, `before-${name}`);
  await writeFile(join(clearinghouse.files, 'outbound', `${name}.txt`), `${name}\n${ANSWER}`);
  const laidOut = await clearinghouse.laidOut();
  const missing = () => [...laidOut.keys()].filter((file) => !books.hasStored(file));
  const claimId = await practice.bill();

  wire.choose(harm);
  await inTime(worker.runOnce());
  const { isDone, connections, lengths } = wire;
  const { state: said } = await getExchangeStatus(folder.scope, folder.runtime.now());
  const stored = books.newAnswers();
  const isAll = books.fileOf(claimId)?.state === 'sent' && missing().length === 0;
  expect(connections === 1, `${connections} connections in one round`);
  expect(
    said === 'ok' ? isAll : harm !== undefined && !isHarmless(harm.fault, harm.phase),
    `the connection is ${said}, all done: ${isAll}`,
  );
  expect(isTrue(said, harm), `the connection is ${said}`);
  await checkSent(practice, books, claimId, expect);
  for (const { name: file, sha256 } of stored)
    expect(laidOut.get(file) === sha256, `${file} was stored as it never lay there`);

  wire.choose(undefined);
  let rounds = 0;
  let asked = false;
  const isOpen = async () =>
    missing().length > 0 ||
    !SETTLED.includes(books.fileOf(claimId)?.state ?? '') ||
    (await getExchangeStatus(folder.scope, folder.runtime.now())).state !== 'ok';
  for (; rounds < MOST_ROUNDS && (await isOpen()); rounds += 1) {
    if (takesFirst && rounds === 0) await clearinghouse.takeAll();
    const there = await clearinghouse.laidOut();
    await inTime(worker.runOnce());
    for (const { name: file, sha256 } of books.newAnswers()) {
      expect((laidOut.get(file) ?? there.get(file)) === sha256, `${file} was stored as it never lay there`);
    }
    if (books.fileOf(claimId)?.state !== 'unknown') continue;
    asked = true;
    await decide(practice, books, claimId);
  }
  await clearinghouse.takeAll();
  const file = books.fileOf(claimId);
  const taken = clearinghouse.received().filter((each) => each.name === file?.name);
  expect(
    taken.length === 1 && taken[0]?.verdict === 'accepted' && taken[0].sha256 === file?.sha256,
    `taken ${taken.length} times, ${taken.map(({ verdict }) => verdict).join(' ')}`,
  );
  expect(!(await isOpen()), `open in the end: ${missing().join(' ')} ${file?.state}`);
  const sent = books.timesSent(claimId);
  // The 999 alone may have told that it arrived.
  expect(sent === 1 || (sent === 0 && file?.state === 'accepted'), `said to be sent ${sent} times`);
  expect((file?.attempts ?? 0) <= 1 + rounds, `${file?.attempts} uploads in ${1 + rounds} rounds`);
  const hasLeft = file !== undefined && (await clearinghouse.hasLeftOf(file));
  expect(asked || !hasLeft, 'a part of it is left under a temporary name, and nobody was told');
  return { troubles, isDone, said, rounds, asked, lengths };
}

/** An answer that is stored already: the next session removes it. */
async function storeBefore(
  { wire, clearinghouse, worker }: Practice,
  books: Books,
  name: string,
): Promise<void> {
  await writeFile(join(clearinghouse.files, 'outbound', `${name}.txt`), `${name}\n${ANSWER}`);
  wire.choose(undefined);
  await inTime(worker.runOnce());
  books.newAnswers();
}

/** What is said to be sent lies there whole, under its own name. */
async function checkSent(
  { clearinghouse }: Practice,
  books: Books,
  claimId: string,
  expect: (holds: boolean, promise: string) => void,
): Promise<void> {
  const file = books.fileOf(claimId);
  if (file?.state !== 'sent') return;
  expect(await clearinghouse.holds(file), 'said to be sent, and not there as it was made');
}

/** No harm to a wire is a refused log-in; another host key is one only where the key itself was harmed. */
function isTrue(said: string, harm: Harm | undefined): boolean {
  if (said === 'host-key-changed') return harm?.phase === 'key exchange';
  return said === 'ok' || said === 'trouble' || said === 'unreachable';
}

/** A person looks what is there. */
async function decide(
  { folder, news, clearinghouse }: Practice,
  books: Books,
  claimId: string,
): Promise<void> {
  const file = books.fileOf(claimId);
  if (!file) return;
  const { store, runtime, practiceId } = folder;
  const isThere =
    clearinghouse.received().some(({ name }) => name === file.name) || (await clearinghouse.holds(file));
  const decision = isThere ? 'arrived' : 'send-again';
  await decideDelivery({ store, runtime, news, practiceId }, file.name, decision, null);
}

async function inTime(work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('a round does not end')), ROUND_MILLISECONDS);
  });
  try {
    await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
