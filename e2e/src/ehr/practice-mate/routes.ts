/** The addresses of the Practice Mate look-alike; a postback answers under the address of the page it came from. */
import type { Hono } from 'hono';
import { PATIENTS, patientOf } from '../patients.ts';
import { patientPage } from './patient.ts';
import { NEXT_VISIT, visitPage } from './visit.ts';

export function practiceMatePages(app: Hono): void {
  app.get('/pm/ManagePatients/EditPatient.aspx', (c) =>
    c.html(patientPage(patientOf({ pid: c.req.query('PID') }))),
  );
  app.get('/pm/PatientVisits/EditVisit.aspx', (c) =>
    c.html(visitPage(patientOf({ pid: c.req.query('ID') }))),
  );
  app.post('/pm/PatientVisits/EditVisit.aspx', async (c) => {
    const { __VIEWSTATE, __EVENTTARGET } = await c.req.parseBody();
    const shown = PATIENTS.findIndex(({ pid }) => String(pid) === atob(String(__VIEWSTATE)));
    const next = __EVENTTARGET === NEXT_VISIT ? (shown + 1) % PATIENTS.length : shown;
    return c.html(visitPage(PATIENTS[next] ?? patientOf({})));
  });
}
