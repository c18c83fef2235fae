/** What of claims a device sees, by its role: who treats sees how far they are, who bills their money too. */
import type { ClaimDetail, Role, ShownClaim } from '@claimside/shared/api';
import type { UtcInstant } from '@claimside/shared/values';
import { BILLING } from '../../access/index.ts';
import type { DeviceRow } from '../../store/devices.ts';
import type { Scope } from '../../store/store.ts';
import { claimDetail } from './detail.ts';
import { progressOf } from './progress.ts';

export const seesMoney = ({ role }: { readonly role: Role }): boolean => BILLING.includes(role);

export const shownTo = (device: Pick<DeviceRow, 'role'>, detail: ClaimDetail): ShownClaim =>
  seesMoney(device) ? detail : progressOf(detail);

/** Undefined when the practice has no such claim. */
export async function shownClaim(
  { scope, device }: { readonly scope: Scope; readonly device: Pick<DeviceRow, 'role'> },
  id: string,
  now: UtcInstant,
): Promise<ShownClaim | undefined> {
  const detail = await claimDetail(scope, id, now);
  return detail && shownTo(device, detail);
}
