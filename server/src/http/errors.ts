/** What is left when a handler throws: a problem document outside, and a log line without the error's own words. */
import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { AppDeps } from './deps.ts';
import { problem } from './problem.ts';

/** Messages are never logged: a database error may quote the row. Name, code and stack frames are enough to find it. */
export function describeError(error: unknown): { name: string; code?: string; at: string[]; cause?: object } {
  if (!(error instanceof Error)) return { name: typeof error, at: [] };
  const at = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return {
    name: error.name,
    ...('code' in error && typeof error.code === 'string' ? { code: error.code } : {}),
    at: at.slice(0, 12).map((line) => line.trim()),
    ...(error.cause === undefined ? {} : { cause: describeError(error.cause) }),
  };
}

export function onError({ runtime }: Pick<AppDeps, 'runtime'>) {
  return (error: Error, c: Context): Response => {
    if (error instanceof HTTPException) {
      if (error.status === 415) return problem(c, 'not-json');
      if (error.status === 400) return problem(c, 'invalid-request');
    }
    runtime.log.error(describeError(error), 'a request failed');
    return problem(c, 'server-trouble');
  };
}
