import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type {
  ClaimDetail,
  Connections,
  CoverageToCheck,
  FeeSettings,
  Role,
  SavedFilters,
} from '@claimside/shared/api';
import type { Recipe } from '@claimside/shared/recipe';
import { cents, type IsoDate } from '@claimside/shared/values';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ConnectionSettings } from '../clearinghouse/index.ts';
import { check, fileOf, paying } from '../exchange/testing-posting.ts';
import { feeSettingsOf } from '../office-fees/index.ts';
import { pdfText } from '../pdf/testing.ts';
import {
  connectClearinghouse,
  EXAMPLE_CONNECTION,
  EXAMPLE_PRACTICE,
  setRealTime,
} from '../practice/index.ts';
import { payerBalances, paymentKey } from '../remittance/index.ts';
import { type Sandbox, startSandbox } from '../sandbox/index.ts';
import { insertInboundFile } from '../store/inbound-files.ts';
import { insertRemittance } from '../store/remittances-write.ts';
import { patientKeyOf } from '../store/same-keys.ts';
import { problemOf, startTestApp, type TestApp, type TestDevice } from './test-app.ts';
import { billing, CLAIM, keyed } from './testing-bill.ts';

/** Who may call what. A route that is missing here fails the test below. */
const MATRIX: Readonly<Record<string, 'public' | readonly Role[]>> = {
  'GET /api/v1/health': 'public',
  'POST /api/v1/pairing': 'public',
  'GET /api/v1/openapi.json': 'public',
  'GET /api/v1/reference': 'public',
  'GET /api/v1/reference/:file': 'public',
  'GET /api/v1/session': ['clinician', 'biller', 'admin'],
  'GET /api/v1/practice': ['clinician', 'biller', 'admin'],
  'PUT /api/v1/practice': ['admin'],
  'POST /api/v1/practice/payer-names': ['clinician', 'biller', 'admin'],
  'GET /api/v1/setup': ['admin'],
  'POST /api/v1/letters/pdf': ['admin'],
  'POST /api/v1/claims': ['clinician', 'biller', 'admin'],
  'GET /api/v1/claims': ['clinician', 'biller', 'admin'],
  'POST /api/v1/claims/search': ['clinician', 'biller', 'admin'],
  'POST /api/v1/claims/standing': ['clinician', 'biller', 'admin'],
  'POST /api/v1/claims/coverages': ['clinician', 'biller', 'admin'],
  'GET /api/v1/claims/:id': ['clinician', 'biller', 'admin'],
  'POST /api/v1/claims/:id/cancel': ['clinician', 'biller', 'admin'],
  'POST /api/v1/claims/:id/delivery': ['biller', 'admin'],
  'POST /api/v1/claims/:id/acts': ['biller', 'admin'],
  'POST /api/v1/claims/:id/ask-payer': ['clinician', 'biller', 'admin'],
  'POST /api/v1/eligibility': ['clinician', 'biller', 'admin'],
  'POST /api/v1/eligibility/latest': ['clinician', 'biller', 'admin'],
  'GET /api/v1/eligibility/:id': ['clinician', 'biller', 'admin'],
  'POST /api/v1/eligibility/batches': ['clinician', 'biller', 'admin'],
  'GET /api/v1/eligibility/batches/:id': ['clinician', 'biller', 'admin'],
  'GET /api/v1/eligibility/batches/:id/export': ['clinician', 'biller', 'admin'],
  'DELETE /api/v1/eligibility/batches/:id': ['clinician', 'biller', 'admin'],
  'GET /api/v1/assignees': ['clinician', 'biller', 'admin'],
  'PUT /api/v1/claims/:id/assignee': ['biller', 'admin'],
  'GET /api/v1/claims/:id/notes': ['biller', 'admin'],
  'POST /api/v1/claims/:id/notes': ['biller', 'admin'],
  'GET /api/v1/claims/:id/history': ['biller', 'admin'],
  'GET /api/v1/claims/:id/receipt': ['clinician', 'biller', 'admin'],
  'GET /api/v1/claims/:id/receipt/pdf': ['clinician', 'biller', 'admin'],
  'GET /api/v1/claims/:id/superbill': ['clinician', 'biller', 'admin'],
  'GET /api/v1/claims/:id/superbill/pdf': ['clinician', 'biller', 'admin'],
  'POST /api/v1/superbills': ['clinician', 'biller', 'admin'],
  'POST /api/v1/superbills/pdf': ['clinician', 'biller', 'admin'],
  'GET /api/v1/claims/:id/statement': ['biller', 'admin'],
  'GET /api/v1/claims/:id/statement/pdf': ['biller', 'admin'],
  'GET /api/v1/claims/:id/cms-1500': ['biller', 'admin'],
  'GET /api/v1/claims/:id/cms-1500/pdf': ['biller', 'admin'],
  'GET /api/v1/clearinghouse': ['clinician', 'biller', 'admin'],
  'GET /api/v1/connections': ['admin'],
  'POST /api/v1/connections': ['admin'],
  'PUT /api/v1/connections/:id': ['admin'],
  'DELETE /api/v1/connections/:id': ['admin'],
  'PUT /api/v1/connections/:id/pause': ['admin'],
  'DELETE /api/v1/connections/:id/pause': ['admin'],
  'PUT /api/v1/connections/:id/payers': ['admin'],
  'PUT /api/v1/connections/:id/real-time': ['admin'],
  'DELETE /api/v1/connections/:id/real-time': ['admin'],
  'POST /api/v1/connections/:id/test': ['admin'],
  'POST /api/v1/connections/host-key': ['admin'],
  'POST /api/v1/code-facts': ['clinician', 'biller', 'admin'],
  'GET /api/v1/events': ['clinician', 'biller', 'admin'],
  'GET /api/v1/exchange': ['clinician', 'biller', 'admin'],
  'GET /api/v1/connections/:id/trial': ['admin'],
  'POST /api/v1/connections/:id/trial': ['admin'],
  'GET /api/v1/files': ['biller', 'admin'],
  'GET /api/v1/files/:id/content': ['biller', 'admin'],
  'GET /api/v1/audit': ['admin'],
  'GET /api/v1/audit/check': ['admin'],
  'GET /api/v1/audit/export': ['admin'],
  'GET /api/v1/payer-list': ['clinician', 'biller', 'admin'],
  'POST /api/v1/payer-list': ['admin'],
  'GET /api/v1/payer-list/seed': ['admin'],
  'GET /api/v1/payer-list/payers': ['clinician', 'biller', 'admin'],
  'GET /api/v1/fee-schedule': ['clinician', 'biller', 'admin'],
  'POST /api/v1/fee-schedule': ['admin'],
  'GET /api/v1/fee-schedule/procedures': ['clinician', 'biller', 'admin'],
  'GET /api/v1/fee-schedule/search': ['biller', 'admin'],
  'GET /api/v1/fee-schedule/export': ['biller', 'admin'],
  'PUT /api/v1/fee-schedule/procedures/:code': ['admin'],
  'DELETE /api/v1/fee-schedule/procedures/:code': ['admin'],
  'POST /api/v1/patients/search': ['biller', 'admin'],
  'POST /api/v1/patients/one': ['clinician', 'biller', 'admin'],
  'PUT /api/v1/patients/one': ['biller', 'admin'],
  'POST /api/v1/patients/named': ['clinician', 'biller', 'admin'],
  'POST /api/v1/patients/schedule': ['clinician', 'biller', 'admin'],
  'GET /api/v1/patients/export': ['biller', 'admin'],
  'POST /api/v1/patients': ['biller', 'admin'],
  'POST /api/v1/patients/to-mend': ['biller', 'admin'],
  'GET /api/v1/enrollments': ['biller', 'admin'],
  'GET /api/v1/enrollments/export': ['biller', 'admin'],
  'PUT /api/v1/enrollments/:kind/:payerId/:billingNpi': ['admin'],
  'DELETE /api/v1/enrollments/:kind/:payerId/:billingNpi': ['admin'],
  'GET /api/v1/fees': ['biller', 'admin'],
  'PUT /api/v1/fees/settings': ['admin'],
  'POST /api/v1/fees/next-claim': ['clinician', 'biller', 'admin'],
  'GET /api/v1/reports': ['biller', 'admin'],
  'GET /api/v1/reports/export': ['biller', 'admin'],
  'GET /api/v1/recipes': ['clinician', 'biller', 'admin'],
  'PUT /api/v1/recipes/:id': ['biller', 'admin'],
  'DELETE /api/v1/recipes/:id': ['biller', 'admin'],
  'PUT /api/v1/recipes/:id/off': ['biller', 'admin'],
  'DELETE /api/v1/recipes/:id/off': ['biller', 'admin'],
  'POST /api/v1/files': ['biller', 'admin'],
  'POST /api/v1/remittances/search': ['biller', 'admin'],
  'POST /api/v1/remittances/:id/claims': ['biller', 'admin'],
  'POST /api/v1/remittances': ['biller', 'admin'],
  'GET /api/v1/unmatched': ['biller', 'admin'],
  'POST /api/v1/files/search': ['biller', 'admin'],
  'POST /api/v1/files/:id/set-aside': ['biller', 'admin'],
  'POST /api/v1/files/:id/reopen': ['biller', 'admin'],
  'POST /api/v1/unmatched/:id/match': ['biller', 'admin'],
  'POST /api/v1/unmatched/:id/dismiss': ['biller', 'admin'],
  'POST /api/v1/unmatched/:id/reopen': ['biller', 'admin'],
  'POST /api/v1/unmatched/from-claim': ['biller', 'admin'],
  'GET /api/v1/unmatched/decided': ['biller', 'admin'],
  'GET /api/v1/remittances/:id': ['biller', 'admin'],
  'POST /api/v1/remittances/:id/deposit': ['biller', 'admin'],
  'POST /api/v1/remittances/:id/decision': ['biller', 'admin'],
  'POST /api/v1/remittances/:id/reopen': ['biller', 'admin'],
  'GET /api/v1/payer-balances': ['biller', 'admin'],
  'GET /api/v1/payer-balances/:id/entries': ['biller', 'admin'],
  'GET /api/v1/saved-filters': ['biller', 'admin'],
  'POST /api/v1/saved-filters': ['biller', 'admin'],
  'DELETE /api/v1/saved-filters/:id': ['biller', 'admin'],
  'POST /api/v1/pairing-codes': ['admin'],
  'GET /api/v1/devices': ['admin'],
  // Of another device: each may revoke itself.
  'DELETE /api/v1/devices/:id': ['admin'],
  'DELETE /api/v1/devices/:id/wait': ['admin'],
};

