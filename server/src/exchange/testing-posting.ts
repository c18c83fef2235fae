/** For tests: remittances as data, delivered as files to a practice on a real database, and what its ledger then says. */
import type { ClaimSummary } from '@claimside/shared/api';
import { cents, type IsoDate, sumCents } from '@claimside/shared/values';
import { pino } from 'pino';
import { ConnectionSettings, profileOf } from '../clearinghouse/index.ts';
import { createNews } from '../news.ts';
import { paymentKey } from '../remittance/index.ts';
import { newId, systemRuntime } from '../runtime.ts';
import { findClaim } from '../store/claims.ts';
import { listInboundFiles } from '../store/files.ts';
import { insertInboundFile } from '../store/inbound-files.ts';
import { accountBalances, paymentBalances } from '../store/journal.ts';
import { listRemittances } from '../store/remittance-list.ts';
import type { Store } from '../store/store.ts';
import type { TestLedger } from '../store/testing.ts';
import { type ClaimPayment, type Remittance, writeRemittance } from '../transactions/remittance-835/index.ts';
import type { ReadingContext } from './context.ts';
import { interpretStored } from './interpret/index.ts';
import { ENVELOPE } from './testing-envelope.ts';

/** What is charged for every claim: $281.00. */
export const CHARGE = cents(28_100);

/** Of one claim: what is not paid is contractual. Negative amounts are a reversal. */
export function paying(
  patientControlNumber: string,
  paid: number,
  changes: Partial<ClaimPayment> = {},
): ClaimPayment {
  const { statusCode = paid < 0 ? '22' : '1' } = changes;
  const charge = statusCode === '22' ? cents(-CHARGE) : CHARGE;
  return {
    patientControlNumber,
    statusCode,
    chargeAmount: charge,
    paidAmount: cents(paid),
    claimFilingIndicator: 'CI',
    payerClaimControlNumber: `P${patientControlNumber}`,
    patient: { lastName: 'TESTER', firstName: 'ANNA' },
    adjustments: [{ group: 'CO', reason: '45', amount: cents(charge - paid) }],
    lines: [],
    ...changes,
  };
}

/** A check that pays what its claims and provider adjustments come to, unless told. */
export function check(
  traceNumber: string,
  claims: readonly ClaimPayment[],
  providerAdjustments: readonly (readonly [reason: string, amount: number, reference?: string])[] = [],
  changes: Partial<Remittance> = {},
): Remittance {
  const plb = providerAdjustments.map(([reason, amount, reference]) => ({
    providerId: '1234567893',
    fiscalDate: '2026-12-31' as IsoDate,
    reason,
    amount: cents(amount),
    ...(reference !== undefined && { reference }),
  }));
  const paid = sumCents(claims.map(({ paidAmount }) => paidAmount));
  return {
    handlingCode: 'I',
    paymentAmount: cents(paid - sumCents(plb.map(({ amount }) => amount))),
    paymentMethod: 'CHK',
    paymentDate: '2026-11-24' as IsoDate,
    traceNumber,
    payerTraceId: '1999999999',
    payer: { name: 'SAMPLE HEALTH PLAN' },
    payee: { name: 'SAMPLE CLINIC', npi: '1234567893' },
    claims,
    providerAdjustments: plb,
    ...changes,
  };
}

export const fileOf = (...remittances: readonly Remittance[]): Buffer =>
  Buffer.from(writeRemittance(ENVELOPE, { remittances }));

/** Nobody is called. */
const SETTINGS = ConnectionSettings.parse({
  profileId: 'sandbox',
  mode: 'test',
  host: '127.0.0.1',
  port: 2222,
  username: 'TRAINING',
  hostKeySha256: `SHA256:${'A'.repeat(43)}`,
  submitter: {
    name: 'SAMPLE CLINIC',
    id: '123456789',
    contactName: 'BILLING OFFICE',
    contactPhone: '2175550100',
  },
});

export type PostingPractice = Awaited<ReturnType<typeof postingPractice>>;

/** `store` is that of the practice, or one that fails on its way to it. */
export function postingPractice(ledger: TestLedger, store: Store) {
  const { scope } = ledger;
  const runtime = systemRuntime(pino({ level: 'silent' }));
  const contextOn = (on: Store): ReadingContext & { readonly connectionId: string } => ({
    store: on,
    runtime,
    news: createNews(),
    practiceId: scope.practiceId,
    connectionId: 'main',
    profile: profileOf(SETTINGS),
    stopping: new AbortController().signal,
  });
  let files = 0;
  return {
    ...ledger,
    runtime,
    /** Stores a file as if it had just been fetched. */
    async store(bytes: Buffer, name = `FILE${++files}.835`, on: Store = store) {
      await on.transaction((db) =>
        insertInboundFile(
          { ...scope, db },
          {
            id: newId(runtime),
            name,
            bytes,
            receivedAt: runtime.now(),
            parentId: null,
            connectionId: 'main',
          },
        ),
      );
    },
    interpret: (on: Store = store) => interpretStored(contextOn(on)),
    async deliver(...remittances: readonly Remittance[]) {
      await this.store(fileOf(...remittances));
      await this.interpret();
    },
    /** What stands on each account that is not zero, in cents. */
    async accounts(): Promise<Record<string, number>> {
      const balances = [...(await accountBalances(scope))].filter(([, amount]) => amount !== 0);
      return Object.fromEntries(balances);
    },
    async announced(remittance: Remittance) {
      return (await paymentBalances(scope, [paymentKey(remittance)])).get(paymentKey(remittance));
    },
    async money(claimId: string): Promise<ClaimSummary['money'] | undefined> {
      return (await findClaim(scope, claimId))?.summary.money;
    },
    remittances: async () => (await listRemittances(scope, { limit: 200 })).remittances,
    setAside: async () => (await listRemittances(scope, { limit: 200, isSetAside: true })).remittances,
    filesThatWait: async () =>
      (await listInboundFiles(scope)).filter(({ state }) => !['read', 'set-aside'].includes(state)),
  };
}
