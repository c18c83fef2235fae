/** What one more claim adds to the month in which it leaves, in words, before it is sent. */
import type { ClaimToCost, CostOfNextClaim } from '@claimside/shared/api';
import type { Claim } from '@claimside/shared/claim';
import {
  type CostOfClaim,
  costOfClaim,
  type FeeReading,
  headlineOf,
  shareOf,
  wordsForCost,
  wordsOfReading,
} from '@claimside/shared/fees';
import { dateIn, type UtcInstant } from '@claimside/shared/values';
import { connectionFor, MAIN_CONNECTION, readDestination } from '../clearinghouse/index.ts';
import { fromJson } from '../store/json.ts';
import { listSentClaims } from '../store/office-fees.ts';
import { getPractice } from '../store/practices.ts';
import { readRouting } from '../store/routing.ts';
import type { Scope } from '../store/store.ts';
import { listWaitingClaims } from '../store/waiting-claims.ts';
import { type CountableClaim, countableOf, countedClaims, instantsOf } from './counted.ts';
import { chargedMode, feeSettingsOf, ruleFor } from './settings.ts';

const READINGS: readonly FeeReading[] = ['half', 'any'];

/** More than a practice bills between two looks at the queue. */
const MOST_WAITING = 5_000;

/** No sentence where it costs nothing, or leaves by another connection. */
export async function costOfNextClaim(
  scope: Scope,
  { taxId, npi, timeZone, ...coverage }: ClaimToCost,
  now: UtcInstant,
): Promise<CostOfNextClaim> {
  const mode = await chargedMode(scope);
  const routing = await readRouting(scope);
  if (mode === null || connectionFor(routing, coverage, now) !== MAIN_CONNECTION)
    return { isTest: false, headline: null, sentences: [] };

  const month = dateIn(timeZone, now).slice(0, 7);
  const sent = await listSentClaims(scope, MAIN_CONNECTION, mode, { ...instantsOf(month, timeZone), npi });
  const waiting = (await listWaitingClaims(scope, MOST_WAITING)).filter(
    (one) =>
      one.mode === mode && connectionFor(routing, readDestination(one.destination), now) === MAIN_CONNECTION,
  );
  const next: CountableClaim = { sentAt: now, taxId, npi, coverage };
  const { settings: practice } = await getPractice(scope);
  const { claims, isListKnown } = await countedClaims(
    scope,
    practice,
    [
      next,
      ...sent.map(({ claim, sentAt }) => countableOf(claim, sentAt)),
      ...waiting.map(({ claim }) => countableOf(fromJson<Claim>(claim), now)),
    ],
    timeZone,
  );
  const [claim, ...before] = claims;
  if (!claim) throw new Error('the claim itself is counted');

  const settings = await feeSettingsOf(scope);
  const readings = settings.reading === null ? READINGS : [settings.reading];
  const costs = readings.flatMap((reading) => {
    const rule = ruleFor(settings, month, reading);
    if (!rule) return [];
    const cost = costOfClaim(claim, before, rule);
    // Without a list every payer might take no part: that is said where lists are brought, not at each claim.
    const told = isListKnown ? cost : { ...cost, after: cost.before };
    return [{ title: wordsOfReading(reading, shareOf(rule)).title, cost: told }];
  });
  return {
    isTest: mode === 'test',
    headline: headlineOf(costs.map(({ cost }) => cost)),
    sentences: sentencesOf(costs),
  };
}

/** Each with the reading under which it holds, unless all say the same. */
function sentencesOf(costs: readonly { readonly title: string; readonly cost: CostOfClaim }[]): string[] {
  const told = costs.flatMap(({ title, cost }) => {
    const words = wordsForCost(cost);
    return words === null ? [] : [{ title, words }];
  });
  const [first] = told;
  if (first && told.length === costs.length && told.every(({ words }) => words === first.words))
    return [first.words];
  return told.map(({ title, words }) => `If it charges by “${title}”: ${words}`);
}