const OPENEMR: Recipe = {
  id: 'openemr',
  name: 'Our OpenEMR',
  revision: 1,
  hosts: [],
  signs: { selectors: [] },
  documents: [],
  noVisit: 'Open the visit.',
  elsewhere: [],
};

const FEES: FeeSettings = {
  reading: 'any',
  amounts: [{ from: '2026-01-01', threshold: 0.5, amount: 3_995, paperAmount: 45 }],
};

const SELF_PAY = {
  patient: { lastName: 'TESTER', birthDate: '1980-01-02' },
  placeOfService: '11',
  diagnoses: [],
  lines: [
    {
      serviceDate: '2026-11-20',
      procedureCode: '99213',
      modifiers: [],
      units: 1,
      diagnosisPointers: [],
      charge: 10_000,
    },
  ],
};

const PROTECTED = Object.entries(MATRIX).flatMap(([route, roles]) =>
  roles === 'public' ? [] : [{ route, roles }],
);

let server: TestApp;
const devices = new Map<Role, TestDevice>();
let revoked: TestDevice;
let stranger: TestDevice;
let claimId: string;
/** Its fourth fact is a payment of the patient at the visit. */
let paidId: string;
let visits = 10;
let sandbox: Sandbox;
beforeAll(async () => {
  server = await startTestApp();
  await server.setUpPractice();
  const { runtime } = server;
  sandbox = await startSandbox({ dataDir: mkdtempSync(join(tmpdir(), 'claimside-matrix-')), runtime });
  await connectClearinghouse(server, null, account(), sandbox.password);
  await setRealTime(server, null, 'main', {
    account: { senderId: 'TEST', username: sandbox.username, url: sandbox.realTime.soap },
    secret: sandbox.password,
  });
  for (const role of ['clinician', 'biller', 'admin'] as const) devices.set(role, await server.pair(role));
  revoked = await server.pair('admin');
  await server.revokeElsewhere(revoked.deviceId);
  stranger = await server.pair('admin', await server.addPractice('OTHER TEST PRACTICE'));
  claimId = await bill();
  paidId = await bill();
  await server.fact(paidId, {
    type: 'patient-paid',
    amount: cents(2_500),
    paidOn: '2026-11-20' as IsoDate,
  });
  const at = server.runtime.now();
  await server.store.transaction(async (db) => {
    const scope = { db, practiceId: server.practiceId };
    const file = { parentId: null, connectionId: 'main', receivedAt: at };
    await insertInboundFile(scope, { ...file, id: 'file-1', name: 'TEST.999', bytes: Buffer.from('TEST') });
    await insertInboundFile(scope, { ...file, id: 'file-2', name: 'TEST.835', bytes: fileOf(REMITTANCE) });
    await insertRemittance(scope, remittanceRow('remittance-1', 'posted'));
  });
});
afterAll(async () => {
  await server.close();
  await sandbox.close();
});

