/** What edits have to know of the practice's clearinghouse. */
import type { ClearinghouseFacts } from '@claimside/shared/api';
import { profileOf } from '../../clearinghouse/index.ts';
import { findConnection } from '../../store/connections.ts';
import type { Scope } from '../../store/store.ts';

/** Null until the practice has an account at one. */
export async function clearinghouseFactsOf(scope: Scope): Promise<ClearinghouseFacts | null> {
  const connection = await findConnection(scope);
  return connection ? { payerIdPattern: profileOf(connection.settings).payerIdPattern } : null;
}
