/** Every answer a clearinghouse and a payer can give, from the posted claim to its status and money, over real SFTP. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exampleClaim } from '@claimside/shared/examples';
import type { ClaimStatus } from '@claimside/shared/lifecycle';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ApiClient, pairClient, STAGE_PRACTICE, type Stage, startStage } from '../stage/index.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'claimside-scenarios-'));
let stage: Stage;
let client: ApiClient;

beforeAll(async () => {
  stage = await startStage({ dataDir, log: pino({ level: 'silent' }) });
  client = await pairClient(stage.server.url, stage.server.ownerCode ?? '');
});

afterAll(async () => {
  await stage?.close();
  rmSync(dataDir, { recursive: true });
});

let bills = 0;

/** Posts the example visit ($281.00) with a member id that chooses the scenario; gives the claim's id. */
async function bill(memberId: string): Promise<string> {
  bills += 1;
  const { billingProvider } = STAGE_PRACTICE;
  const response = await client.api.claims.$post({
    header: { 'idempotency-key': `scenario-key-${String(bills).padStart(10, '0')}` },
    json: {
      claim: { ...exampleClaim, billingProvider, coverage: { ...exampleClaim.coverage, memberId } },
      ehr: 'openemr',
      visitKey: String(bills).padStart(64, '0'),
      correctedFields: [],
      secondVisitOfDay: true,
    },
  });
  if (response.status !== 201) throw new Error(`not billed: ${response.status}`);
  return (await response.json()).id;
}

/** Resolves once the claim has the status; the test's own time limit is the only other end. */
async function reaches(id: string, status: ClaimStatus) {
  await client.follow(async () => (await client.claim(id)).status === status);
  return client.claim(id);
}

describe('a claim billed to the sandbox clearinghouse', () => {
  test.each([
    ['W123456789', 'paid', { paid: 22480, contractual: 5620, patientResponsibility: 0, open: 0 }],
    ['FILEREJECT1', 'file-failed', { paid: 0, open: 28100 }],
    ['CHREJECT1', 'rejected-by-clearinghouse', { paid: 0, open: 28100 }],
    ['PEND1', 'pended', { paid: 0, open: 28100 }],
    ['PAYREJECT1', 'rejected-by-payer', { paid: 0, open: 28100 }],
    ['DENY1', 'denied', { paid: 0, contractual: 0, open: 28100 }],
    ['NOTCOVERED1', 'denied', { paid: 0, patientResponsibility: 28100, open: 0 }],
    ['NOTFIRST1', 'denied', { paid: 0, contractual: 0, open: 28100 }],
    ['DUPLICATE1', 'denied', { paid: 0, contractual: 0, open: 28100 }],
    ['MOREINFO1', 'unknown', { paid: 0, open: 28100 }],
    ['CAPITATED1', 'denied', { paid: 0, contractual: 0, open: 28100 }],
    ['CROSSOVER1', 'partly-paid', { paid: 20780, contractual: 5620, patientResponsibility: 1700, open: 0 }],
    ['TWICE1', 'paid', { paid: 22480, contractual: 5620, patientResponsibility: 0, open: 0 }],
    ['SPLIT1', 'paid', { paid: 22480, contractual: 5620, patientResponsibility: 0, open: 0 }],
    ['HELDBACK1', 'paid', { paid: 22480, contractual: 5620, patientResponsibility: 0, open: 0 }],
    ['INTEREST1', 'paid', { paid: 22480, contractual: 5620, patientResponsibility: 0, open: 0 }],
    ['COPAY1', 'partly-paid', { paid: 19980, contractual: 5620, patientResponsibility: 2500, open: 0 }],
    ['PARTIAL1', 'partly-paid', { contractual: 5620, open: 0 }],
    ['TAKEBACK1', 'reversed', { paid: 0, contractual: 0, open: 28100 }],
    ['SILENT1', 'file-accepted', { paid: 0, open: 28100 }],
  ] as const)('member id %s: %s', async (memberId, status, money) => {
    const claim = await reaches(await bill(memberId), status);
    expect(claim.money).toMatchObject({ charge: 28100, ...money });
  });

  test('a reversal with a corrected payment leaves only the correction', async () => {
    const id = await bill('REVERSE1');
    await client.follow(
      async () => (await client.claim(id)).events.filter((e) => e.fact.type === 'payment').length === 3,
    );
    const claim = await client.claim(id);
    expect(claim.status).toBe('paid');
    expect(claim.money).toMatchObject({ charge: 28100, paid: 25290, contractual: 2810, open: 0 });
  });

  test('an unreadable file among the answers waits for a person, and the claim is paid all the same', async () => {
    const claim = await reaches(await bill('GARBAGE1'), 'paid');
    expect(claim.money.open).toBe(0);
    await client.follow(async () => (await waitingFiles()).length > 0);
    const [file] = await waitingFiles();
    expect(file).toMatchObject({ kind: 'unknown', state: 'needs-person' });
    expect(file?.reason).toMatch(/\w+/);
  });

  test('a paid claim tells its whole story in order', async () => {
    const claim = await reaches(await bill('W987654321'), 'paid');
    expect(claim.events.map((event) => event.fact.type)).toEqual(
      expect.arrayContaining([
        'captured',
        'checked',
        'queued',
        'sent',
        'file-accepted',
        'clearinghouse-accepted',
        'payer-accepted',
        'payment',
      ]),
    );
    expect(claim.payerClaimControlNumber).toMatch(/\w+/);
  });
});

async function waitingFiles() {
  const response = await client.api.files.$get();
  if (!response.ok) throw new Error(`no files: ${response.status}`);
  return (await response.json()).filter((file) => file.state === 'needs-person');
}
