/** A product that no recipe knows: the patient's name above, the visit in a frame, which says more or less of whose it is. */
import { html, raw } from 'hono/html';
import type { Markup } from '../openemr/page.ts';
import { type LookAlikePatient, PATIENTS } from '../patients.ts';

/** How much the frame says of its patient: name and birth date, the chart number alone, or nothing. */
export type Naming = 'whole' | 'number' | 'nothing';

const american = (date: string): string => {
  const [year, month, day] = date.split('-');
  return `${month}/${day}/${year}`;
};

/**
 * The frame's name is `visit`. `setPatient(pid)` changes the name above, that of `shown`; `openVisit(pid, naming)` loads the
 * frame.
 */
export function splitShell(patient: LookAlikePatient): Markup {
  const people = PATIENTS.map(({ pid, lastName, firstName, birthDate, sex }) => ({
    pid,
    texts: [lastName, firstName, american(birthDate), sex],
  }));
  return html`<!doctype html>
    <!-- A made-up page for the generic reader; people are invented. -->
    <html lang="en-US">
      <head><meta charset="utf-8" /><title>Chart</title></head>
      <body>
        <dl>
          <dt>Last name</dt><dd></dd><dt>First name</dt><dd></dd><dt>Date of birth</dt><dd></dd><dt>Sex</dt><dd></dd>
        </dl>
        <iframe name="visit" width="900" height="500"></iframe>
        <script>
          const people = ${raw(JSON.stringify(people))};
          let shown;
          function setPatient(pid) {
            shown = pid;
            const { texts } = people.find((one) => one.pid === pid);
            document.querySelectorAll('dd').forEach((place, at) => { place.textContent = texts[at]; });
          }
          function openVisit(pid, naming) {
            frames.visit.location.href = '/split/visit?set_pid=' + pid + '&naming=' + naming;
          }
          setPatient(${patient.pid});
          openVisit(${patient.pid}, 'whole');
        </script>
      </body>
    </html>`;
}

export function splitVisit(patient: LookAlikePatient, naming: Naming): Markup {
  const { visit } = patient;
  const who = {
    whole: [
      ['Last name', patient.lastName],
      ['First name', patient.firstName],
      ['Date of birth', american(patient.birthDate)],
      ['Chart no.', patient.chartNumber],
    ],
    number: [['Chart no.', patient.chartNumber]],
    nothing: [],
  }[naming];
  const rest = [
    ['Address', patient.street],
    ['City', patient.city],
    ['State', patient.state[0]],
    ['ZIP', patient.postalCode],
    ['Payer', patient.payer.name],
    ['Member ID', patient.memberId],
    ['Group', patient.groupNumber],
    ['Relationship to subscriber', 'Self'],
    ['Date of service', american(visit.date)],
    ['Provider', visit.provider],
    ['Place of service', '11 - Office'],
  ];
  return html`<!doctype html>
    <html lang="en-US">
      <head><meta charset="utf-8" /><title>Visit</title></head>
      <body>
        <h2>Patient</h2>
        <dl>${[...who, ...rest].map(([label, value]) => html`<dt>${label}</dt><dd>${value}</dd>`)}</dl>
        <h2>Diagnoses</h2>
        <table>
          <tr><th>ICD-10</th><th>Description</th></tr>
          ${visit.diagnoses.map(([code, words]) => html`<tr><td>${code}</td><td>${words}</td></tr>`)}
        </table>
        <h2>Services</h2>
        <table>
          <tr><th>CPT</th><th>Modifiers</th><th>Dx</th><th>Units</th><th>Charge</th></tr>
          ${visit.lines.map(
            ({ code, modifiers, units, price }) =>
              html`<tr><td>${code}</td><td>${modifiers.replace(':', ', ')}</td><td>A</td><td>${units}</td><td>$${Number(price) * Number(units)}.00</td></tr>`,
          )}
        </table>
      </body>
    </html>`;
}
