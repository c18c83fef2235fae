/** A visit page of no known EHR: labelled fields, a table of services, a list of diagnoses, no script at all. */
import { html } from 'hono/html';
import type { Markup } from '../openemr/page.ts';
import type { LookAlikePatient } from '../patients.ts';

export const PLAIN_STYLE = `
body { font: 14px/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 900px; padding: 24px; color: #1c2733; }
h1 { font-size: 22px; margin: 0 0 12px; } h2 { font-size: 15px; margin: 20px 0 8px; }
fieldset { border: 1px solid #cbd3dc; border-radius: 6px; margin: 0 0 12px; padding: 8px 14px 12px; }
fieldset { display: grid; grid-template-columns: repeat(4, 1fr); gap: 8px 16px; align-items: end; }
label, fieldset span { color: #48566a; }
input, select { display: block; width: 100%; box-sizing: border-box; font: inherit; padding: 4px 6px; border: 1px solid #b5bfca; border-radius: 4px; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 2px 16px; margin: 0; } dt { color: #48566a; } dd { margin: 0; }
table { width: 100%; border-collapse: collapse; } th, td { text-align: left; padding: 6px 8px; border-bottom: 1px solid #dde3ea; }
td:last-child, th:last-child { text-align: right; }
`;

const POINTERS = ['B, C', 'A', 'A'];
const CHARGES = ['$185.00', '$96.00', '$140.00'];

/** What the patient is to the insured person: the page words it, and names that person unless it is the patient. */
export type PlainRelationship = 'self' | 'child';

export interface PlainVisit {
  readonly relationship?: PlainRelationship;
  /** Of another day than the patient's own visit. */
  readonly date?: string | undefined;
  /** No sex, address, phone and insurance: those of a product that has them on another page. */
  readonly showsLess?: boolean;
  /** The patient's name in one piece, and two ZIP codes. */
  readonly isVague?: boolean;
}

export function plainVisit(patient: LookAlikePatient, options: PlainVisit = {}): Markup {
  const { visit } = patient;
  const { relationship = 'self', date = visit.date, showsLess = false, isVague = false } = options;
  const [year, month, day] = date.split('-');
  return html`<!doctype html>
    <!-- A made-up page for the generic reader; people are invented. -->
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <title>Visit</title>
        <link rel="stylesheet" href="/plain/style.css" />
      </head>
      <body>
        <h1>Visit of ${month}/${day}/${year}</h1>
        <fieldset>
          <legend>Patient</legend>
          ${
            isVague
              ? html`<div><label for="whole">Patient name</label><input id="whole" value="${patient.lastName}, ${patient.firstName}" /></div>`
              : html`<div><label for="last">Last name</label><input id="last" value="${patient.lastName}" /></div>
                  <div><label for="first">First name</label><input id="first" value="${patient.firstName}" /></div>`
          }
          <label>Date of birth <input value="04/12/1978" /></label>
          <div><label for="chart">Chart no.</label><input id="chart" value="${patient.chartNumber}" /></div>
          ${
            showsLess
              ? ''
              : html`<label>Sex <select><option>Male</option><option selected>Female</option></select></label>
          <label>Address <input value="${patient.street}" /></label>
          <label>City <input value="${patient.city}" /></label>
          <label>State <input value="${patient.state[0]}" /></label>
          <label>ZIP <input value="${patient.postalCode}" /></label>
          ${isVague && html`<label>Postal code <input value="62705" /></label>`}
          <div><span id="phone-label">Home phone</span><input aria-labelledby="phone-label" value="(217) 555-0188" /></div>`
          }
        </fieldset>
        <fieldset>
          <legend>Emergency contact</legend>
          <label>Last name <input value="Contact" /></label>
          <label>Phone <input value="217-555-0100" /></label>
        </fieldset>
        ${
          showsLess
            ? ''
            : html`<h2>Insurance</h2>
        <dl>
          <dt>Payer</dt><dd>${patient.payer.name}</dd>
          <dt>Member ID</dt><dd>${patient.memberId}</dd>
          <dt>Group</dt><dd>${patient.groupNumber}</dd>
          <dt>Relationship to subscriber</dt><dd>${relationship === 'self' ? 'Self' : 'Child'}</dd>
        </dl>`
        }
        ${relationship === 'self' ? '' : insured(patient)}
        <h2>Visit</h2>
        <table>
          <tr><th>Date of service</th><td>${month}/${day}/${year}</td></tr>
          <tr><th>Provider</th><td>Ingrid Halvorsen, MD</td></tr>
          <tr><th>Place of service</th><td>11 - Office</td></tr>
        </table>
        <h2>Problem list</h2>
        <ul><li>J45.909 Unspecified asthma</li></ul>
        <h2>Diagnoses</h2>
        <table>
          <tr><th>ICD-10</th><th>Description</th></tr>
          ${visit.diagnoses.map(([code, description]) => html`<tr><td>${code}</td><td>${description}</td></tr>`)}
        </table>
        <h2>Services</h2>
        <table>
          <tr><th>CPT</th><th>Description</th><th>Modifiers</th><th>Dx</th><th>Units</th><th>Charge</th></tr>
          ${visit.lines.map(
            (line, n) => html`<tr>
              <td>${line.code}</td><td>${line.description}</td><td>${line.modifiers.replace(':', ', ')}</td>
              <td>${POINTERS[n]}</td><td>${line.units}</td><td>${CHARGES[n]}</td>
            </tr>`,
          )}
          <tr><td></td><td>Total</td><td></td><td></td><td></td><td>$421.00</td></tr>
        </table>
      </body>
    </html>`;
}

function insured({ street, city, state, postalCode }: LookAlikePatient): Markup {
  return html`
    <fieldset>
      <legend>Insured person</legend>
      <label>Last name <input value="Tester" /></label>
      <label>First name <input value="Anna" /></label>
      <label>Date of birth <input value="07/30/1951" /></label>
      <label>Sex <select><option>Male</option><option selected>Female</option></select></label>
      <label>Address <input value="${street}" /></label>
      <label>City <input value="${city}" /></label>
      <label>State <input value="${state[0]}" /></label>
      <label>ZIP <input value="${postalCode}" /></label>
    </fieldset>
  `;
}
