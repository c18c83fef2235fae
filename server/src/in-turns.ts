/** Long work that lets what else waits have its turn now and then: a request, a timer, another file. */
import { setImmediate } from 'node:timers/promises';

/** Gives the items one by one; after each `many` of them all that waits goes first. */
export async function* inTurns<Item>(items: Iterable<Item>, many: number): AsyncGenerator<Item> {
  let given = 0;
  for (const item of items) {
    if (given > 0 && given % many === 0) await setImmediate();
    given += 1;
    yield item;
  }
}
