/** An error for the log without its own words: a database error, for one, may quote the row. */

export interface ErrorText {
  readonly name: string;
  readonly code?: string;
  /** Stack frames: enough to find the place. */
  readonly at: readonly string[];
  readonly cause?: ErrorText;
}

const MOST_FRAMES = 12;

export function describeError(error: unknown): ErrorText {
  if (!(error instanceof Error)) return { name: typeof error, at: [] };
  const at = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return {
    name: error.name,
    ...('code' in error && typeof error.code === 'string' ? { code: error.code } : {}),
    at: at.slice(0, MOST_FRAMES).map((line) => line.trim()),
    ...(error.cause === undefined ? {} : { cause: describeError(error.cause) }),
  };
}
