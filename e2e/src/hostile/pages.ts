/** Serves hostile look-alike pages on a free port of this machine: what an attack needs in the page is put in by the test. */
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { MARTA } from '../ehr/index.ts';
import type { LookAlikePatient } from '../ehr/patients.ts';
import { PLAIN_STYLE, plainVisit } from '../ehr/plain/visit.ts';

export interface HostilePages {
  /** Every name under `localhost` is a site of its own and serves all pages. */
  origin(name: string): string;
  /** Serves this markup from now on; gives its address on the site `hostile`, of its own unless a path is given. */
  page(markup: string, headers?: Record<string, string>, path?: string): string;
  /** A visit as the honest look-alike shows it, with more in its head and body, or with parts of it replaced. */
  visit(more?: VisitPage): string;
  close(): Promise<void>;
}

export interface VisitPage {
  readonly patient?: LookAlikePatient;
  /** Runs in the page's own world while its head is parsed, long before our script. */
  readonly script?: string;
  readonly style?: string;
  /** Before and after the honest content. */
  readonly above?: string;
  readonly below?: string;
  /** Pieces of the honest markup and what stands in their place. */
  readonly instead?: readonly (readonly [honest: string, hostile: string])[];
  readonly headers?: Record<string, string>;
}

/** The site that is added to the browser as an EHR. */
export const HOSTILE = 'hostile';

export async function startHostilePages(): Promise<HostilePages> {
  const pages = new Map<string, { markup: string; headers: Record<string, string> }>();
  const app = new Hono();
  app.get('/plain/style.css', (c) => c.body(PLAIN_STYLE, 200, { 'Content-Type': 'text/css' }));
  app.get('*', (c) => {
    const found = pages.get(c.req.path);
    return found ? c.html(found.markup, 200, found.headers) : c.notFound();
  });
  const server = await new Promise<ReturnType<typeof serve>>((resolve, reject) => {
    const started = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, () => resolve(started));
    started.once('error', reject);
  });
  const { port } = server.address() as AddressInfo;
  const origin = (name: string): string => `http://${name}.localhost:${port}`;
  const page: HostilePages['page'] = (markup, headers = {}, path = `/page/${pages.size + 1}`) => {
    pages.set(path, { markup, headers });
    return origin(HOSTILE) + path;
  };
  return {
    origin,
    page,
    visit: (more = {}) => page(visitMarkup(more), more.headers),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        if ('closeAllConnections' in server) server.closeAllConnections();
      }),
  };
}

/** The honest page of a visit with the attack in it. A piece that is to be replaced and is not there is a mistake. */
export function visitMarkup({
  patient = MARTA,
  script,
  style,
  above,
  below,
  instead = [],
}: VisitPage): string {
  let markup = String(plainVisit(patient));
  for (const [honest, hostile] of instead) {
    if (!markup.includes(honest)) throw new Error(`the honest page has no ${honest}`);
    markup = markup.replace(honest, () => hostile);
  }
  const head = `${script ? `<script>${script}</script>` : ''}${style ? `<style>${style}</style>` : ''}`;
  return markup
    .replace('<meta charset="utf-8" />', (meta) => meta + head)
    .replace('<body>', (body) => body + (above ?? ''))
    .replace('</body>', (body) => (below ?? '') + body);
}
