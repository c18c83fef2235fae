/** Remittances as a list, page by page: what waits for a person first, each the newest payment first; what was set aside by itself. */
import type { RemittanceList, RemittanceSummary } from '@claimside/shared/api';
import { parseDate, parseMoney } from '@claimside/shared/values';
import { and, count, desc, eq, inArray, lt, or, type SQL } from 'drizzle-orm';
import { plainCheckNumber } from './check-numbers.ts';
import { containsText } from './dialect.ts';
import { remittanceColumns, summariesOf } from './remittances.ts';
import { remittances } from './schema.ts';
import type { Scope } from './store.ts';

type State = RemittanceSummary['state'];

/** In turn; each state is walked from its newest payment by an index. */
const WAITING: readonly State[] = ['needs-person', 'unbalanced'];
const TURNS: readonly (readonly State[])[] = [WAITING, ['posted']];
const TURNS_OF_SET_ASIDE: readonly (readonly State[])[] = [['set-aside']];

export interface RemittanceQuery {
  readonly search?: string | undefined;
  /** Those that people set aside, which are left out otherwise. */
  readonly isSetAside?: boolean;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

export async function listRemittances(scope: Scope, query: RemittanceQuery): Promise<RemittanceList> {
  const after = readCursor(query.cursor);
  // One more than asked tells whether there is a page behind.
  const wanted = query.limit + 1;
  const matching = query.search === undefined ? undefined : remittancesMatching(query.search);
  const found: Row[] = [];
  for (const [turn, states] of (query.isSetAside ? TURNS_OF_SET_ASIDE : TURNS).entries()) {
    if (after && turn < after.turn) continue;
    const behind = after && turn === after.turn ? isBehind(after) : undefined;
    const parts: Row[] = [];
    for (const state of states) parts.push(...(await newest(scope, state, and(matching, behind), wanted)));
    found.push(...parts.sort(newestFirst));
    if (found.length >= wanted) break;
  }
  const page = found.slice(0, query.limit);
  const last = found.length > query.limit ? page.at(-1) : undefined;
  return {
    remittances: await summariesOf(
      scope,
      page.map(({ createdAt: _, ...row }) => row),
    ),
    next: last ? cursorOf(last) : null,
    waiting: await countOf(scope, WAITING),
    setAside: await countOf(scope, ['set-aside'], matching),
  };
}

type Row = Awaited<ReturnType<typeof newest>>[number];

async function newest(scope: Scope, state: State, where: SQL | undefined, limit: number) {
  return scope.db
    .select({ ...remittanceColumns, createdAt: remittances.createdAt })
    .from(remittances)
    .where(and(eq(remittances.practiceId, scope.practiceId), eq(remittances.state, state), where))
    .orderBy(desc(remittances.paymentDate), desc(remittances.createdAt), desc(remittances.id))
    .limit(limit);
}

/** Any part of the number or the payer's name, or exactly this date or amount, whichever way the money went. */
function remittancesMatching(text: string): SQL | undefined {
  const number = plainCheckNumber(text);
  const date = parseDate(text);
  const amount = parseMoney(text);
  return or(
    number === '' ? undefined : containsText(remittances.checkKey, number),
    containsText(remittances.payerName, text),
    date === undefined ? undefined : eq(remittances.paymentDate, date),
    amount === undefined ? undefined : inArray(remittances.total, [amount, -amount]),
  );
}

async function countOf(scope: Scope, states: readonly State[], where?: SQL): Promise<number> {
  const [row] = await scope.db
    .select({ remittances: count() })
    .from(remittances)
    .where(and(eq(remittances.practiceId, scope.practiceId), inArray(remittances.state, [...states]), where));
  return row?.remittances ?? 0;
}

interface Cursor {
  readonly turn: number;
  readonly paymentDate: string;
  readonly createdAt: string;
  readonly id: string;
}

function cursorOf({ state, paymentDate, createdAt, id }: Row): string {
  // The only turn of what was set aside is the first.
  const turn = Math.max(
    0,
    TURNS.findIndex((states) => states.some((each) => each === state)),
  );
  return [turn, paymentDate, createdAt, id].join('~');
}

function readCursor(cursor: string | undefined): Cursor | undefined {
  const [turn, paymentDate, createdAt, id] = cursor?.split('~') ?? [];
  if (paymentDate === undefined || createdAt === undefined || id === undefined) return undefined;
  return { turn: Number(turn), paymentDate, createdAt, id };
}

function isBehind({ paymentDate, createdAt, id }: Cursor): SQL | undefined {
  return or(
    lt(remittances.paymentDate, paymentDate),
    and(
      eq(remittances.paymentDate, paymentDate),
      or(
        lt(remittances.createdAt, createdAt),
        and(eq(remittances.createdAt, createdAt), lt(remittances.id, id)),
      ),
    ),
  );
}

function newestFirst(a: Row, b: Row): number {
  const key = ({ paymentDate, createdAt, id }: Row) => [paymentDate, createdAt, id].join('~');
  return key(a) < key(b) ? 1 : -1;
}
