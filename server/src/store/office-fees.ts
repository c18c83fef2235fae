/** What the clearinghouse's fees are worked out from: the practice's own amounts, and the claims that left. */
import type { FeeSettings } from '@claimside/shared/api';
import type { Claim } from '@claimside/shared/claim';
import type { UtcInstant } from '@claimside/shared/values';
import { and, eq, gte, isNull, lt, ne, or } from 'drizzle-orm';
import { fromJson, toJson } from './json.ts';
import type { OutboundState } from './outbound-files.ts';
import { claims, feeSettings, outboundFiles, outbox } from './schema.ts';
import type { Scope } from './store.ts';

/** Undefined while the published amounts hold. */
export async function findFeeSettings({ db, practiceId }: Scope): Promise<FeeSettings | undefined> {
  const [row] = await db
    .select({ settings: feeSettings.settings })
    .from(feeSettings)
    .where(eq(feeSettings.practiceId, practiceId));
  return row && fromJson<FeeSettings>(row.settings);
}

export async function saveFeeSettings({ db, practiceId }: Scope, settings: FeeSettings): Promise<void> {
  const row = { settings: toJson(settings) };
  await db
    .insert(feeSettings)
    .values({ practiceId, ...row })
    .onConflictDoUpdate({ target: feeSettings.practiceId, set: row });
}

export interface SentClaim {
  readonly sentAt: UtcInstant;
  readonly claim: Pick<Claim, 'billingProvider' | 'renderingProvider' | 'coverage'>;
}

/**
 * Claims that left by a connection from one instant until before another, in files that were not refused; of a file of which it is
 * not certain yet that it left, by when it was made. With `npi` only those of this rendering provider.
 */
export async function listSentClaims(
  { db, practiceId }: Scope,
  connectionId: string,
  mode: 'test' | 'live',
  { from, until, npi }: { readonly from: string; readonly until: string; readonly npi?: string | undefined },
): Promise<SentClaim[]> {
  const rows = await db
    .select({ sentAt: outboundFiles.sentAt, createdAt: outboundFiles.createdAt, claim: claims.claim })
    .from(outboundFiles)
    .innerJoin(
      outbox,
      and(eq(outbox.practiceId, outboundFiles.practiceId), eq(outbox.outboundFileId, outboundFiles.id)),
    )
    .innerJoin(claims, eq(claims.id, outbox.claimId))
    .where(
      and(
        eq(outboundFiles.practiceId, practiceId),
        eq(outboundFiles.connectionId, connectionId),
        eq(outboundFiles.mode, mode),
        eq(outboundFiles.isTrial, false),
        ne(outboundFiles.state, 'rejected' satisfies OutboundState),
        or(
          and(gte(outboundFiles.sentAt, from), lt(outboundFiles.sentAt, until)),
          and(
            isNull(outboundFiles.sentAt),
            gte(outboundFiles.createdAt, from),
            lt(outboundFiles.createdAt, until),
          ),
        ),
        npi === undefined ? undefined : eq(claims.renderingNpi, npi),
      ),
    );
  return rows.map(({ sentAt, createdAt, claim }) => ({
    sentAt: (sentAt ?? createdAt) as UtcInstant,
    claim: fromJson<Claim>(claim),
  }));
}
