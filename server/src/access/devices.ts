/** Who asks, by the token they hold; and taking a device's access away. */
import type { UtcInstant } from '@claimside/shared/values';
import type { Runtime } from '../runtime.ts';
import {
  type DeviceRow,
  findDevice,
  findDeviceByTokenHash,
  setDeviceRevoked,
  setDeviceSeen,
} from '../store/devices.ts';
import type { Scope, Store } from '../store/store.ts';
import { recordAudit } from './audit.ts';
import { tokenHash } from './tokens.ts';

/** Last-seen is for an admin's eye: once in five minutes is exact enough and saves a write per request. */
const SEEN_EVERY_MILLISECONDS = 5 * 60_000;

/** The device of a token unless it was revoked. Looked up at each request, so that revoking acts on the next one. */
export async function deviceOfToken(
  { store, runtime }: { store: Store; runtime: Pick<Runtime, 'now'> },
  token: string,
): Promise<DeviceRow | undefined> {
  const device = await findDeviceByTokenHash(store.db, tokenHash(token));
  if (!device || device.revokedAt !== null) return undefined;
  const now = runtime.now();
  if (isStale(device.lastSeenAt, now)) {
    await store.transaction((db) => setDeviceSeen({ db, practiceId: device.practiceId }, device.id, now));
  }
  return device;
}

/** True while the device exists and was not revoked. */
export async function isActive(scope: Scope, deviceId: string): Promise<boolean> {
  const device = await findDevice(scope, deviceId);
  return device !== undefined && device.revokedAt === null;
}

/** Revokes for good; false when the practice has no such device. Call inside a transaction. */
export async function revokeDevice(
  runtime: Runtime,
  scope: Scope,
  deviceId: string,
  byDevice: string | null,
): Promise<boolean> {
  const device = await findDevice(scope, deviceId);
  if (!device) return false;
  if (device.revokedAt === null) {
    await setDeviceRevoked(scope, deviceId, runtime.now());
    await recordAudit(runtime, scope, byDevice, 'device-revoked', deviceId);
  }
  return true;
}

function isStale(lastSeenAt: UtcInstant | null, now: UtcInstant): boolean {
  return lastSeenAt === null || Date.parse(now) - Date.parse(lastSeenAt) >= SEEN_EVERY_MILLISECONDS;
}