const account = () =>
  ConnectionSettings.parse({
    ...EXAMPLE_CONNECTION,
    profileId: 'sandbox',
    host: sandbox.host,
    port: sandbox.port,
    // No account is set up twice.
    username: `${sandbox.username}${visits}`,
    hostKeySha256: sandbox.hostKeySha256,
  });

/** A further connection; gives its number. */
async function connectionId(): Promise<string> {
  const added = await call('POST /api/v1/connections', devices.get('admin'));
  return ((await added.json()) as Connections).connections.at(-1)?.id ?? '';
}

/** What a device may read that has asked itself. */
async function idOf(route: string): Promise<string> {
  return ((await (await call(route, devices.get('admin'))).json()) as { id: string }).id;
}

const { patient, coverage, relationshipToSubscriber } = CLAIM;
const TO_CHECK: CoverageToCheck = {
  patient: { lastName: patient.lastName, firstName: patient.firstName, birthDate: patient.birthDate },
  relationshipToSubscriber,
  coverage: { payerName: coverage.payerName, payerId: coverage.payerId, memberId: coverage.memberId },
  serviceDate: '2026-11-20' as IsoDate,
  serviceTypes: ['30', '98'],
};

const REMITTANCE = check('CHK1', [], [['CT', -100]]);

const remittanceRow = (id: string, state: 'posted' | 'needs-person' | 'set-aside') => ({
  id,
  paymentKey: paymentKey(REMITTANCE),
  contentHash: id,
  inboundFileId: 'file-2',
  checkNumber: REMITTANCE.traceNumber,
  paymentDate: REMITTANCE.paymentDate,
  payerName: REMITTANCE.payer.name,
  paymentMethod: REMITTANCE.paymentMethod,
  total: REMITTANCE.paymentAmount,
  claimCount: 0,
  state,
  reason: null,
  posted: state === 'posted',
  createdAt: server.runtime.now(),
});

