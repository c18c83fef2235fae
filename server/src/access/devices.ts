/** Who asks, by the token they hold; and taking a device's access away. */
import type { UtcInstant } from '@claimside/shared/values';
import type { Runtime } from '../runtime.ts';
import {
  type DeviceRow,
  findDevice,
  findDeviceByTokenHash,
  setDeviceAdmitted,
  setDeviceRevoked,
  setDeviceSeen,
} from '../store/devices.ts';
import type { Scope, Store } from '../store/store.ts';
import { recordAudit } from './audit.ts';
import { tokenHash } from './tokens.ts';

/** Last-seen is for an admin's eye: once in five minutes is exact enough and saves a write per request. */
const SEEN_EVERY_MILLISECONDS = 5 * 60_000;

/** A browser nobody used for so long is paired anew (ASVS 7.3.1) ... */
const IDLE_DAYS = 60;
/** ... and every browser once a year (ASVS 7.3.2). */
const PAIRED_DAYS = 366;
const DAY_MILLISECONDS = 24 * 60 * 60_000;

/**
 * The device of a token unless it was revoked, lay idle for 60 days, or was paired over a year ago.
 * Looked up at each request, so that revoking acts on the next one. One that waits for an admin's word is given too, for whoever
 * asks to tell it so.
 */
export async function deviceOfToken(
  { store, runtime }: { store: Store; runtime: Pick<Runtime, 'now'> },
  token: string,
): Promise<DeviceRow | undefined> {
  const device = await findDeviceByTokenHash(store.db, tokenHash(token));
  const now = runtime.now();
  if (!device || !mayStillAsk(device, now)) return undefined;
  if (device.waitsSince !== null) return device;
  if (device.lastSeenAt === null || since(device.lastSeenAt, now) >= SEEN_EVERY_MILLISECONDS) {
    await store.transaction((db) => setDeviceSeen({ db, practiceId: device.practiceId }, device.id, now));
  }
  return device;
}

/** True while the device exists and may ask. */
export async function isActive(
  runtime: Pick<Runtime, 'now'>,
  scope: Scope,
  deviceId: string,
): Promise<boolean> {
  const device = await findDevice(scope, deviceId);
  return device !== undefined && device.waitsSince === null && mayStillAsk(device, runtime.now());
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

/** Lets one in again that waited since the data was restored; false when the practice has no such device. Call inside a transaction. */
export async function admitDevice(
  runtime: Runtime,
  scope: Scope,
  deviceId: string,
  byDevice: string | null,
): Promise<boolean> {
  const device = await findDevice(scope, deviceId);
  if (!device) return false;
  if (device.waitsSince !== null) {
    await setDeviceAdmitted(scope, deviceId);
    await recordAudit(runtime, scope, byDevice, 'device-admitted', deviceId);
  }
  return true;
}

function mayStillAsk(device: DeviceRow, now: UtcInstant): boolean {
  return (
    device.revokedAt === null &&
    since(device.pairedAt, now) < PAIRED_DAYS * DAY_MILLISECONDS &&
    since(device.lastSeenAt ?? device.pairedAt, now) < IDLE_DAYS * DAY_MILLISECONDS
  );
}

function since(instant: UtcInstant, now: UtcInstant): number {
  return Date.parse(now) - Date.parse(instant);
}
