/** A visit page of no known EHR whose words no reader knows, with services in a grid of plain elements. */
import { html } from 'hono/html';
import type { Markup } from '../openemr/page.ts';
import type { LookAlikePatient } from '../patients.ts';

export const ODD_STYLE = `
body { font: 14px/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 860px; padding: 20px; color: #1c2733; background: #fff; }
.who { display: flex; gap: 24px; border-bottom: 2px solid #446; padding: 8px 0 12px; margin-bottom: 12px; }
.who b { font-size: 20px; } .who i { color: #48566a; font-style: normal; margin-right: 6px; }
.facts { display: grid; grid-template-columns: max-content 1fr max-content 1fr; gap: 4px 14px; margin: 0 0 14px; }
.facts .k { color: #48566a; } h3 { margin: 14px 0 6px; font-size: 15px; }
.worksheet > div { display: grid; grid-template-columns: 90px 1fr 80px 70px 60px 90px; padding: 5px 8px; border-bottom: 1px solid #dde3ea; }
.worksheet .ws-head { color: #48566a; } .reasons div { padding: 2px 8px; } .reasons .why-code { font-weight: 600; margin-right: 10px; }
.save { margin-top: 14px; }
`;

const LETTERS = 'ABCDEFGH';

/** `renamed`: the product brought out a new version, in which other names stand in the page's source. */
export function oddVisit(patient: LookAlikePatient, renamed = false): Markup {
  const { visit } = patient;
  const [year, month, day] = visit.date.split('-');
  const [birthYear, birthMonth, birthDay] = patient.birthDate.split('-');
  const fact = (words: string, name: string, value: string): Markup =>
    html`<div class="k">${words}</div><div class="${renamed ? `x-${name}` : `v-${name}`} fact">${value}</div>`;
  const cell = (name: string, value: string): Markup =>
    html`<span class="${renamed ? `ws2-${name}` : `ws-${name}`}">${value}</span>`;
  const letterOf = (code: string): string =>
    LETTERS[visit.diagnoses.findIndex(([known]) => known === code)] ?? '';
  return html`<!doctype html>
    <!-- A made-up page that has to be taught; people are invented. -->
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <title>${patient.lastName}, ${patient.firstName}</title>
        <link rel="stylesheet" href="/odd/style.css" />
      </head>
      <body>
        <div class="who">
          <b class="${renamed ? 'fullname2' : 'fullname'}">${patient.lastName}, ${patient.firstName}</b>
          <span><i>Came into the world</i><span class="${renamed ? 'world2' : 'world'}">${birthMonth}/${birthDay}/${birthYear}</span></span>
          <span><i>Is a</i><span class="${renamed ? 'gender2' : 'being'}">${patient.sex}</span></span>
        </div>
        <div class="facts">
          ${fact('Seen on', 'seen', `${month}/${day}/${year}`)}
          ${fact('Seen by', 'seenby', visit.provider)}
          ${fact('Lives at', 'lives', patient.street)}
          ${fact('Town', 'town', patient.city)}
          ${fact('Region', 'region', patient.state[0])}
          ${fact('Mail code', 'mailcode', patient.postalCode)}
          ${fact('Who pays', 'pays', patient.payer.name)}
          ${fact('Card says', 'card', patient.memberId)}
          ${fact('Bundle', 'bundle', patient.groupNumber)}
          ${fact('Card holder is', 'holder', 'Self')}
        </div>
        <h3>What ails</h3>
        <div class="reasons">
          ${visit.diagnoses.map(
            ([code, words]) =>
              html`<div class="${renamed ? 'why2' : 'why'}"><span class="why-code">${code}</span><span class="why-words">${words}</span></div>`,
          )}
        </div>
        <h3>Worksheet</h3>
        <div class="worksheet">
          <div class="ws-head"><span>Doing</span><span>In words</span><span>Twist</span><span>Because</span><span>Times</span><span>Asks</span></div>
          ${visit.lines.map(
            (line) => html`<div class="${renamed ? 'ws2-line' : 'ws-line'}">
              ${cell('doing', line.code)}${cell('words', line.description)}
              ${cell('twist', line.modifiers.replaceAll(':', ' '))}
              ${cell('because', [...line.justify.matchAll(/\|([A-Z]\d[\dA-Z.]*)/g)].map(([, code]) => letterOf(code ?? '')).join(' '))}
              ${cell('times', line.units)}
              ${cell('asks', `$${(Number(line.price) * Number(line.units)).toFixed(2)}`)}
            </div>`,
          )}
        </div>
        <button type="button" class="save">Finish</button>
      </body>
    </html>`;
}