/** Of which nothing was posted. */
async function heldRemittance(state: 'needs-person' | 'set-aside'): Promise<string> {
  const held = remittanceRow(`held-${visits}`, state);
  await server.store.transaction((db) => insertRemittance({ db, practiceId: server.practiceId }, held));
  return held.id;
}

/** That nobody understands. */
async function oddFile(): Promise<string> {
  const admin = devices.get('admin');
  if (!admin) throw new Error('no admin');
  const taken = await server.bring('ODD.txt', Buffer.from(`ODD ${visits}`), admin);
  return ((await taken.json()) as { id: string }).id;
}

async function bill(claim = CLAIM): Promise<string> {
  visits += 1;
  const response = await server.request('POST', '/claims', {
    device: devices.get('clinician'),
    body: billing(String(visits), claim),
    headers: keyed(`matrix-${visits}`),
  });
  return ((await response.json()) as { id: string }).id;
}

/** A payment that names the number of a claim, to be taken off it. */
async function paidByNumber() {
  const admin = devices.get('admin');
  const paid = await bill();
  const read = async () =>
    (await (await server.request('GET', `/claims/${paid}`, { device: admin })).json()) as ClaimDetail;
  const { patientControlNumber } = await read();
  if (!admin) throw new Error('no admin');
  await server.bring('ERA.835', fileOf(check(`R${visits}`, [paying(patientControlNumber, 100)])), admin);
  const eventId = (await read()).events.find(({ fact }) => fact.type === 'payment')?.id;
  return { claimId: paid, eventId, reason: 'Another patient.' };
}

async function balanceId(): Promise<string> {
  const page = await payerBalances({ db: server.store.db, practiceId: server.practiceId }, { limit: 1 });
  return page.balances[0]?.id ?? '';
}

/** Whose body is a file. */
const BROUGHT = [
  'POST /api/v1/files',
  'POST /api/v1/payer-list',
  'POST /api/v1/fee-schedule',
  'POST /api/v1/patients',
  'POST /api/v1/patients/to-mend',
  'POST /api/v1/patients/schedule',
];
const PATIENTS = Buffer.from('Last name,First name,DOB\nTESTER,ANNA,1980-02-03\n');

