/** The code a person carries from the server (or an admin's browser) to a new browser. */
import type { Role } from '@claimside/shared/api';
import type { UtcInstant } from '@claimside/shared/values';
import { newId, type Runtime, randomText } from '../runtime.ts';
import { expirePairingCodes, insertPairingCode } from '../store/pairing-codes.ts';
import type { Scope } from '../store/store.ts';
import type { ServerKey } from './seal.ts';

/** Twenty letters, no vowels and no Y: no words by chance (RFC 8628 section 6.1). */
const LETTERS = 'BCDFGHJKLMNPQRSTVWXZ';
const LENGTH = 8;
const MINUTES = 10;
export const TRIES = 5;
/** When an owner code ends by the clock: never; it ends when used or at the next start. */
const UNTIL_RESTART = '9999-12-31T23:59:59.999Z' as UtcInstant;

export interface MadeCode {
  /** As shown to people: `BCDF-GHJK`. */
  readonly code: string;
  readonly role: Role;
  readonly expiresAt: UtcInstant;
}

export interface CodeMaker {
  readonly runtime: Runtime;
  readonly key: Pick<ServerKey, 'codeHash'>;
}

/** A code for one device of `role`, good for ten minutes, one use and five wrong guesses. Call inside a transaction. */
export async function makePairingCode(
  { runtime, key }: CodeMaker,
  scope: Scope,
  role: Role,
  createdByDevice: string | null,
): Promise<MadeCode> {
  return storeCode({ runtime, key }, scope, role, createdByDevice, minutesAfter(runtime.now(), MINUTES));
}

/** Replaces the owner code of the last start. Call inside a transaction. */
export async function makeOwnerCode(maker: CodeMaker, scope: Scope): Promise<MadeCode> {
  await endOwnerCodes(maker.runtime, scope);
  return storeCode(maker, scope, 'admin', null, UNTIL_RESTART);
}

/** Ends owner codes that nobody used. Call inside a transaction. */
export async function endOwnerCodes(runtime: Pick<Runtime, 'now'>, scope: Scope): Promise<void> {
  await expirePairingCodes(scope, UNTIL_RESTART, runtime.now());
}

/** What a person typed, as it was when hashed: capitals without hyphens or spaces. */
export function plainCode(typed: string): string {
  return typed.replace(/[\s-]/g, '').toUpperCase();
}

async function storeCode(
  { runtime, key }: CodeMaker,
  scope: Scope,
  role: Role,
  createdByDevice: string | null,
  expiresAt: UtcInstant,
): Promise<MadeCode> {
  const code = randomText(runtime, LETTERS, LENGTH);
  await insertPairingCode(scope, {
    id: newId(runtime),
    codeHash: key.codeHash(code),
    role,
    createdByDevice,
    createdAt: runtime.now(),
    expiresAt,
    triesLeft: TRIES,
  });
  return { code: `${code.slice(0, LENGTH / 2)}-${code.slice(LENGTH / 2)}`, role, expiresAt };
}

function minutesAfter(instant: UtcInstant, minutes: number): UtcInstant {
  return new Date(Date.parse(instant) + minutes * 60_000).toISOString() as UtcInstant;
}
