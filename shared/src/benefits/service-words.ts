/** Kinds of service as they stand in a sentence. */
import { SERVICE_TYPE } from '../codes/index.ts';
import { labelOf } from './labels.ts';

/** `Office visit`; `Service type ZZ` of one that we have no words for. */
export function serviceName(serviceType: string): string {
  return labelOf(SERVICE_TYPE.codes, serviceType) ?? `Service type ${serviceType}`;
}

/** `an office visit`, `chiropractic`, `the plan as a whole`. */
export function forService(serviceType: string): string {
  const name = serviceName(serviceType);
  if (serviceType === '30') return 'the plan as a whole';
  const words = /^(MRI|X-ray)/.test(name) ? name : name.charAt(0).toLowerCase() + name.slice(1);
  if (!isOneOfSeveral.test(words)) return words;
  return `${/^([aeiou]|MRI|X-)/.test(words) ? 'an' : 'a'} ${words}`;
}

const isOneOfSeveral = /(visit|exam|physical|consultation|transplant|shot|X-ray|MRI or CT)$/;

/** A kind of service as sentences speak of it. */
export interface SpokenService {
  /** `an office visit`. */
  readonly name: string;
  /** A copay of it is by the visit: that need not be said. */
  readonly isVisit: boolean;
  readonly isPlan: boolean;
}

/** `name` where sentences speak of several. */
export function spokenService(serviceType: string, name = forService(serviceType)): SpokenService {
  return { name, isVisit: isVisit(serviceType), isPlan: serviceType === '30' };
}

export const isVisit = (serviceType: string) => / visit$/.test(serviceName(serviceType));
