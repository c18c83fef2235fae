/** One-time pairing codes. Only a keyed hash of a code is ever stored. */
import type { Role } from '@claimside/shared/api';
import type { UtcInstant } from '@claimside/shared/values';
import { and, eq, gt, isNull } from 'drizzle-orm';
import { oneLess } from './dialect.ts';
import { pairingCodes } from './schema.ts';
import type { Db, Scope } from './store.ts';

export interface PairingCodeRow {
  readonly id: string;
  readonly practiceId: string;
  readonly role: Role;
  readonly expiresAt: UtcInstant;
  readonly triesLeft: number;
  readonly usedAt: UtcInstant | null;
}

export async function insertPairingCode(
  scope: Scope,
  code: {
    readonly id: string;
    readonly codeHash: string;
    readonly role: Role;
    readonly createdByDevice: string | null;
    readonly createdAt: UtcInstant;
    readonly expiresAt: UtcInstant;
    readonly triesLeft: number;
  },
): Promise<void> {
  await scope.db.insert(pairingCodes).values({ ...code, practiceId: scope.practiceId, usedAt: null });
}

/** The code with this hash, spent ones too. Takes no scope: whoever pairs has no practice yet, the code yields it. */
export async function findPairingCode(db: Db, codeHash: string): Promise<PairingCodeRow | undefined> {
  const [row] = await db.select().from(pairingCodes).where(eq(pairingCodes.codeHash, codeHash)).limit(1);
  if (!row) return undefined;
  return {
    id: row.id,
    practiceId: row.practiceId,
    role: row.role as Role,
    expiresAt: row.expiresAt as UtcInstant,
    triesLeft: row.triesLeft,
    usedAt: row.usedAt as UtcInstant | null,
  };
}

export async function setPairingCodeUsed(scope: Scope, id: string, at: UtcInstant): Promise<void> {
  await scope.db
    .update(pairingCodes)
    .set({ usedAt: at })
    .where(and(eq(pairingCodes.practiceId, scope.practiceId), eq(pairingCodes.id, id)));
}

/** A wrong guess names no code, so it costs every code that is still open one try. Takes no scope for the same reason. */
export async function countWrongTry(db: Db, now: UtcInstant): Promise<void> {
  await db
    .update(pairingCodes)
    .set({ triesLeft: oneLess(pairingCodes.triesLeft) })
    .where(and(isNull(pairingCodes.usedAt), gt(pairingCodes.expiresAt, now), gt(pairingCodes.triesLeft, 0)));
}

/** Ends the unused codes of the practice that were to last until `expiresAt`. */
export async function expirePairingCodes(
  scope: Scope,
  expiresAt: UtcInstant,
  now: UtcInstant,
): Promise<void> {
  await scope.db
    .update(pairingCodes)
    .set({ expiresAt: now })
    .where(
      and(
        eq(pairingCodes.practiceId, scope.practiceId),
        eq(pairingCodes.expiresAt, expiresAt),
        isNull(pairingCodes.usedAt),
      ),
    );
}
