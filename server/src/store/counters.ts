/** Numbers that are given out once and never again, also after a restart. */
import type { UtcInstant } from '@claimside/shared/values';
import { and, eq, inArray, lt } from 'drizzle-orm';
import { oneMore } from './dialect.ts';
import { counters } from './schema.ts';
import type { Scope } from './store.ts';

/** The next number of this name, one more than the last given out or raised to, else 1. Call inside a transaction. */
export async function takeNumber(scope: Scope, name: string): Promise<number> {
  const [row] = await scope.db
    .insert(counters)
    .values({ practiceId: scope.practiceId, name, value: 1 })
    .onConflictDoUpdate({
      target: [counters.practiceId, counters.name],
      set: { value: oneMore(counters.value) },
    })
    .returning({ value: counters.value });
  if (!row) throw new Error('the counter gave no number');
  return row.value;
}

/** The most that fits ISA13, GS06 and ST02. */
const MOST = 999_999_999;

/** As `takeNumber`, in nine digits: after the last comes the first again, and numbers that are in use are passed over. */
export async function takeControlNumber(
  scope: Scope,
  name: string,
  isInUse: (number: number) => Promise<boolean>,
): Promise<number> {
  for (;;) {
    const taken = await takeNumber(scope, name);
    const number = taken > MOST ? await beginAgain(scope, name) : taken;
    if (!(await isInUse(number))) return number;
  }
}

async function beginAgain(scope: Scope, name: string): Promise<number> {
  await scope.db
    .update(counters)
    .set({ value: 1 })
    .where(and(eq(counters.practiceId, scope.practiceId), eq(counters.name, name)));
  return 1;
}

/** Whether a number of this name was ever given out. */
export async function wasTaken(scope: Scope, name: string): Promise<boolean> {
  const rows = await scope.db
    .select({ value: counters.value })
    .from(counters)
    .where(and(eq(counters.practiceId, scope.practiceId), eq(counters.name, name)));
  return rows.length > 0;
}

/** Of these, a clearinghouse remembers each number for ever: ISA13, GS06, and the number in BHT03 and file names; both of questions. */
const REMEMBERED = ['interchange', 'group', 'outbound-file', 'real-time'];
const START = Date.parse('2020-01-01T00:00:00Z');
const STEP_MILLISECONDS = 10_000;

/**
 * Lets the next number be no lower than the time says (ten-second steps since 2020: nine digits for three centuries), so
 * that numbers of a former system, of a lost folder, or given out after a backup are not met again. Never lowers one;
 * a server that makes fewer than six files a minute never runs ahead of it. Call inside a transaction at each start.
 */
export async function raiseCounters(scope: Scope, now: UtcInstant): Promise<void> {
  const value = Math.floor((Date.parse(now) - START) / STEP_MILLISECONDS);
  for (const name of REMEMBERED)
    await scope.db
      .insert(counters)
      .values({ practiceId: scope.practiceId, name, value })
      .onConflictDoNothing();
  await scope.db
    .update(counters)
    .set({ value })
    .where(
      and(
        eq(counters.practiceId, scope.practiceId),
        inArray(counters.name, REMEMBERED),
        lt(counters.value, value),
      ),
    );
}
