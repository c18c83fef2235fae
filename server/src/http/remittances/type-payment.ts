/** Takes a payment that a person typed in: says what does not add up, else posts it as if it had come as a file. */
import type { TypedPayment } from '@claimside/shared/api';
import type { Finding } from '@claimside/shared/edits';
import { err, ok, type Result } from '@claimside/shared/values';
import { type TakenFile, takeFile } from '../../exchange/index.ts';
import { clashOf, remittanceOfTyped, type TypedFor, writeTyped } from '../../remittance/index.ts';
import { findClaim } from '../../store/claims.ts';
import { contentHash, findFileOfContent } from '../../store/inbound-files.ts';
import { getPractice } from '../../store/practices.ts';
import type { Scope } from '../../store/store.ts';
import {
  type BalanceFinding,
  balanceRemittance,
  balanceText,
} from '../../transactions/remittance-835/index.ts';
import type { AppDeps } from '../deps.ts';

export type TypedRefusal =
  | { readonly code: 'practice-not-set-up' | 'not-found' | 'check-known' }
  | { readonly code: 'payment-known'; readonly claimId: string }
  | { readonly code: 'payment-unbalanced'; readonly findings: Finding[] };

export async function typePayment(
  deps: Pick<AppDeps, 'store' | 'runtime' | 'news' | 'closing'>,
  scope: Scope,
  deviceId: string,
  typed: TypedPayment,
): Promise<Result<TakenFile, TypedRefusal>> {
  const { settings } = await getPractice(scope);
  if (!settings) return err({ code: 'practice-not-set-up' });
  const claims = new Map<string, TypedFor>();
  for (const { claimId } of typed.claims) {
    const found = await findClaim(scope, claimId);
    if (!found) return err({ code: 'not-found' });
    claims.set(claimId, { claim: found.claim, patientControlNumber: found.summary.patientControlNumber });
  }
  const remittance = remittanceOfTyped(typed, settings, (id) => {
    const claim = claims.get(id);
    if (!claim) throw new Error('a claim that was found is gone');
    return claim;
  });
  const findings = [...notOfTheClaim(typed, claims), ...balanceRemittance(remittance).map(unbalanced)];
  if (findings.length > 0) return err({ code: 'payment-unbalanced', findings });
  const bytes = writeTyped(remittance);
  // The very same payment again is a lost answer asked for again: the file that it became is given back.
  const isNew = (await findFileOfContent(scope, contentHash(bytes))) === undefined;
  // Looked at once more in the transaction that posts it; there it waits, to be compared.
  const clash = isNew && !typed.isToCompare ? await clashOf(scope, remittance) : undefined;
  if (clash)
    return err(
      clash.claimId === undefined
        ? { code: 'check-known' }
        : { code: 'payment-known', claimId: clash.claimId },
    );
  const { store, runtime, news, closing } = deps;
  const tools = { store, runtime, news, practiceId: scope.practiceId, stopping: closing };
  const name = `TYPED_${typed.paymentDate}_${remittance.traceNumber}.835`;
  return ok(await takeFile(tools, { name, bytes }, deviceId));
}

/** Lines are typed all or none. */
function notOfTheClaim(typed: TypedPayment, claims: ReadonlyMap<string, TypedFor>): Finding[] {
  return typed.claims.flatMap(({ claimId, lines }, index) => {
    const billed = claims.get(claimId)?.claim.serviceLines.length ?? 0;
    if (lines.length === 0 || lines.length === billed) return [];
    return {
      id: 'payment-lines',
      severity: 'error' as const,
      path: `claims.${index}.lines`,
      message: `The claim has ${billed} lines, and ${lines.length} are given.`,
      fix: 'Give every line of the claim, or none.',
    };
  });
}

function unbalanced(finding: BalanceFinding): Finding {
  const { claim, line } = finding;
  const place = [
    ...(claim === undefined ? [] : [`claims.${claim}`]),
    ...(line === undefined ? [] : [`lines.${line}`]),
    claim === undefined ? 'total' : 'paid',
  ].join('.');
  return {
    id: 'payment-balance',
    severity: 'error',
    path: place,
    message: balanceText(finding),
    fix: 'Compare the amounts with the paper.',
  };
}
