/** Paired browsers. Only a hash of a device's token is ever stored. */
import type { Role } from '@claimside/shared/api';
import type { UtcInstant } from '@claimside/shared/values';
import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import { oncePerConnection } from './prepared.ts';
import { devices } from './schema.ts';
import type { Db, Scope } from './store.ts';

export interface DeviceRow {
  readonly id: string;
  readonly practiceId: string;
  readonly name: string;
  readonly role: Role;
  readonly pairedAt: UtcInstant;
  readonly lastSeenAt: UtcInstant | null;
  readonly revokedAt: UtcInstant | null;
  /** Since when it waits for an admin's word; null where it may ask. */
  readonly waitsSince: UtcInstant | null;
}

const columns = {
  id: devices.id,
  practiceId: devices.practiceId,
  name: devices.name,
  role: devices.role,
  pairedAt: devices.pairedAt,
  lastSeenAt: devices.lastSeenAt,
  revokedAt: devices.revokedAt,
  waitsSince: devices.waitsSince,
};

/** The device that holds a token, revoked ones too. The one lookup without a scope: the device yields the practice. */
export async function findDeviceByTokenHash(db: Db, tokenHash: string): Promise<DeviceRow | undefined> {
  const rows = await byTokenHash(db).execute({ tokenHash });
  return rows.map(toDevice)[0];
}

const byTokenHash = oncePerConnection((db) =>
  db
    .select(columns)
    .from(devices)
    .where(eq(devices.tokenHash, sql.placeholder('tokenHash')))
    .prepare(),
);

export async function insertDevice(
  scope: Scope,
  device: Pick<DeviceRow, 'id' | 'name' | 'role' | 'pairedAt'> & { readonly tokenHash: string },
): Promise<void> {
  await scope.db
    .insert(devices)
    .values({ ...device, practiceId: scope.practiceId, lastSeenAt: null, revokedAt: null, waitsSince: null });
}

/** All devices of the practice, oldest first, revoked ones included. */
export async function listDevices(scope: Scope): Promise<DeviceRow[]> {
  const rows = await scope.db
    .select(columns)
    .from(devices)
    .where(eq(devices.practiceId, scope.practiceId))
    .orderBy(asc(devices.pairedAt), asc(devices.id));
  return rows.map(toDevice);
}

export async function findDevice({ db, practiceId }: Scope, id: string): Promise<DeviceRow | undefined> {
  const rows = await byId(db).execute({ practiceId, id });
  return rows.map(toDevice)[0];
}

const byId = oncePerConnection((db) =>
  db
    .select(columns)
    .from(devices)
    .where(and(eq(devices.practiceId, sql.placeholder('practiceId')), eq(devices.id, sql.placeholder('id'))))
    .prepare(),
);

/** True when the practice has a device with the role that is not revoked. */
export async function hasDeviceWithRole(scope: Scope, role: Role): Promise<boolean> {
  const rows = await scope.db
    .select({ id: devices.id })
    .from(devices)
    .where(and(eq(devices.practiceId, scope.practiceId), eq(devices.role, role), isNull(devices.revokedAt)))
    .limit(1);
  return rows.length > 0;
}

export async function setDeviceSeen(scope: Scope, id: string, at: UtcInstant): Promise<void> {
  await scope.db
    .update(devices)
    .set({ lastSeenAt: at })
    .where(and(eq(devices.practiceId, scope.practiceId), eq(devices.id, id)));
}

export async function setDeviceRevoked(scope: Scope, id: string, at: UtcInstant): Promise<void> {
  await scope.db
    .update(devices)
    .set({ revokedAt: at })
    .where(and(eq(devices.practiceId, scope.practiceId), eq(devices.id, id)));
}

/** Every one that is not revoked waits from now on; gives them, oldest first. */
export async function holdDevices(scope: Scope, at: UtcInstant): Promise<DeviceRow[]> {
  const fits = and(eq(devices.practiceId, scope.practiceId), isNull(devices.revokedAt));
  await scope.db.update(devices).set({ waitsSince: at }).where(fits);
  return listWaitingDevices(scope);
}

export async function listWaitingDevices(scope: Scope): Promise<DeviceRow[]> {
  const all = await listDevices(scope);
  return all.filter(({ revokedAt, waitsSince }) => revokedAt === null && waitsSince !== null);
}

export async function setDeviceAdmitted(scope: Scope, id: string): Promise<void> {
  await scope.db
    .update(devices)
    .set({ waitsSince: null })
    .where(and(eq(devices.practiceId, scope.practiceId), eq(devices.id, id)));
}

function toDevice(
  row: {
    [Key in keyof typeof columns]: (typeof devices.$inferSelect)[Key];
  },
): DeviceRow {
  return {
    ...row,
    role: row.role as Role,
    pairedAt: row.pairedAt as UtcInstant,
    lastSeenAt: row.lastSeenAt as UtcInstant | null,
    revokedAt: row.revokedAt as UtcInstant | null,
    waitsSince: row.waitsSince as UtcInstant | null,
  };
}
