/** The server as typed functions, by Hono's client of its own routes. */
import type { AppType } from '@claimside/server/app';
import {
  BroughtFile,
  CoverageBatch,
  EligibilityCheck,
  FeeScheduleImported,
  FeeSchedulePreview,
  PatientsImported,
  PatientsPreview,
  PayerListImported,
  PayerListPreview,
  type PracticeRecipe,
  PracticeRecipes,
  ScheduledPatients,
  SEED_LIST,
} from '@claimside/shared/api';
import { hc } from 'hono/client';
import { answerOf, reach, timed, whole } from './asking.ts';
import type { Server } from './contract.ts';
import type { Credentials } from './credentials.ts';
import { notClaimside, readJson, troubleFrom } from './problems.ts';
import { sendFile, type WatchedFile } from './send-file.ts';

/** A zod schema, as far as it is needed here. */
interface Form<Value> {
  safeParse(value: unknown): { success: true; data: Value } | { success: false };
}

/** A file of many megabytes over a slow line. */
const FILE_TIMEOUT_MS = 180_000;

/** As this computer is set: it stands where the practice is. */
const timeZoneHere = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Speaks for the paired device. Every function rejects with a ServerTrouble and nothing else. */
export function connect(credentials: Credentials, fetcher: typeof fetch = fetch): Server {
  const { serverUrl, token } = credentials;
  const headers = { authorization: `Bearer ${token}` };
  const api = hc<AppType>(serverUrl, { headers, fetch: timed(fetcher) }).api.v1;
  const answer = answerOf(serverUrl);
  const recipesIn = async (asked: Promise<unknown>): Promise<readonly PracticeRecipe[]> => {
    const recipes = PracticeRecipes.safeParse(await asked);
    if (!recipes.success) throw notClaimside(serverUrl);
    return recipes.data;
  };
  const checkIn = async (asked: Promise<unknown>): Promise<EligibilityCheck> => {
    const check = EligibilityCheck.safeParse(await asked);
    if (!check.success) throw notClaimside(serverUrl);
    return check.data;
  };
  const batchIn = async (asked: Promise<unknown>): Promise<CoverageBatch> => {
    const batch = CoverageBatch.safeParse(await asked);
    if (!batch.success) throw notClaimside(serverUrl);
    return batch.data;
  };
  const content = async (asked: Promise<unknown>): Promise<Blob> => {
    const response = (await reach(serverUrl, asked)) as Response;
    if (!response.ok) throw await troubleFrom(response, serverUrl);
    return whole(serverUrl, response.blob());
  };
  const send = async (path: string, file: File, watched?: WatchedFile): Promise<Response> => {
    const url = `${serverUrl}/api/v1/${path}`;
    const sent = {
      headers: {
        ...headers,
        'content-type': 'application/octet-stream',
        'x-file-name': encodeURIComponent(file.name),
      },
      body: file,
    };
    const asked = watched
      ? sendFile(url, { ...sent, timeout: FILE_TIMEOUT_MS }, watched)
      : timed(fetcher, FILE_TIMEOUT_MS)(url, { ...sent, method: 'POST' });
    const response = await reach(serverUrl, asked);
    if (!response.ok) throw await troubleFrom(response, serverUrl);
    return response;
  };
  const bring = async <Taken>(
    path: string,
    file: File,
    form: Form<Taken>,
    watched?: WatchedFile,
  ): Promise<Taken> => {
    const response = await send(path, file, watched);
    const taken = form.safeParse(readJson(await whole(serverUrl, response.text())));
    if (!taken.success) throw notClaimside(serverUrl);
    return taken.data;
  };
  return {
    session: () => answer(api.session.$get()),
    practice: () => answer(api.practice.$get()),
    procedures: () => answer(api['fee-schedule'].procedures.$get()),
    feeSchedule: () => answer(api['fee-schedule'].$get()),
    searchFeeSchedule: (search, after) =>
      answer(api['fee-schedule'].search.$get({ query: { search, after } })),
    exportFeeSchedule: (format) => content(api['fee-schedule'].export.$get({ query: { format } })),
    previewFeeSchedule: (file, watched) => bring('fee-schedule', file, FeeSchedulePreview, watched),
    importFeeSchedule: (file, watched) =>
      bring('fee-schedule?import=true', file, FeeScheduleImported, watched),
    changeProcedure: ({ code, ...procedure }) =>
      answer(api['fee-schedule'].procedures[':code'].$put({ param: { code }, json: procedure })),
    removeProcedure: async (code) => {
      await answer(api['fee-schedule'].procedures[':code'].$delete({ param: { code } }));
    },
    fees: (month) =>
      answer(api.fees.$get({ query: { timeZone: timeZoneHere(), ...(month !== undefined && { month }) } })),
    changeFeeSettings: (change) => answer(api.fees.settings.$put({ json: change })),
    costOfNextClaim: (claim) =>
      answer(api.fees['next-claim'].$post({ json: { ...claim, timeZone: timeZoneHere() } })),
    report: (asked) => answer(api.reports.$get({ query: { ...asked, timeZone: timeZoneHere() } })),
    exportReport: (asked, which) =>
      content(
        api.reports.export.$get({
          query: {
            ...asked,
            timeZone: timeZoneHere(),
            ...(which === 'whole' ? { format: 'xlsx' } : { format: 'csv', table: which }),
          },
        }),
      ),
    enrollments: () => answer(api.enrollments.$get()),
    exportEnrollments: (format) => content(api.enrollments.export.$get({ query: { format } })),
    changeEnrollment: ({ kind, payerId, billingNpi, ...fields }, over) =>
      answer(
        api.enrollments[':kind'][':payerId'][':billingNpi'].$put({
          param: { kind, payerId, billingNpi },
          json: { ...fields, over },
        }),
      ),
    removeEnrollment: async ({ kind, payerId, billingNpi }) => {
      await answer(
        api.enrollments[':kind'][':payerId'][':billingNpi'].$delete({ param: { kind, payerId, billingNpi } }),
      );
    },
    setup: () => answer(api.setup.$get()),
    letterPdf: (title, text) => content(api.letters.pdf.$post({ json: { title, text } })),
    practiceToChange: async () => {
      const asked = await reach(serverUrl, api.practice.$get());
      const settings = await answer(Promise.resolve(asked));
      return { settings, tag: asked.headers.get('etag') ?? '' };
    },
    changePractice: (settings, tag) =>
      answer(api.practice.$put({ json: settings, header: { 'if-match': tag } })),
    rememberPayerName: (chosen) => answer(api.practice['payer-names'].$post({ json: chosen })),
    codeFacts: ({ diagnoses, procedures, modifiers, adjustmentReasons, remarks }) =>
      answer(
        api['code-facts'].$post({
          json: {
            diagnoses: [...diagnoses],
            procedures: [...procedures],
            modifiers: [...modifiers],
            adjustmentReasons: [...adjustmentReasons],
            remarks: [...remarks],
          },
        }),
      ),
    clearinghouse: () => answer(api.clearinghouse.$get()),
    claims: (query) => answer(api.claims.$get({ query })),
    searchClaims: (search) => answer(api.claims.search.$post({ json: search })),
    assignees: () => answer(api.assignees.$get()),
    assignClaim: (id, deviceId) =>
      answer(api.claims[':id'].assignee.$put({ param: { id }, json: { deviceId } })),
    notes: (id) => answer(api.claims[':id'].notes.$get({ param: { id } })),
    addNote: (id, text, key) =>
      answer(
        api.claims[':id'].notes.$post({ param: { id }, json: { text }, header: { 'idempotency-key': key } }),
      ),
    history: (id) => answer(api.claims[':id'].history.$get({ param: { id } })),
    paper: (asked) => {
      const here = { timeZone: timeZoneHere() };
      if (asked.kind === 'self-pay') return answer(api.superbills.$post({ json: asked.visit, query: here }));
      const of = api.claims[':id'];
      const param = { id: asked.claimId };
      switch (asked.kind) {
        case 'receipt':
          return answer(of.receipt.$get({ param, query: { ...here, payment: asked.payment } }));
        case 'superbill':
          return answer(of.superbill.$get({ param, query: { ...here, for: asked.for } }));
        case 'statement':
          return answer(of.statement.$get({ param, query: here }));
        case 'cms-1500':
          return answer(of['cms-1500'].$get({ param, query: here }));
      }
    },
    paperPdf: (asked) => {
      const here = { timeZone: timeZoneHere() };
      if (asked.kind === 'self-pay')
        return content(api.superbills.pdf.$post({ json: asked.visit, query: here }));
      const of = api.claims[':id'];
      const param = { id: asked.claimId };
      switch (asked.kind) {
        case 'receipt':
          return content(of.receipt.pdf.$get({ param, query: { ...here, payment: asked.payment } }));
        case 'superbill':
          return content(of.superbill.pdf.$get({ param, query: { ...here, for: asked.for } }));
        case 'statement':
          return content(of.statement.pdf.$get({ param, query: here }));
        case 'cms-1500':
          return content(of['cms-1500'].pdf.$get({ param, query: { ...here, print: asked.print } }));
      }
    },
    standingClaim: (servicesKey) => answer(api.claims.standing.$post({ json: { servicesKey } })),
    earlierCoverages: (patientKey, serviceDate) =>
      answer(api.claims.coverages.$post({ json: { patientKey, ...(serviceDate && { serviceDate }) } })),
    checkCoverage: (asked, key) =>
      checkIn(answer(api.eligibility.$post({ json: asked, header: { 'idempotency-key': key } }))),
    coverageCheck: (id) => checkIn(answer(api.eligibility[':id'].$get({ param: { id } }))),
    latestCheck: async (patientKey) => {
      const latest = await answer(api.eligibility.latest.$post({ json: { patientKey } }));
      return latest === null ? null : checkIn(Promise.resolve(latest));
    },
    searchPatients: (search) => answer(api.patients.search.$post({ json: search })),
    patient: (patientKey) => answer(api.patients.one.$post({ json: { patientKey } })),
    changePatient: (change) => answer(api.patients.one.$put({ json: change })),
    namedPatients: (people) => answer(api.patients.named.$post({ json: { people: [...people] } })),
    scheduledPatients: (file) => bring('patients/schedule', file, ScheduledPatients),
    previewPatients: (file, columns, watched) =>
      bring(columns ? `patients?columns=${columns.join()}` : 'patients', file, PatientsPreview, watched),
    importPatients: (file, columns, how, watched) =>
      bring(`patients?import=${how}&columns=${columns.join()}`, file, PatientsImported, watched),
    patientsToMend: async (file, columns) =>
      whole(serverUrl, (await send(`patients/to-mend?columns=${columns.join()}`, file)).blob()),
    exportPatients: (format) => content(api.patients.export.$get({ query: { format } })),
    startChecks: (list, key) =>
      batchIn(
        answer(
          api.eligibility.batches.$post({ json: { list: [...list] }, header: { 'idempotency-key': key } }),
        ),
      ),
    checks: (id) => batchIn(answer(api.eligibility.batches[':id'].$get({ param: { id } }))),
    stopChecks: (id) => batchIn(answer(api.eligibility.batches[':id'].$delete({ param: { id } }))),
    exportChecks: (id, format) =>
      content(api.eligibility.batches[':id'].export.$get({ param: { id }, query: { format } })),
    askPayer: (id, key) =>
      answer(api.claims[':id']['ask-payer'].$post({ param: { id }, header: { 'idempotency-key': key } })),
    claim: (id) => answer(api.claims[':id'].$get({ param: { id } })),
    createClaim: (request, key) =>
      answer(api.claims.$post({ json: request, header: { 'idempotency-key': key } })),
    cancelClaim: (id) => answer(api.claims[':id'].cancel.$post({ param: { id } })),
    decideDelivery: (id, decision) =>
      answer(api.claims[':id'].delivery.$post({ param: { id }, json: { decision } })),
    recordAct: (id, act, key) =>
      answer(api.claims[':id'].acts.$post({ param: { id }, json: act, header: { 'idempotency-key': key } })),
    exchange: () => answer(api.exchange.$get()),
    trial: (id) => answer(api.connections[':id'].trial.$get({ param: { id } })),
    startTrial: (id) => answer(api.connections[':id'].trial.$post({ param: { id } })),
    files: () => answer(api.files.$get()),
    fileContent: (id) => content(api.files[':id'].content.$get({ param: { id } })),
    bringFile: (file) => bring('files', file, BroughtFile),
    payerLists: () => answer(api['payer-list'].$get()),
    searchPayers: (search, transaction) =>
      answer(api['payer-list'].payers.$get({ query: { search, ...(transaction && { transaction }) } })),
    previewPayerList: (file, watched) => bring('payer-list', file, PayerListPreview, watched),
    seedPayerList: async () =>
      new File([await content(api['payer-list'].seed.$get())], SEED_LIST.fileName, { type: 'text/csv' }),
    importPayerList: (file, leaveOut, watched) =>
      bring(`payer-list?import=true&leaveOut=${leaveOut}`, file, PayerListImported, watched),
    audit: (search, before) =>
      answer(
        api.audit.$get({ query: { ...search, ...(before !== undefined && { before: String(before) }) } }),
      ),
    checkAudit: () => answer(api.audit.check.$get()),
    exportAudit: (search) => content(api.audit.export.$get({ query: search })),
    searchRemittances: (query) => answer(api.remittances.search.$post({ json: query })),
    unmatched: () => answer(api.unmatched.$get()),
    matchAnswer: async (id, claimId) => {
      await answer(api.unmatched[':id'].match.$post({ param: { id }, json: { claimId } }));
    },
    setFileAside: (id, reason) =>
      answer(api.files[':id']['set-aside'].$post({ param: { id }, json: { reason } })),
    reopenFile: (id) => answer(api.files[':id'].reopen.$post({ param: { id } })),
    searchFiles: (query) => answer(api.files.search.$post({ json: query })),
    dismissAnswer: async (id, reason) => {
      await answer(api.unmatched[':id'].dismiss.$post({ param: { id }, json: { reason } }));
    },
    reopenAnswer: (id) => answer(api.unmatched[':id'].reopen.$post({ param: { id } })),
    releasePayment: (release) => answer(api.unmatched['from-claim'].$post({ json: release })),
    decidedAnswers: () => answer(api.unmatched.decided.$get()),
    remittance: (id) => answer(api.remittances[':id'].$get({ param: { id } })),
    claimsPaid: (id, query) => answer(api.remittances[':id'].claims.$post({ param: { id }, json: query })),
    recordDeposit: (id, deposit) =>
      answer(api.remittances[':id'].deposit.$post({ param: { id }, json: deposit })),
    decideRemittance: (id, decision) =>
      answer(api.remittances[':id'].decision.$post({ param: { id }, json: decision })),
    reopenRemittance: (id) => answer(api.remittances[':id'].reopen.$post({ param: { id } })),
    typePayment: (payment) => answer(api.remittances.$post({ json: payment })),
    payerBalances: (cursor) => answer(api['payer-balances'].$get({ query: cursor ? { cursor } : {} })),
    balanceEntries: (id, cursor) =>
      answer(api['payer-balances'][':id'].entries.$get({ param: { id }, query: cursor ? { cursor } : {} })),
    savedFilters: () => answer(api['saved-filters'].$get()),
    saveFilter: (filter) => answer(api['saved-filters'].$post({ json: filter })),
    removeSavedFilter: (id) => answer(api['saved-filters'][':id'].$delete({ param: { id } })),
    connections: () => answer(api.connections.$get()),
    addConnection: (account) => answer(api.connections.$post({ json: account })),
    changeConnection: (id, account) => answer(api.connections[':id'].$put({ param: { id }, json: account })),
    removeConnection: (id) => answer(api.connections[':id'].$delete({ param: { id } })),
    pauseConnection: (id, isPaused) => {
      const { pause } = api.connections[':id'];
      const param = { id };
      return isPaused ? answer(pause.$put({ param })) : answer(pause.$delete({ param }));
    },
    setRealTime: (id, access) =>
      answer(api.connections[':id']['real-time'].$put({ param: { id }, json: access })),
    endRealTime: (id) => answer(api.connections[':id']['real-time'].$delete({ param: { id } })),
    routePayers: (id, routed) => answer(api.connections[':id'].payers.$put({ param: { id }, json: routed })),
    tryConnection: (id) => answer(api.connections[':id'].test.$post({ param: { id } })),
    readHostKey: (host, port) => answer(api.connections['host-key'].$post({ json: { host, port } })),
    createPairingCode: (role) => answer(api['pairing-codes'].$post({ json: { role } })),
    devices: () => answer(api.devices.$get()),
    revokeDevice: async (id) => {
      await answer(api.devices[':id'].$delete({ param: { id } }));
    },
    admitDevice: async (id) => {
      await answer(api.devices[':id'].wait.$delete({ param: { id } }));
    },
    recipes: () => recipesIn(answer(api.recipes.$get())),
    saveRecipe: (id, change) => recipesIn(answer(api.recipes[':id'].$put({ param: { id }, json: change }))),
    switchRecipe: (id, to) => {
      const { off } = api.recipes[':id'];
      const param = { id };
      return recipesIn(to === 'off' ? answer(off.$put({ param })) : answer(off.$delete({ param })));
    },
    removeRecipe: (id) => recipesIn(answer(api.recipes[':id'].$delete({ param: { id } }))),
    openEvents: async (signal) => {
      const response = await reach(
        serverUrl,
        fetcher(`${serverUrl}/api/v1/events`, {
          headers: { ...headers, accept: 'text/event-stream' },
          signal,
        }),
      );
      if (!response.ok) throw await troubleFrom(response, serverUrl);
      return response;
    },
  };
}
