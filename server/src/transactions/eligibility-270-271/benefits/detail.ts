/** What stands beside a benefit and tells it from others of its kind, without a guess: what is not said is not there. */
import type { Detail, Network, Party } from '@claimside/shared/benefits';
import { present } from '../../parts/present.ts';
import type { Benefit, RelatedParty } from '../answer/model.ts';

/** EB03 30: the plan as a whole. */
export const WHOLE_PLAN = '30';

const NETWORKS: ReadonlyMap<string, Network> = new Map([
  ['Y', 'in'],
  ['N', 'out'],
  ['W', 'both'],
  ['U', 'unknown'],
]);
const AUTHORIZATIONS: ReadonlyMap<string, NonNullable<Detail['authorization']>> = new Map([
  ['Y', 'needed'],
  ['N', 'not-needed'],
  ['U', 'unknown'],
]);

/** Seen from one kind of service. */
export function detailOf(benefit: Benefit, serviceType: string): Detail {
  const { serviceTypes, coverageLevel, planDescription, insuranceType } = benefit;
  const {
    diagnosisPointers,
    deliveries,
    dates,
    references,
    relatedParties,
    messages,
    situations = [],
  } = benefit;
  const network = NETWORKS.get(benefit.network ?? '');
  const authorization = AUTHORIZATIONS.get(benefit.authorization ?? '');
  const procedure = procedureOf(benefit);
  const places = situations.flatMap(({ codeList, code }) => (codeList === 'ZZ' && code ? [code] : []));
  const notes = [...(messages ?? []), ...situations.flatMap(injuryNote)];
  return {
    scope: scopeOf(serviceTypes, serviceType),
    ...(coverageLevel !== undefined && { coverageLevel }),
    ...(network && { network }),
    ...(planDescription !== undefined && { planName: planDescription }),
    ...(insuranceType !== undefined && { insuranceType }),
    ...(authorization && { authorization }),
    ...(places.length > 0 && { places }),
    ...(procedure && { procedure }),
    ...(diagnosisPointers && { diagnosisPointers }),
    ...(deliveries && { deliveries }),
    ...(dates && { dates }),
    ...(references && { numbers: references }),
    ...(relatedParties && { parties: relatedParties.map(partyOf) }),
    ...(notes.length > 0 && { messages: notes }),
  };
}

function scopeOf(serviceTypes: readonly string[], serviceType: string): Detail['scope'] {
  if (serviceTypes.includes(serviceType)) return 'service';
  return serviceTypes.includes(WHOLE_PLAN) ? 'plan' : 'unsaid';
}

/** `99213 25`; `99202 to 99215`. */
function procedureOf({ procedure }: Benefit): string | undefined {
  if (procedure === undefined) return undefined;
  const { qualifier, code = '', lastCode, modifiers = [] } = procedure;
  const first = [qualifier, code, ...modifiers].filter(Boolean).join(' ');
  return lastCode === undefined ? first : `${first} to ${lastCode}`;
}

/** III of anything but a place. */
function injuryNote(situation: NonNullable<Benefit['situations']>[number]): string[] {
  const { codeList, code, category, bodyPart } = situation;
  const of = codeList === 'ZZ' ? undefined : [codeList, code].filter(Boolean).join(' ');
  const said = [of, category && `category ${category}`, bodyPart].filter(Boolean).join(', ');
  return said === '' ? [] : [`nature of the injury ${said}`];
}

function partyOf(party: RelatedParty): Party {
  const { entity, organizationName, firstName, middleName, lastName, suffix } = party;
  const { id, address, contacts, provider, healthServiceRegion } = party;
  const name = organizationName ?? [firstName, middleName, lastName, suffix].filter(Boolean).join(' ');
  return present({ entity, name, id, address, contacts, provider, healthServiceRegion });
}
