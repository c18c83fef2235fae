/** What the WebForms pages share: one form that posts to its own address, hidden state, long ids, the postback script. */
import { html, raw } from 'hono/html';
import type { Markup } from '../openemr/page.ts';

/** Begins the id of every field. */
const PREFIX = 'ctl00_phFolderContent_';

/** A field of the form: ids join their parts with `_`, names with `$`. */
export function box(id: string, value: string, size = 10): Markup {
  return html`<input name="${(PREFIX + id).replaceAll('_', '$')}" type="text" id="${PREFIX}${id}" value="${value}" size="${size}" class="ui-autocomplete-input" />`;
}

/** A list of choices of the form. */
export function list(id: string, options: readonly (readonly [string, string])[], chosen: string): Markup {
  return html`<select name="${(PREFIX + id).replaceAll('_', '$')}" id="${PREFIX}${id}">
    ${options.map(([value, words]) => html`<option value="${value}" ${value === chosen ? raw('selected') : ''}>${words}</option>`)}
  </select>`;
}

/** What a page holds hidden as JSON. */
export const hidden = (id: string, value: unknown): Markup =>
  html`<input type="hidden" name="${(PREFIX + id).replaceAll('_', '$')}" id="${PREFIX}${id}" value="${JSON.stringify(value)}" />`;

/** A link that posts the form back. */
export const postBack = (target: string, words: string): Markup =>
  html`<a id="${target}" href="javascript:__doPostBack('${target}','')">${words}</a>`;

/** `row('DOB', box(…), 'Gender', box(…))`: labels are plain cells to the left. */
export function row(...cells: readonly (string | Markup)[]): Markup {
  return html`<tr>${cells.map((cell) => (typeof cell === 'string' ? html`<td class="FieldLabel">${cell}</td>` : html`<td>${cell}</td>`))}</tr>`;
}

/** `state` says which record the page shows, as the product keeps it: opaque, in the page, posted with every postback. */
export function webForm(title: string, state: string, body: Markup): Markup {
  return html`<!doctype html>
    <!-- Re-creation from public automation scripts about Practice Mate (unverified); not a saved page. People are invented. -->
    <html>
      <head>
        <title>${title}</title>
        <style>
          body { font: 12px/1.6 Verdana, Arial, sans-serif; margin: 10px 14px; color: #222; background: #fff; }
          td { padding: 1px 6px; } .FieldLabel { color: #234; font-weight: bold; white-space: nowrap; }
          input, select { font: inherit; border: 1px solid #9ab; } a { color: #15507f; margin-right: 12px; }
        </style>
      </head>
      <body>
        <form name="aspnetForm" method="post" id="aspnetForm">
          <input type="hidden" name="__EVENTTARGET" id="__EVENTTARGET" value="" />
          <input type="hidden" name="__EVENTARGUMENT" id="__EVENTARGUMENT" value="" />
          <input type="hidden" name="__VIEWSTATE" id="__VIEWSTATE" value="${btoa(state)}" />
          ${raw(`<script>
            function __doPostBack(target, argument) {
              const form = document.getElementById('aspnetForm');
              form.__EVENTTARGET.value = target;
              form.__EVENTARGUMENT.value = argument;
              form.submit();
            }
          </script>`)}
          ${body}
        </form>
      </body>
    </html>`;
}
