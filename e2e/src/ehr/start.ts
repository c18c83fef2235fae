/** Serves the look-alike EHR pages on a free port of this machine, each product under a name of its own. */
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { type Context, Hono } from 'hono';
import { medplumPages } from './medplum/routes.ts';
import { ODD_STYLE, oddVisit } from './odd/visit.ts';
import { dashboard, encounterSummary, visitForm } from './openemr/chart.ts';
import { demographicsEdit } from './openemr/demographics-edit.ts';
import { feeSheet } from './openemr/fee-sheet.ts';
import { encounterTop, finder, shell } from './openemr/shell.ts';
import { type LookAlikePatient, patientOf } from './patients.ts';
import { PLAIN_STYLE, plainVisit } from './plain/visit.ts';
import { portal } from './portal/page.ts';
import { practiceMatePages } from './practice-mate/routes.ts';
import { type Naming, splitShell, splitVisit } from './split/page.ts';

/** The plain page runs no script and loads nothing but its style. */
const STRICT_CSP = "default-src 'none'; style-src 'self'";

export interface EhrServer {
  /**
   * The OpenEMR look-alike's only address. It takes `?member=` (another member id), `?drug=1` (J1030 with its NDC
   * row), `?billed=1` (first line billed), `?encounter=none` (no visit in the banner) or what the banner says of it, as `2026-11-16 (4711)`, `?start=summary`.
   */
  readonly url: string;
  /**
   * `origin('plain')` is `http://plain.localhost:PORT`; every name serves all pages. The page `/plain/visit` takes
   * `?relationship=child` (the patient is insured by somebody else), `?vague=1` (name and ZIP can't be read for
   * certain), `?date=` of the visit and `?shows=less` (neither insurance nor address). `/odd/CHART/visit` has to be taught;
   * `?version=renamed` is what an update of that product makes of it. Practice Mate is under
   * `/pm/`: its visit page posts back to the next patient's visit. `/Patient/1/Encounter/4711` is the
   * Medplum-like app, in which the address changes without a load. `/split/chart` has its visit in a frame. `/portal` puts each address of
   * `?frame=` into a frame, and names the `?patient=`.
   */
  origin(name: string): string;
  /** `http://NAME:PORT` for the product's own name, for a browser that was told to look for it on this machine. */
  originAs(hostname: string): string;
  close(): Promise<void>;
}

/**
 * `csp` replaces the policy of the plain page; `port` is fixed only where a person types it; `delay` says in milliseconds
 * how long the next answer is kept, as a slow product does.
 */
export async function startEhr(
  options: { csp?: string; port?: number; delay?: () => number } = {},
): Promise<EhrServer> {
  const app = ehrPages(options.csp ?? STRICT_CSP, options.delay);
  const server = await new Promise<ReturnType<typeof serve>>((resolve, reject) => {
    const started = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: options.port ?? 0 }, () =>
      resolve(started),
    );
    started.once('error', reject);
  });
  const { port } = server.address() as AddressInfo;
  const originAs = (hostname: string): string => `http://${hostname}:${port}`;
  const origin = (name: string): string => originAs(`${name}.localhost`);
  return {
    url: `${origin('openemr')}/interface/main/tabs/main.php`,
    origin,
    originAs,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        if ('closeAllConnections' in server) server.closeAllConnections();
      }),
  };
}

function ehrPages(plainCsp: string, delay?: () => number): Hono {
  const app = new Hono();
  if (delay)
    app.use(async (_, next) => {
      await new Promise((done) => setTimeout(done, delay()));
      await next();
    });
  const encounter = '/interface/patient_file/encounter';
  const summary = '/interface/patient_file/summary';
  app.get('/interface/main/tabs/main.php', (c) =>
    c.html(
      shell(patient(c), {
        member: c.req.query('member'),
        drug: c.req.query('drug') === '1',
        billed: c.req.query('billed') === '1',
        encounter: c.req.query('encounter'),
        start: c.req.query('start') ?? 'fee-sheet',
      }),
    ),
  );
  app.get('/interface/main/finder/dynamic_finder.php', (c) => c.html(finder()));
  app.get('/interface/patient_file/history/encounters.php', (c) =>
    c.html('<!doctype html><title>Visits</title>'),
  );
  app.get(`${summary}/demographics.php`, (c) => c.html(dashboard(patient(c))));
  app.get(`${summary}/demographics_full.php`, (c) => c.html(demographicsEdit(patient(c))));
  app.get(`${encounter}/encounter_top.php`, (c) => {
    const { start } = links(c);
    return c.html(encounterTop(start));
  });
  app.get(`${encounter}/forms.php`, (c) => c.html(encounterSummary(patient(c), links(c))));
  app.get(`${encounter}/view_form.php`, (c) => c.html(visitForm(patient(c))));
  app.get(`${encounter}/load_form.php`, (c) =>
    c.html(
      feeSheet(patient(c), { drug: c.req.query('drug') === '1', billed: c.req.query('billed') === '1' }),
    ),
  );
  app.get('/plain/visit', (c) => {
    c.header('Content-Security-Policy', plainCsp);
    const { relationship, date, shows, vague } = c.req.query();
    return c.html(
      plainVisit(patient(c), {
        relationship: relationship === 'child' ? 'child' : 'self',
        date,
        showsLess: shows === 'less',
        isVague: vague === '1',
      }),
    );
  });
  app.get('/split/chart', (c) => c.html(splitShell(patient(c))));
  app.get('/split/visit', (c) =>
    c.html(splitVisit(patient(c), (c.req.query('naming') ?? 'whole') as Naming)),
  );
  app.get('/portal', (c) => c.html(portal(c.req.queries('frame') ?? [], c.req.query('patient'))));
  practiceMatePages(app);
  medplumPages(app);
  app.get('/odd/:chart/visit', (c) => c.html(oddVisit(patient(c), c.req.query('version') === 'renamed')));
  app.get('/odd/style.css', (c) => c.body(ODD_STYLE, 200, { 'Content-Type': 'text/css' }));
  app.get('/plain/style.css', (c) => c.body(PLAIN_STYLE, 200, { 'Content-Type': 'text/css' }));
  return app;

  function links(c: Context): { feeSheet: string; visitForm: string; start: string } {
    const query = new URL(c.req.url).searchParams.toString();
    const feeSheet = `${encounter}/load_form.php?formname=fee_sheet&${query}`;
    const visitForm = `${encounter}/view_form.php?formname=newpatient&id=31&${query}`;
    return {
      feeSheet,
      visitForm,
      start: c.req.query('start') === 'summary' ? `${encounter}/forms.php?${query}` : feeSheet,
    };
  }
}

const patient = (c: Context): LookAlikePatient =>
  patientOf({ pid: c.req.query('set_pid'), member: c.req.query('member') });
