/** GET /metrics for a Prometheus on this machine, on a port of its own that no network reaches. */
import { Hono } from 'hono';
import { type Listening, listen } from '../listen.ts';
import type { Metrics } from './metrics.ts';

export async function serveMetrics(metrics: Metrics, port: number): Promise<Listening> {
  const app = new Hono().get('/metrics', async (c) => {
    c.header('content-type', metrics.contentType);
    return c.body(await metrics.text());
  });
  const listening = await listen(app.fetch, '127.0.0.1', port);
  return { ...listening, url: `${listening.url}/metrics` };
}
