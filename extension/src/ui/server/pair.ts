/** Pairs this browser: the only thing that is asked of a server without a token. */
import type { AppType } from '@claimside/server/app';
import type { PairResponse } from '@claimside/shared/api';
import { hc } from 'hono/client';
import { answerOf, timed } from './asking.ts';
import { notClaimside } from './problems.ts';

/** Trades a one-time code for a device token. First makes sure that a Claimside server stands at the address. */
export async function pair(
  serverUrl: string,
  code: string,
  deviceName: string,
  fetcher: typeof fetch = fetch,
): Promise<PairResponse> {
  const api = hc<AppType>(serverUrl, { fetch: timed(fetcher) }).api.v1;
  const answer = answerOf(serverUrl);
  if (!isClaimside(await answer(api.health.$get()))) throw notClaimside(serverUrl);
  return answer(api.pairing.$post({ json: { code: code.trim(), deviceName: deviceName.trim() } }));
}

/** Many programs answer any question with some JSON. */
function isClaimside(health: unknown): boolean {
  return (
    typeof health === 'object' && health !== null && 'service' in health && health.service === 'claimside'
  );
}
