/** One remittance: how its total comes about, what is beside its claims, and what became of them in sum. */
import type { RemittanceDetail } from '@claimside/shared/api';
import { cents, sumCents } from '@claimside/shared/values';
import type { Scope } from '../store/store.ts';
import { balanceRemittance, type Remittance, signedPayment } from '../transactions/remittance-835/index.ts';
import { fatesOf, readAnew } from './fates.ts';
import { claimsNamedIn } from './named-claims.ts';
import { sameMoney } from './same-money.ts';

/** As many places that do not add up as a person reads. */
const PLACES_SHOWN = 10;

/** The remittance without its claims, its sums those of all of them. Undefined when the practice has no such remittance. */
export async function remittanceDetail(
  scope: Scope,
  id: string,
): Promise<Omit<RemittanceDetail, 'ways'> | undefined> {
  const read = await readAnew(scope, id);
  if (!read) return undefined;
  const { stored, remittance } = read;
  const { summary, fileId, fileName } = stored;
  const { providerAdjustments, claims } = remittance;
  const named = await claimsNamedIn(
    scope,
    providerAdjustments.map(({ reference }) => reference),
  );
  const states = { posted: 0, waiting: 0, 'put-aside': 0, 'not-posted': 0 };
  for (const { state } of await fatesOf(scope, read)) states[state] += 1;
  return {
    ...summary,
    fileId,
    fileName,
    balance: {
      claims: sumCents(claims.map(({ paidAmount }) => paidAmount)),
      providerAdjustments: sumCents(providerAdjustments.map(({ amount }) => amount)),
      payment: signedPayment(remittance),
    },
    unbalanced: unbalancedIn(remittance),
    sums: {
      charged: sumCents(claims.map(({ chargeAmount }) => chargeAmount)),
      paid: sumCents(claims.map(({ paidAmount }) => paidAmount)),
      patientResponsibility: sumCents(claims.map((each) => each.patientResponsibility ?? cents(0))),
      states,
    },
    providerAdjustments: providerAdjustments.map(({ reference, ...adjustment }) => ({
      ...adjustment,
      reference: reference ?? null,
      claimId: named.get(reference ?? '') ?? null,
    })),
    sameMoney: await sameMoney(scope, read),
  };
}

function unbalancedIn(remittance: Remittance): RemittanceDetail['unbalanced'] {
  const findings = balanceRemittance(remittance);
  const places = findings.slice(0, PLACES_SHOWN).map(({ level, claim, line, computed, stated }) => ({
    level,
    patientName: claim === undefined ? null : nameIn(remittance.claims[claim]),
    line: line === undefined ? null : line + 1,
    computed,
    stated,
  }));
  return { places, all: findings.length };
}

function nameIn(claim: Remittance['claims'][number] | undefined): string | null {
  const { lastName, firstName } = claim?.patient ?? {};
  return [lastName, firstName].filter(Boolean).join(', ') || (claim?.patientControlNumber ?? null);
}
