/** Numbers that are given out once and never again, also after a restart. */
import { oneMore } from './dialect.ts';
import { counters } from './schema.ts';
import type { Scope } from './store.ts';

/** The next number of this name, from 1. Call inside a transaction. */
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
