/** A paired device without a browser: pairs with a code, calls the API, follows live events. */
import type { AppType } from '@claimside/server/app';
import type { ClaimDetail, LiveEvent, PairResponse, Role } from '@claimside/shared/api';
import { createParser } from 'eventsource-parser';
import { hc } from 'hono/client';

export interface ApiClient {
  readonly api: ReturnType<typeof hc<AppType>>['api']['v1'];
  readonly token: string;
  /** A fresh one-time code for another device. Admins only. */
  pairingCode(role: Role): Promise<string>;
  claim(id: string): Promise<ClaimDetail>;
  /** Calls `seen` at once and then after each live event, until it says true or the signal is given. */
  follow(seen: (event: LiveEvent | null) => Promise<boolean>, signal?: AbortSignal): Promise<void>;
}

export async function pairClient(url: string, code: string, deviceName = 'Console'): Promise<ApiClient> {
  const response = await fetch(`${url}/api/v1/pairing`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code, deviceName }),
  });
  if (!response.ok) throw new Error(`pairing was refused: ${response.status}`);
  const { token } = (await response.json()) as PairResponse;
  const headers = { authorization: `Bearer ${token}` };
  const { api } = hc<AppType>(url, { headers });
  const v1 = api.v1;
  return {
    api: v1,
    token,
    async pairingCode(role) {
      const made = await v1['pairing-codes'].$post({ json: { role } });
      if (!made.ok) throw new Error(`no pairing code: ${made.status}`);
      return (await made.json()).code;
    },
    async claim(id) {
      const found = await v1.claims[':id'].$get({ param: { id } });
      if (!found.ok) throw new Error(`no claim: ${found.status}`);
      return (await found.json()) as ClaimDetail;
    },
    async follow(seen, signal) {
      const stop = new AbortController();
      signal?.addEventListener('abort', () => stop.abort(), { once: true });
      const stream = await fetch(`${url}/api/v1/events`, { headers, signal: stop.signal });
      if (!stream.body) throw new Error('no live events');
      const pending: LiveEvent[] = [];
      const parser = createParser({ onEvent: ({ data }) => pending.push(JSON.parse(data) as LiveEvent) });
      try {
        if (await seen(null)) return;
        for await (const chunk of stream.body.pipeThrough(new TextDecoderStream())) {
          parser.feed(chunk);
          for (const event of pending.splice(0)) if (await seen(event)) return;
        }
        throw new Error('the live events ended');
      } catch (error) {
        if (!signal?.aborted) throw error;
      } finally {
        stop.abort();
      }
    },
  };
}