/** A request that a device with the right role would succeed with. */
async function call(route: string, device?: TestDevice): Promise<Response> {
  const [method = '', path = ''] = route.split(' ');
  visits += 1;
  const bodies: Record<string, unknown> = {
    'PUT /api/v1/practice': EXAMPLE_PRACTICE,
    'POST /api/v1/practice/payer-names': {
      name: 'TEST',
      payerId: coverage.payerId,
      payerName: coverage.payerName,
    },
    'POST /api/v1/letters/pdf': { title: 'TEST', text: 'TEST' },
    'POST /api/v1/claims': billing(String(visits)),
    'POST /api/v1/claims/search': { search: 'TESTER' },
    'POST /api/v1/claims/standing': { servicesKey: '0'.repeat(64) },
    'POST /api/v1/claims/coverages': { patientKey: '0'.repeat(64) },
    'POST /api/v1/superbills': SELF_PAY,
    'POST /api/v1/superbills/pdf': SELF_PAY,
    'POST /api/v1/eligibility': TO_CHECK,
    'POST /api/v1/eligibility/latest': { patientKey: '0'.repeat(64) },
    'POST /api/v1/eligibility/batches': { list: [TO_CHECK] },
    'POST /api/v1/code-facts': { diagnoses: ['M54.50'] },
    'POST /api/v1/claims/:id/delivery': { decision: 'arrived' },
    'POST /api/v1/claims/:id/acts': { type: 'closed', reason: 'TEST' },
    'PUT /api/v1/claims/:id/assignee': { deviceId: null },
    'POST /api/v1/claims/:id/notes': { text: 'TEST' },
    'POST /api/v1/remittances/search': { search: 'CHK' },
    'POST /api/v1/remittances/:id/claims': {},
    'POST /api/v1/remittances/:id/decision': { decision: 'set-aside', reason: 'It is the same.' },
    'POST /api/v1/remittances/:id/deposit': { receivedOn: '2026-11-25', amount: 100 },
    'PUT /api/v1/recipes/:id': { recipe: { ...OPENEMR, revision: visits } },
    'POST /api/v1/files/search': { state: 'set-aside' },
    'POST /api/v1/files/:id/set-aside': { reason: 'Looked at.' },
    'POST /api/v1/unmatched/:id/match': { claimId },
    'POST /api/v1/unmatched/:id/dismiss': { reason: 'Not a claim of ours.' },
    'POST /api/v1/unmatched/from-claim':
      route === 'POST /api/v1/unmatched/from-claim' ? await paidByNumber() : undefined,
    'POST /api/v1/files': 'A FILE',
    'POST /api/v1/payer-list': Buffer.from('Payer Name,Payer ID\nSample,60054\n'),
    'POST /api/v1/fee-schedule': Buffer.from('Code,Price\n99214,185.00\n'),
    'POST /api/v1/patients/search': { search: '', after: null },
    'POST /api/v1/patients/one': { patientKey: patientKeyOf({ patient }) },
    'PUT /api/v1/patients/one': {
      patientKey: null,
      version: null,
      patient: { lastName: 'TESTER', firstName: `M${visits}`, birthDate: '1980-02-03' },
      coverages: [],
    },
    'POST /api/v1/patients/named': { people: [TO_CHECK.patient] },
    'POST /api/v1/patients/schedule': PATIENTS,
    'POST /api/v1/patients': PATIENTS,
    'POST /api/v1/patients/to-mend': PATIENTS,
    'PUT /api/v1/fee-schedule/procedures/:code': { price: 18_500, contract: [] },
    'PUT /api/v1/enrollments/:kind/:payerId/:billingNpi': { state: 'needed', over: null },
    'PUT /api/v1/fees/settings': { before: await feeSettingsOf(server.scope), after: FEES },
    'POST /api/v1/fees/next-claim': {
      payerId: coverage.payerId,
      payerName: coverage.payerName,
      claimFilingIndicator: coverage.claimFilingIndicator,
      taxId: EXAMPLE_PRACTICE.billingProvider.taxId,
      npi: EXAMPLE_PRACTICE.billingProvider.npi,
    },
    'POST /api/v1/remittances': {
      payerName: 'TEST',
      checkNumber: `T${visits}`,
      paymentDate: '2026-11-19',
      method: 'CHK',
      total: 100,
      claims: [],
      providerAdjustments: [{ reason: 'CS', amount: -100 }],
    },
    'POST /api/v1/connections': { name: `TEST ${visits}`, settings: account(), secret: sandbox.password },
    'PUT /api/v1/connections/:id': { settings: account(), secret: sandbox.password },
    'PUT /api/v1/connections/:id/real-time': {
      account: { senderId: 'TEST', username: sandbox.username, url: sandbox.realTime.soap },
      secret: sandbox.password,
    },
    'PUT /api/v1/connections/:id/payers': { payerIds: [], claimFilingIndicators: [] },
    'POST /api/v1/connections/host-key': { host: sandbox.host, port: sandbox.port },
    'POST /api/v1/saved-filters': { name: 'TEST', filter: { list: 'denied' } },
    'POST /api/v1/pairing-codes': { role: 'clinician' },
  };
  const ids: Record<string, () => string | Promise<string>> = {
    'GET /api/v1/claims/:id': () => claimId,
    'POST /api/v1/claims/:id/cancel': () => bill(),
    'POST /api/v1/claims/:id/delivery': async () => {
      const id = await bill();
      await server.fileWaiting(`TEST ${id}`, 'unknown');
      return id;
    },
    'POST /api/v1/claims/:id/acts': () => bill(),
    'POST /api/v1/claims/:id/ask-payer': async () => {
      const id = await bill();
      await server.fileWaiting(`TEST ${id}`, 'sent');
      await server.fact(id, { type: 'sent', outboundFileId: 'TEST', fileName: 'TEST' });
      return id;
    },
    'GET /api/v1/eligibility/:id': () => idOf('POST /api/v1/eligibility'),
    'GET /api/v1/eligibility/batches/:id': () => idOf('POST /api/v1/eligibility/batches'),
    'GET /api/v1/eligibility/batches/:id/export': () => idOf('POST /api/v1/eligibility/batches'),
    'DELETE /api/v1/eligibility/batches/:id': () => idOf('POST /api/v1/eligibility/batches'),
    'PUT /api/v1/claims/:id/assignee': () => claimId,
    'GET /api/v1/claims/:id/notes': () => claimId,
    'POST /api/v1/claims/:id/notes': () => claimId,
    'GET /api/v1/claims/:id/history': () => claimId,
    'GET /api/v1/claims/:id/receipt': () => paidId,
    'GET /api/v1/claims/:id/receipt/pdf': () => paidId,
    'GET /api/v1/claims/:id/superbill': () => claimId,
    'GET /api/v1/claims/:id/superbill/pdf': () => claimId,
    'GET /api/v1/claims/:id/statement': () => claimId,
    'GET /api/v1/claims/:id/statement/pdf': () => claimId,
    'GET /api/v1/claims/:id/cms-1500': () => claimId,
    'GET /api/v1/claims/:id/cms-1500/pdf': () => claimId,
    'GET /api/v1/files/:id/content': () => 'file-1',
    'POST /api/v1/files/:id/set-aside': oddFile,
    'POST /api/v1/files/:id/reopen': async () => {
      const fileId = await oddFile();
      await server.request('POST', `/files/${fileId}/set-aside`, {
        device: devices.get('admin'),
        body: { reason: 'Looked at.' },
      });
      return fileId;
    },
    'POST /api/v1/unmatched/:id/match': () => server.answerWaits(),
    'POST /api/v1/unmatched/:id/dismiss': () => server.answerWaits(),
    'POST /api/v1/unmatched/:id/reopen': async () => {
      const answerId = await server.answerWaits();
      await server.request('POST', `/unmatched/${answerId}/dismiss`, {
        device: devices.get('admin'),
        body: { reason: 'Not a claim of ours.' },
      });
      return answerId;
    },
    'GET /api/v1/remittances/:id': () => 'remittance-1',
    'POST /api/v1/remittances/:id/claims': () => 'remittance-1',
    'GET /api/v1/payer-balances/:id/entries': balanceId,
    'POST /api/v1/remittances/:id/deposit': () => 'remittance-1',
    'POST /api/v1/remittances/:id/decision': () => heldRemittance('needs-person'),
    'POST /api/v1/remittances/:id/reopen': () => heldRemittance('set-aside'),
    'PUT /api/v1/recipes/:id': () => 'openemr',
    'DELETE /api/v1/recipes/:id': async () => {
      await call('PUT /api/v1/recipes/:id', devices.get('admin'));
      return 'openemr';
    },
    'PUT /api/v1/recipes/:id/off': () => 'openemr',
    'DELETE /api/v1/recipes/:id/off': async () => {
      await call('PUT /api/v1/recipes/:id/off', devices.get('admin'));
      return 'openemr';
    },
    'PUT /api/v1/connections/:id': connectionId,
    'DELETE /api/v1/connections/:id': connectionId,
    'PUT /api/v1/connections/:id/pause': connectionId,
    'DELETE /api/v1/connections/:id/pause': connectionId,
    'PUT /api/v1/connections/:id/payers': connectionId,
    'PUT /api/v1/connections/:id/real-time': connectionId,
    'DELETE /api/v1/connections/:id/real-time': connectionId,
    'POST /api/v1/connections/:id/test': connectionId,
    'GET /api/v1/connections/:id/trial': connectionId,
    'POST /api/v1/connections/:id/trial': connectionId,
    'DELETE /api/v1/saved-filters/:id': async () => {
      const saved = await call('POST /api/v1/saved-filters', devices.get('admin'));
      return ((await saved.json()) as SavedFilters)[0]?.id ?? '';
    },
    'PUT /api/v1/fee-schedule/procedures/:code': () => '99214',
    'DELETE /api/v1/fee-schedule/procedures/:code': async () => {
      await call('PUT /api/v1/fee-schedule/procedures/:code', devices.get('admin'));
      return '99214';
    },
    'PUT /api/v1/enrollments/:kind/:payerId/:billingNpi': () => `edi/T${visits}/1234567893`,
    'DELETE /api/v1/enrollments/:kind/:payerId/:billingNpi': async () => {
      await call('PUT /api/v1/enrollments/:kind/:payerId/:billingNpi', devices.get('admin'));
      return `edi/T${visits}/1234567893`;
    },
    'DELETE /api/v1/devices/:id/wait': async () => (await server.pair('clinician')).deviceId,
    'DELETE /api/v1/devices/:id': async () => (await server.pair('clinician')).deviceId,
  };
  const id = (await ids[route]?.()) ?? '';
  const query =
    route.endsWith('/payers') && method === 'GET'
      ? '?search=sample'
      : path.includes('/receipt')
        ? `?payment=${paidId}-4`
        : '';
  const isKeyed = [
    'POST /api/v1/claims',
    'POST /api/v1/claims/:id/acts',
    'POST /api/v1/claims/:id/notes',
    'POST /api/v1/claims/:id/ask-payer',
    'POST /api/v1/eligibility',
    'POST /api/v1/eligibility/batches',
  ].includes(route);
  const named: Record<string, string> = BROUGHT.includes(route) ? { 'x-file-name': 'A FILE' } : {};
  const headers = { ...named, ...(isKeyed && keyed(`matrix-${visits}`)) };
  const response = await server.request(
    method,
    path.replace('/api/v1', '').replace(/:(id|code|kind\/:payerId\/:billingNpi)/, id) + query,
    {
      device,
      body: bodies[route],
      headers,
    },
  );
  if (response.ok && route.endsWith('/events')) await response.body?.cancel();
  return response;
}

