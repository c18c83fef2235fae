/** Whether a kind of service is covered: what the payer says of it, of the plan, or that nobody knows. */
import type { Coverage, CoverageState, ServiceBenefits } from '@claimside/shared/benefits';
import type { Benefit } from '../answer/model.ts';
import { detailOf, WHOLE_PLAN } from './detail.ts';

/** EB01. */
const STATES: ReadonlyMap<string, CoverageState> = new Map([
  ...['1', '2', '3', '4', '5'].map((code) => [code, 'active'] as const),
  ...['6', '7', '8'].map((code) => [code, 'inactive'] as const),
  ['I', 'not-covered'],
  ['U', 'unknown'],
  ['V', 'unknown'],
]);
/** The payer still looks into it, or its enrollment is not up to date. */
const PENDING = new Set(['5', '7', '8']);

export const isCoverage = ({ information }: Benefit) => STATES.has(information);

/** All that is said of the service; where nothing is, of the plan, or of no service by name. */
export function coveragesOf(benefits: readonly Benefit[], serviceType: string): Coverage[] {
  const all = benefits.filter(isCoverage).map((benefit): Coverage => {
    const { information } = benefit;
    return {
      state: STATES.get(information) ?? 'unknown',
      ...(PENDING.has(information) && { isPending: true as const }),
      ...detailOf(benefit, serviceType),
    };
  });
  const isOwn = ({ scope }: Coverage) => scope === 'service' || serviceType === WHOLE_PLAN;
  const own = all.filter(isOwn);
  const around = all.filter((coverage) => !isOwn(coverage));
  if (!own.some(isOfAll)) return [...around, ...own];
  // A plan that is not active at all contradicts an active service, and must be seen beside it.
  const states = new Set(own.map(({ state }) => state));
  return [...own, ...(states.has('active') ? around.filter(({ state }) => state === 'inactive') : [])];
}

/** One of a single procedure says nothing of the service. */
const isOfAll = ({ procedure }: Coverage) => procedure === undefined;

type State = Pick<ServiceBenefits, 'state' | 'unknownAs' | 'isOfPlanOnly'>;

/** What the coverages come to, where they agree. */
export function stateOf(coverages: readonly Coverage[], serviceType: string, isRefused: boolean): State {
  const said = coverages.filter(isOfAll);
  const known = said.filter(({ state }) => state !== 'unknown');
  const [first, ...others] = known;
  if (first === undefined) {
    if (isRefused) return { state: 'unknown', unknownAs: 'refused' };
    return { state: 'unknown', unknownAs: said.length > 0 ? 'payer-cannot-tell' : 'not-mentioned' };
  }
  if (others.some(({ state }) => state !== first.state)) return { state: 'depends' };
  const isOfPlanOnly = serviceType !== WHOLE_PLAN && known.every(({ scope }) => scope !== 'service');
  return { state: first.state, ...(isOfPlanOnly && { isOfPlanOnly: true as const }) };
}
