/** The tabs shell: one banner, sibling frames that stay loaded, an address that never changes. */
import { html, raw } from 'hono/html';
import { type LookAlikePatient, PATIENTS } from '../patients.ts';
import { type Markup, page } from './page.ts';

/** What the address of the shell may ask for. */
export interface ShellOptions {
  readonly member?: string | undefined;
  readonly drug: boolean;
  readonly billed: boolean;
  /** `none`: the banner names no open visit, as OpenEMR 5.0.1 was seen to do with a fee sheet on screen. */
  readonly encounter?: string | undefined;
  /** What the encounter tab shows first: `fee-sheet`, or `summary`. */
  readonly start: string;
}

export function shell(patient: LookAlikePatient, options: ShellOptions): Markup {
  const banners = PATIENTS.map(({ pid, firstName, lastName, chartNumber, birthDate, age, visit }) => ({
    pid,
    name: `${firstName} ${lastName}`,
    chart: `(${chartNumber})`,
    info: ` DOB: ${birthDate} Age: ${age}`,
    encounter:
      options.encounter === 'none' ? 'None' : (options.encounter ?? `${visit.date} (${visit.number})`),
  }));
  const query = new URLSearchParams({
    ...(options.member && { member: options.member }),
    ...(options.drug && { drug: '1' }),
    ...(options.billed && { billed: '1' }),
    start: options.start,
  });
  return html`<!doctype html>
    <!-- A re-creation from documented facts about OpenEMR 5 for tests and training; not a saved page. People are invented. -->
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <title>OpenEMR (look-alike)</title>
        <style>
          html, body { height: 100%; margin: 0; }
          body { display: flex; flex-direction: column; font: 13px/1.4 Helvetica, Arial, sans-serif; color: #222; background: #f3f6f9; }
          nav { display: flex; gap: 18px; padding: 8px 16px; background: #2f4a63; color: #fff; }
          nav b { margin-right: 12px; }
          nav .right { margin-left: auto; }
          #attendantData { display: flex; gap: 24px; align-items: center; padding: 8px 16px; background: #fff; border-bottom: 1px solid #cfd8e1; }
          .picture { width: 34px; height: 34px; border-radius: 50%; background: #cbd8e5; color: #2f4a63; display: grid; place-items: center; }
          a.ptName { font-size: 15px; font-weight: bold; color: #1b5f9e; text-decoration: none; }
          #tabs { display: flex; gap: 4px; padding: 6px 16px 0; }
          #tabs button { font: inherit; padding: 6px 16px; border: 1px solid #cfd8e1; border-bottom: 0; border-radius: 6px 6px 0 0; background: #e3eaf1; cursor: pointer; }
          #tabs button[aria-selected='true'] { background: #fff; font-weight: bold; }
          #framesDisplay { flex: 1; background: #fff; border-top: 1px solid #cfd8e1; }
          .frameDisplay, .frameDisplay iframe { display: block; width: 100%; height: 100%; border: 0; }
        </style>
      </head>
      <body>
        <nav><b>OpenEMR</b><span>Calendar</span><span>Flow Board</span><span>Messages</span><span>Patient/Client</span><span>Fees</span><span>Reports</span><span class="right">Ingrid Halvorsen</span></nav>
        <div id="attendantData">
          <div class="patientInfo picture" id="initials"></div>
          <div>
            <div class="patientInfo">Patient: <a class="ptName" href="#"><span id="name"></span> <span id="chart"></span></a></div>
            <div class="patientInfo" id="info"></div>
          </div>
          <div>Open Encounter: <span class="patientCurrentEncounter" id="encounter"></span></div>
        </div>
        <div id="tabs" role="tablist">
          <button role="tab" data-tab="fin">Finder</button>
          <button role="tab" data-tab="pat">Patient</button>
          <button role="tab" data-tab="enc">Encounter</button>
        </div>
        <div id="framesDisplay">
          <div class="frameDisplay" data-frame="fin" style="display: none"><iframe name="fin" src="/interface/main/finder/dynamic_finder.php"></iframe></div>
          <div class="frameDisplay" data-frame="pat" style="display: none"><iframe name="pat" src="/interface/patient_file/summary/demographics.php?set_pid=${patient.pid}&${raw(query.toString())}"></iframe></div>
          <div class="frameDisplay" data-frame="enc"><iframe name="enc" src="/interface/patient_file/encounter/encounter_top.php?set_pid=${patient.pid}&${raw(query.toString())}"></iframe></div>
        </div>
        <script>
          const banners = ${raw(JSON.stringify(banners))};
          const query = ${raw(JSON.stringify(query.toString()))};
          const text = (id, value) => { document.getElementById(id).textContent = value; };
          function showBanner(pid) {
            const banner = banners.find((entry) => entry.pid === pid);
            text('name', banner.name);
            text('chart', banner.chart);
            text('info', banner.info);
            text('encounter', banner.encounter);
            text('initials', banner.name.split(' ').map((word) => word[0]).join(''));
          }
          function showTab(name) {
            for (const tab of document.querySelectorAll('#tabs button')) tab.setAttribute('aria-selected', String(tab.dataset.tab === name));
            for (const frame of document.querySelectorAll('.frameDisplay')) frame.style.display = frame.dataset.frame === name ? '' : 'none';
          }
          /* The server's session has one patient, and the banner shows whom it has. Choosing a patient leaves the
             encounter tab loaded with the one before, as in the product. */
          let chosen = ${patient.pid};
          window.setPatient = (pid) => {
            chosen = pid;
            frames.pat.location.href = '/interface/patient_file/summary/demographics.php?set_pid=' + pid + '&' + query;
            showBanner(pid);
            showTab('pat');
          };
          window.openEncounter = (pid) => {
            if (pid !== chosen) setPatient(pid);
            frames.enc.location.href = '/interface/patient_file/encounter/encounter_top.php?set_pid=' + pid + '&' + query;
            showTab('enc');
          };
          /* Asked again, the server shows the visit of the patient that its session has by then. */
          window.reloadEncounter = () => {
            frames.enc.location.replace('/interface/patient_file/encounter/encounter_top.php?set_pid=' + chosen + '&' + query);
          };
          document.getElementById('tabs').addEventListener('click', (event) => {
            const tab = event.target.closest('button');
            if (tab) showTab(tab.dataset.tab);
          });
          showBanner(${patient.pid});
          showTab('enc');
        </script>
      </body>
    </html>`;
}