describe('who may call what', () => {
  test('every route of the app and of its description stands in the matrix, and nothing else does', async () => {
    const routes = server.app.routes
      .filter((route) => route.method !== 'ALL')
      .map((route) => `${route.method} ${route.path}`);
    expect([...new Set(routes)].sort()).toEqual(Object.keys(MATRIX).sort());
    const response = await server.request('GET', '/openapi.json');
    const document = (await response.json()) as { paths: Record<string, object> };
    const described = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`),
    );
    for (const route of described) expect(Object.keys(MATRIX)).toContain(route);
  });

  test.each(PROTECTED)('$route needs a token', async ({ route }) => {
    const response = await call(route);
    expect(response.status).toBe(401);
    expect((await problemOf(response)).code).toBe('not-paired');
  });

  test.each(PROTECTED)('$route refuses a revoked admin', async ({ route }) => {
    const response = await call(route, revoked);
    expect(response.status).toBe(401);
  });

  test.each(
    PROTECTED.flatMap(({ route, roles }) =>
      (['clinician', 'biller', 'admin'] as const).map((role) => ({
        route,
        role,
        may: roles.includes(role) ? 'lets' : 'refuses',
      })),
    ),
  )('$route $may a $role', async ({ route, role, may }) => {
    const response = await call(route, devices.get(role));
    if (may === 'lets') {
      expect(response.ok).toBe(true);
    } else {
      expect(response.status).toBe(403);
      expect((await problemOf(response)).code).toBe('role-too-low');
    }
  });

  // A recipe's id is a name that every practice may use for its own.
  const named = ['PUT /api/v1/recipes/:id', 'PUT /api/v1/recipes/:id/off'];
  test.each(PROTECTED.filter(({ route }) => route.includes(':id') && !named.includes(route)))(
    "$route hides another practice's from its admin",
    async ({ route }) => {
      const response = await call(route, stranger);
      expect(response.status).toBe(404);
    },
  );
});

/** Amounts that stand nowhere by chance. */
const PAID = { charge: 9_876_543, paid: 6_123_457, contract: 2_345_671, share: 1_407_415, byCard: 1_100_387 };
const CHECK_NUMBER = 'MONEY-78563412';

/** A claim with all kinds of money on it: paid by a payer, written down by a biller. */
async function paidByPayer(): Promise<string> {
  const admin = devices.get('admin');
  if (!admin) throw new Error('no admin');
  const id = await bill({
    ...CLAIM,
    patientPaidAmount: cents(2_500),
    serviceLines: CLAIM.serviceLines.map((line) => ({ ...line, chargeAmount: cents(PAID.charge) })),
  });
  const read = async () =>
    (await (await server.request('GET', `/claims/${id}`, { device: admin })).json()) as ClaimDetail;
  const { patientControlNumber } = await read();
  const payment = paying(patientControlNumber, PAID.paid, {
    chargeAmount: cents(PAID.charge),
    patientResponsibility: cents(PAID.share),
    adjustments: [
      { group: 'CO', reason: '45', amount: cents(PAID.contract) },
      { group: 'PR', reason: '1', amount: cents(PAID.share) },
    ],
  });
  await server.bring('PAID.835', fileOf(check(CHECK_NUMBER, [payment])), admin);
  const write = (path: string, body: object) =>
    server.request('POST', `/claims/${id}/${path}`, { device: admin, body, headers: keyed(path) });
  await write('acts', { type: 'patient-paid', amount: PAID.byCard, paidOn: '2026-11-20', method: 'card' });
  await write('notes', { text: `${PAID.paid} by check ${CHECK_NUMBER}` });
  expect((await read()).money).toMatchObject({
    paid: PAID.paid,
    contractual: PAID.contract,
    patientPaid: PAID.byCard + 2_500,
  });
  return id;
}

/** In cents and in dollars, with and without commas; the charge is not among them: who treats bills it. */
const POSTED = [PAID.paid, PAID.contract, PAID.share, PAID.byCard].flatMap((amount) => [
  String(amount),
  (amount / 100).toFixed(2),
  (amount / 100).toLocaleString('en-US'),
]);

/** Words of a PDF; of the news nothing, as they never end: they carry ids alone (`events.test.ts`). */
async function saidIn(response: Response): Promise<string> {
  if (response.headers.get('content-type')?.startsWith('text/event-stream')) {
    await response.body?.cancel();
    return '';
  }
  const bytes = Buffer.from(await response.arrayBuffer());
  return bytes.toString('latin1', 0, 5) === '%PDF-' ? (await pdfText(bytes)).join('\n') : bytes.toString();
}

describe('what a clinician is told', () => {
  beforeAll(async () => {
    claimId = await paidByPayer();
    paidId = claimId;
  });

  test.each(PROTECTED.filter(({ roles }) => roles.includes('clinician')))(
    '$route says nothing of money that was posted',
    async ({ route }) => {
      const response = await call(route, devices.get('clinician'));
      const body = await saidIn(response);
      expect(response.ok || body.includes('role-too-low')).toBe(true);
      for (const said of [...POSTED, CHECK_NUMBER]) expect(body).not.toContain(said);
    },
  );

  test('what a clinician may not look at says it to a biller', async () => {
    const told = await server.request('GET', `/claims/${claimId}`, { device: devices.get('biller') });
    const body = await told.text();
    for (const said of [...[PAID.paid, PAID.contract, PAID.share].map(String), CHECK_NUMBER])
      expect(body).toContain(said);
  });
});
