/** The addresses of the Medplum-like app: every one of them is the same page, whose script is built when it is first asked for. */
import type { Hono } from 'hono';
import { html } from 'hono/html';
import type { BuiltApp } from './build.ts';

export function medplumPages(app: Hono): void {
  let building: Promise<BuiltApp> | undefined;
  const built = async (): Promise<BuiltApp> => {
    // The demo has no use for it, and starts without the bundler.
    building ??= import('./build.ts').then(({ buildApp }) => buildApp());
    return building;
  };
  app.get('/Patient/*', (c) =>
    c.html(html`<!doctype html>
      <!-- An app of Medplum's published components and ours for tests; not a copy of the Medplum Provider. People are invented. -->
      <html lang="en">
        <head>
          <meta charset="utf-8" />
          <title>Charts</title>
          <link rel="stylesheet" href="/medplum/app.css" />
        </head>
        <body>
          <div id="root"></div>
          <script src="/medplum/app.js"></script>
        </body>
      </html>`),
  );
  app.get('/medplum/app.js', async (c) =>
    c.body((await built()).script, 200, { 'Content-Type': 'text/javascript' }),
  );
  app.get('/medplum/app.css', async (c) =>
    c.body((await built()).style, 200, { 'Content-Type': 'text/css' }),
  );
}
