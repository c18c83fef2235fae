/** A payment of which nothing was posted: what is in its way, and what a person may do about it. The same is told and held to. */
import type { WayOut } from '@claimside/shared/api';
import { remittanceIn } from '../remittance/index.ts';
import { findInboundFile, type StoredInboundFile } from '../store/inbound-files.ts';
import { findRemittance, type StoredRemittance } from '../store/remittances.ts';
import type { Scope } from '../store/store.ts';
import { type Remittance, readRemittance } from '../transactions/remittance-835/index.ts';
import { type Obstacle, obstacleTo } from './interpret/obstacles.ts';

export interface Held {
  /** Read anew from its raw file. */
  readonly told: { readonly file: StoredInboundFile; readonly remittance: Remittance } | undefined;
  /** As things are now, whatever was in its way when it came. */
  readonly obstacle: Obstacle | undefined;
}

export async function readHeld(
  scope: Scope,
  stored: Pick<StoredRemittance, 'fileId' | 'contentHash' | 'paymentKey'>,
): Promise<Held> {
  const file = await findInboundFile(scope, stored.fileId);
  const remittance = file && remittanceIn(file.bytes, stored);
  if (!remittance) return { told: undefined, obstacle: UNREADABLE };
  const obstacle = await obstacleTo(scope, file, readRemittance(file.bytes), remittance);
  return { told: { file, remittance }, obstacle };
}

const UNREADABLE: Obstacle = {
  state: 'needs-person',
  reason: 'Its file cannot be read any more. Nothing was posted.',
  closed: 'It cannot be posted, as its file cannot be read any more: ask for it again.',
};

type Standing = Pick<StoredRemittance, 'posted' | 'summary'>;

/** None once it is posted. */
export function waysOut({ posted, summary }: Standing, obstacle: Obstacle | undefined): readonly WayOut[] {
  if (posted) return [];
  return [
    { way: summary.state === 'set-aside' ? 'reopen' : 'set-aside', closed: null },
    { way: 'post-all-the-same', closed: obstacle?.closed ?? null },
  ];
}

/** As `waysOut`; none either where the practice has no such remittance. */
export async function waysOutOf(scope: Scope, id: string): Promise<readonly WayOut[]> {
  const stored = await findRemittance(scope, id);
  if (!stored || stored.posted) return [];
  return waysOut(stored, (await readHeld(scope, stored)).obstacle);
}
