/** News and the lists it makes old, over real queries and pauses that the test ends. */
import { QueryClient, QueryObserver } from '@tanstack/preact-query';
import { afterEach, expect, it } from 'vitest';
import { askAgainAfter } from './ask-again.ts';

const queries = new QueryClient({ defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY } } });
const shown: (() => void)[] = [];
afterEach(() => {
  for (const end of shown.splice(0)) end();
  queries.clear();
});

/** Shows something under a key, which is of one account with the claims of `submissions`; tells how often it was asked for. */
async function show(queryKey: readonly string[], submissions: readonly string[] = []) {
  let asked = 0;
  const observer = new QueryObserver(queries, {
    queryKey,
    queryFn: async () => {
      asked += 1;
      return { submissions: submissions.map((id) => ({ id })) };
    },
  });
  shown.push(observer.subscribe(() => {}));
  await until(() => asked === 1);
  return () => asked;
}

async function until(isTrue: () => boolean): Promise<void> {
  for (let turn = 0; turn < 1_000 && !isTrue(); turn += 1) await new Promise((next) => setImmediate(next));
  expect(isTrue()).toBe(true);
}

/** `pass` ends the pause that is under way. */
function hear() {
  const pauses: (() => void)[] = [];
  const onEvent = askAgainAfter({
    queries,
    random: () => 0.5,
    wait: () => new Promise<void>((resolve) => pauses.push(resolve)),
    signal: new AbortController().signal,
  });
  const pass = async () => {
    await until(() => pauses.length > 0);
    pauses.shift()?.();
  };
  return { onEvent, pass, isQuiet: () => pauses.length === 0 };
}

it('a hundred claims that change make a list asked for once, and once more for those that changed meanwhile', async () => {
  const asked = await show(['claims', 'list']);
  const { onEvent, pass } = hear();
  for (let claim = 0; claim < 100; claim += 1) onEvent({ type: 'claim-changed', claimId: `c${claim}` });
  await pass();
  await until(() => asked() === 2);
  for (let claim = 0; claim < 100; claim += 1) onEvent({ type: 'claim-changed', claimId: `c${claim}` });
  expect(asked()).toBe(2);
  await pass();
  await until(() => asked() === 3);
});

it('a claim that is shown is asked for at once, another one is not', async () => {
  const [mine, other] = [await show(['claim', 'c1']), await show(['claim', 'c2'])];
  const { onEvent } = hear();
  onEvent({ type: 'claim-changed', claimId: 'c1' });
  await until(() => mine() === 2);
  expect(other()).toBe(1);
});

it('the last claim of an account is asked for when something is said under the number of an earlier one', async () => {
  const asked = await show(['claim', 'c2'], ['c1', 'c2']);
  const { onEvent } = hear();
  onEvent({ type: 'claim-changed', claimId: 'c1' });
  await until(() => asked() === 2);
});

it('after a quiet time the next news is asked for again', async () => {
  const asked = await show(['remittances', 'list']);
  const { onEvent, pass, isQuiet } = hear();
  for (const times of [2, 3]) {
    onEvent({ type: 'remittance-added' });
    await pass();
    await until(() => asked() === times);
    await pass();
    await until(isQuiet);
  }
});

it('much that changed asks for all that is shown', async () => {
  const asked = await Promise.all([
    show(['claim', 'c1']),
    show(['claims']),
    show(['files']),
    show(['unmatched']),
  ]);
  const { onEvent, pass } = hear();
  onEvent({ type: 'much-changed' });
  await pass();
  await until(() => asked.every((times) => times() === 2));
});
