/** For tests: a practice on a real store whose claims leave on given days, to payers that take part (P), do not (N), or are on no list (?). */
import type { FeeSettings } from '@claimside/shared/api';
import type { Claim } from '@claimside/shared/claim';
import { exampleClaim } from '@claimside/shared/examples';
import { cents, type UtcInstant } from '@claimside/shared/values';
import { madeFor } from '../clearinghouse/index.ts';
import { testRuntime } from '../exchange/testing.ts';
import { importPayerList } from '../payer-list/index.ts';
import { EXAMPLE_CONNECTION, EXAMPLE_PRACTICE } from '../practice/index.ts';
import { insertClaim } from '../store/claims.ts';
import { saveConnection } from '../store/connections.ts';
import { takeNumber } from '../store/counters.ts';
import { saveFeeSettings } from '../store/office-fees.ts';
import { insertOutboundFile, type OutboundState } from '../store/outbound-files.ts';
import { setOutboundState } from '../store/outbound-states.ts';
import { insertOutboxRow } from '../store/outbox.ts';
import { savePracticeSettings } from '../store/practices.ts';
import type { TestStore } from '../store/testing.ts';

const LIST = [
  'PAYER NAME,PAYER ID,TRANSACTION,AVAILABLE,NON PAR',
  'P,PAR01,837P,Yes,No',
  'N,NON01,837P,Yes,Yes',
];
const PAYERS = { P: 'PAR01', N: 'NON01', '?': 'ODD01' } as const;
export type Sign = keyof typeof PAYERS;

/** `hasList`: whether a payer list was imported. */
export async function payingPractice(all: TestStore, hasList = true) {
  const { scope, write } = await all.practice();
  const { practiceId } = scope;
  const account = { settings: EXAMPLE_CONNECTION, sealedSecret: '', passwordSince: null };
  await write(async (within) => {
    await savePracticeSettings(within, {
      ...EXAMPLE_PRACTICE,
      payers: EXAMPLE_PRACTICE.payers.map((payer) => ({
        ...payer,
        payerId: PAYERS.P,
        name: 'P',
        isPaperOnly: true,
      })),
    });
    await saveConnection(within, { ...account, at: '2019-01-01T00:00:00.000Z' as UtcInstant });
  });
  const bytes = Buffer.from(LIST.join('\n'));
  if (hasList)
    await importPayerList(
      { store: all.store, runtime: testRuntime(), practiceId },
      { name: 'payers.csv', bytes },
      { leaveOut: 0, byDevice: null },
    );
  let claims = 0;
  /** Queues one claim, of the group's own NPI where no rendering provider is named. */
  const queue = (sign: Sign, day: string, changes: Partial<Claim> = {}) =>
    write(async (within) => {
      claims += 1;
      const id = `${practiceId}-${claims}`;
      const { renderingProvider: _, ...example } = exampleClaim;
      const claim: Claim = {
        ...example,
        billingProvider: EXAMPLE_PRACTICE.billingProvider,
        coverage: { ...example.coverage, payerId: PAYERS[sign], payerName: sign },
        ...changes,
      };
      const createdAt = `${day}T08:00:00.000Z` as UtcInstant;
      await insertClaim(within, {
        id,
        idempotencyKey: id,
        requestHash: id,
        visitKey: id,
        patientControlNumber: `C${claims}`,
        claim,
        totalCharge: cents(100),
        ehr: 'manual',
        correctedFields: [],
        createdByDevice: 'device',
        createdAt,
      });
      await insertOutboxRow(within, { id, claimId: id, createdAt, coverage: claim.coverage });
      return id;
    });
  return {
    scope,
    queue,
    /** Lets one claim for each sign leave on this day, in a file of this state. */
    async leave(
      signs: readonly Sign[],
      day: string,
      how: {
        readonly state?: OutboundState;
        readonly isTrial?: boolean;
        /** UTC; in the morning where it does not matter. */
        readonly time?: string;
        readonly claim?: Partial<Claim>;
      } = {},
    ): Promise<void> {
      const ids: string[] = [];
      for (const sign of signs) ids.push(await queue(sign, day, how.claim));
      await write(async (within) => {
        const number = await takeNumber(within, 'outbound-file');
        const id = `${practiceId}-file-${number}`;
        const at = `${day}T${how.time ?? '09:00'}:00.000Z` as UtcInstant;
        await insertOutboundFile(
          within,
          {
            id,
            name: id,
            connectionId: 'main',
            madeFor: madeFor(EXAMPLE_CONNECTION),
            mode: EXAMPLE_CONNECTION.mode,
            bytes: Buffer.from(id),
            interchangeControlNumber: number,
            groupControlNumber: number,
            batchReference: id,
            positions: [],
            createdAt: at,
            isTrial: how.isTrial ?? false,
          },
          ids,
        );
        await setOutboundState(within, id, 'sent', at);
        if (how.state !== undefined && how.state !== 'sent')
          await setOutboundState(within, id, how.state, at);
      });
    },
    charge: (settings: FeeSettings) => write((within) => saveFeeSettings(within, settings)),
  };
}

/** `PPN` as signs. */
export const signs = (text: string): Sign[] =>
  [...text].flatMap((sign) => (sign === 'P' || sign === 'N' || sign === '?' ? [sign] : []));
