/** Makes a failing input as short as it can be and still fail in the same way: by segments, then elements, then bytes. */
import { divide } from './divided.ts';
import { type Failure, tryTarget } from './fuzzer.ts';
import { Input } from './input.ts';
import type { Target } from './targets/target.ts';

/** Tries in all; a long file that fails slowly must not take for ever. */
const MOST_TRIES = 6_000;

/** `begin` is told of each try, as it may hang. */
export function shrink(
  text: string,
  { way }: Failure,
  target: Target,
  begin: (smaller: string) => void = () => {},
): string {
  let left = MOST_TRIES;
  const stillFails = (smaller: string): boolean => {
    if (left === 0) return false;
    left -= 1;
    begin(smaller);
    return tryTarget(target, new Input(smaller))?.way === way;
  };
  let shortest = text;
  for (let before = ''; before !== shortest; ) {
    before = shortest;
    const { by } = divide(shortest);
    if (by.terminator !== '') shortest = withoutParts(shortest, by.terminator, stillFails);
    if (by.element !== '') shortest = withoutParts(shortest, by.element, stillFails);
    shortest = withoutParts(shortest, '', stillFails);
  }
  return shortest;
}

/** Leaves out ever smaller runs of the parts between separators, as long as it still fails without them. */
function withoutParts(text: string, separator: string, stillFails: (smaller: string) => boolean): string {
  let parts = text.split(separator);
  for (let run = Math.ceil(parts.length / 2); run >= 1; run = run === 1 ? 0 : Math.ceil(run / 2)) {
    for (let at = 0; at < parts.length; ) {
      const fewer = parts.toSpliced(at, run);
      if (fewer.length < parts.length && stillFails(fewer.join(separator))) parts = fewer;
      else at += run;
    }
  }
  return parts.join(separator);
}