/** The finder: choosing a patient changes the banner and the patient tab. */
export function finder(): Markup {
  return page(
    'Patient Finder',
    html`
      <p><b>Patient Finder</b></p>
      <table class="sheet">
        <tr><td class="billcell"><b>Name</b></td><td class="billcell"><b>DOB</b></td><td class="billcell"><b>External ID</b></td><td class="billcell"></td></tr>
        ${PATIENTS.map(
          ({ pid, firstName, lastName, birthDate, chartNumber }) => html`
            <tr>
              <td class="billcell"><a href="#" id="pid_${pid}" onclick="parent.setPatient(${pid}); return false">${lastName}, ${firstName}</a></td>
              <td class="billcell">${birthDate}</td>
              <td class="billcell">${chartNumber}</td>
              <td class="billcell"><a href="#" id="enc_${pid}" onclick="parent.setPatient(${pid}); parent.openEncounter(${pid}); return false">Open visit</a></td>
            </tr>
          `,
        )}
      </table>
    `,
  );
}

/** The frame inside the encounter tab; its `src` says one address while it shows another, as in the product. */
export function encounterTop(address: string): Markup {
  return html`<!doctype html>
    <!-- A re-creation from documented facts about OpenEMR 5 for tests and training; not a saved page. -->
    <html lang="en">
      <head><meta charset="utf-8" /><title>Encounter</title>
        <style>html, body { height: 100%; margin: 0; } iframe { width: 100%; height: 100%; border: 0; display: block; }</style>
      </head>
      <body>
        <iframe name="forms" src="/interface/patient_file/history/encounters.php"></iframe>
        <script>frames.forms.location.replace(${raw(JSON.stringify(address))});</script>
      </body>
    </html>`;
}
