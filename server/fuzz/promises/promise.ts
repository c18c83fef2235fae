/** How a reader is held to what it promises. */

/** A promise that was not kept. Anything else that is thrown breaks the first promise of all: nothing throws. */
export class BrokenPromise extends Error {
  readonly promise: string;

  constructor(promise: string, detail: string) {
    super(`${promise}: ${detail}`);
    this.promise = promise;
  }
}

/** Throws when the promise is not kept. */
export function must(isKept: boolean, promise: string, detail: () => string): asserts isKept {
  if (!isKept) throw new BrokenPromise(promise, detail());
}

/** Two values that must be the same as JSON; `what` is named with both when they are not. */
export function mustEqual(one: unknown, other: unknown, promise: string, what: string): void {
  if (one === other) return;
  const [a, b] = [JSON.stringify(one), JSON.stringify(other)];
  must(a === b, promise, () => `${what} ${differenceOf(a, b)}`);
}

/** The texts from shortly before the place where they part. */
function differenceOf(one = 'nothing', other = 'nothing'): string {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  const from = Math.max(0, at - 40);
  return `${one.slice(from, at + 80)} <> ${other.slice(from, at + 80)}`;
}
