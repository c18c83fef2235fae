/** Whether a regular expression may take for ever on some text: one of a recipe runs in every page of its site. */

/** An escape, a class, the start of a group, a repetition, or any other sign. */
const TOKEN =
  /\\.|\[(?:\\.|[^\]\\])*\]|\((?:\?(?:[:=!]|<[=!]|<\w+>))?|\)|\||[*+?]\??|\{\d+(?:,\d*)?\}\??|./gsu;

/**
 * True where a group that repeats holds a choice or a repetition, as in `(a+)+`, `(a|aa)+` or `(a?){30}`: the same text can be
 * read in so many ways that a match which fails tries them all. A group once or not at all (`(…)?`), or a few times, does not count. Stricter
 * than it need be, so that nobody has to prove a pattern harmless.
 */
export function mayTakeForEver(pattern: string): boolean {
  /** For each open group: it can be read in more than one way. A counted repetition (`{3}`) is one way. */
  const open: boolean[] = [false];
  let closed: boolean | undefined;
  for (const [token] of pattern.matchAll(TOKEN)) {
    if (isRepetition(token)) {
      if (closed && repeats(token)) return true;
      if (!/^\{\d+\}/.test(token)) open[open.length - 1] = true;
    }
    closed = undefined;
    if (token.startsWith('(')) open.push(false);
    else if (token === '|') open[open.length - 1] = true;
    else if (token === ')') {
      closed = open.pop() ?? false;
      if (closed) open[open.length - 1] = true;
    }
  }
  return false;
}

const isRepetition = (token: string): boolean => /^(?:[*+?]\??|\{.+)$/.test(token);

/** Up to four times is few ways. */
const repeats = (token: string): boolean => !/^(?:\?\??|\{[0-4](?:,[0-4])?\}\??)$/.test(token);
