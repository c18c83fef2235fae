/** Asks the server and makes every way in which that can fail a ServerTrouble. */
import type { ClientResponse } from 'hono/client';
import { brokenOff, notClaimside, readJson, troubleFrom, unreachable } from './problems.ts';

/** How long a person is kept waiting for one answer. */
const TIMEOUT_MS = 15_000;

type SuccessBody<Answer> =
  Answer extends ClientResponse<infer Body, infer Status, string>
    ? Status extends 200 | 201 | 202 | 204
      ? Body
      : never
    : never;

/** The body of an answer; rejects with a ServerTrouble where there is none. */
export const answerOf =
  (serverUrl: string) =>
  async <Answer extends ClientResponse<unknown, number, string>>(
    asked: Promise<Answer>,
  ): Promise<SuccessBody<Answer>> => {
    const response = (await reach(serverUrl, asked)) as unknown as Response;
    if (!response.ok) throw await troubleFrom(response, serverUrl);
    if (response.status === 204) return undefined as SuccessBody<Answer>;
    const body = readJson(await whole(serverUrl, response.text()));
    if (body === undefined) throw notClaimside(serverUrl);
    return body as SuccessBody<Answer>;
  };

/** The answer, whatever it says; rejects with a ServerTrouble where none comes. */
export async function reach<T>(serverUrl: string, asked: Promise<T>): Promise<T> {
  try {
    return await asked;
  } catch {
    throw unreachable(serverUrl);
  }
}

/** The body of an answer whose head came: it may still break off, or stay away longer than a person waits. */
export async function whole<T>(serverUrl: string, body: Promise<T>): Promise<T> {
  try {
    return await body;
  } catch {
    throw brokenOff(serverUrl);
  }
}

/** Gives up after so many milliseconds. */
export function timed(fetcher: typeof fetch, milliseconds = TIMEOUT_MS): typeof fetch {
  return (input, init) => fetcher(input, { ...init, signal: AbortSignal.timeout(milliseconds) });
}
