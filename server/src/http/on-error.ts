/** What is left when a handler throws: a problem document outside, and a log line without the error's own words. */
import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { describeError } from '../error-text.ts';
import type { AppDeps } from './deps.ts';
import { problem } from './problem.ts';

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
