/** A page of another site around EHR pages, as a portal or a hospital's desktop has it: it may name a patient of its own. */
import { html } from 'hono/html';
import type { Markup } from '../openemr/page.ts';

export function portal(frames: readonly string[], patient?: string): Markup {
  return html`<!doctype html>
    <!-- A made-up page. -->
    <html lang="en">
      <head><meta charset="utf-8" /><title>Portal</title></head>
      <body>
        <h1>My applications</h1>
        ${patient && html`<dl><dt>Patient name</dt><dd>${patient}</dd></dl>`}
        ${frames.map((address) => html`<iframe src="${address}" width="900" height="500"></iframe>`)}
      </body>
    </html>`;
}
