/** What every frame of the OpenEMR look-alike shares: the note on its origin, and plain style. */
import { html } from 'hono/html';

export type Markup = ReturnType<typeof html>;

/** A whole document around the body. */
export function page(title: string, body: Markup): Markup {
  return html`<!doctype html>
    <!-- A re-creation from documented facts about OpenEMR 5 for tests and training; not a saved page. People are invented. -->
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <title>${title}</title>
        <style>
          body { font: 13px/1.5 Helvetica, Arial, sans-serif; margin: 12px 16px; color: #222; background: #fff; }
          a { color: #1b5f9e; }
          button { font: inherit; padding: 3px 12px; border: 1px solid #9aa7b4; border-radius: 3px; background: #eef2f6; cursor: pointer; }
          input, select { font: inherit; padding: 2px 4px; border: 1px solid #a9b4bf; border-radius: 2px; background: #fff; }
          .sheet { width: 100%; border-collapse: collapse; }
          .billcell { padding: 4px 6px; border-bottom: 1px solid #dde3e9; vertical-align: middle; }
          tr:first-child > .billcell { background: #dbe6f0; }
          .section { border: 1px solid #d5dde5; margin: 0 0 10px; }
          .section > .head { background: #e6edf4; padding: 4px 8px; font-weight: bold; }
          .section > .body { padding: 6px 8px; }
          .label { font-weight: bold; padding: 2px 10px 2px 0; }
          .tools { color: #555; }
        </style>
      </head>
      <body>
        ${body}
      </body>
    </html>`;
}
