/** A claim as an 837P can carry it: folded to X12 characters, without what is not sent. What is read back must equal this. */
import type { Address, Claim, Patient, ServiceLine } from '@claimside/shared/claim';
import { foldText, readQuantity, writeQuantity } from '../../x12/index.ts';

/**
 * Left out, because the guide has no place for it or wants it only when it differs: diagnosis and line descriptions, phones
 * of people, the referring provider's taxonomy, a rendering provider or facility equal to the billing provider, a group name
 * beside a group number, an end date or place of service equal to what holds anyway, an onset on the day of service.
 */
export function asWritten(claim: Claim): Claim {
  const folded = foldTexts(claim);
  const { renderingProvider, serviceFacility, referringProvider, subscriber, onsetDate, coverage, ...rest } =
    folded;
  const { groupName, ...plainCoverage } = coverage;
  return {
    ...rest,
    ...(renderingProvider && renderingProvider.npi !== rest.billingProvider.npi ? { renderingProvider } : {}),
    ...(serviceFacility && !isSameAddress(serviceFacility.address, rest.billingProvider.address)
      ? { serviceFacility }
      : {}),
    ...(referringProvider ? { referringProvider: without(referringProvider, 'taxonomy') } : {}),
    ...(onsetDate !== undefined && rest.serviceLines.some((line) => line.serviceDate !== onsetDate)
      ? { onsetDate }
      : {}),
    patient: personAsWritten(folded.patient),
    ...(subscriber && rest.relationshipToSubscriber !== '18'
      ? { subscriber: personAsWritten(subscriber) }
      : {}),
    coverage:
      groupName !== undefined && plainCoverage.groupNumber === undefined
        ? { ...plainCoverage, groupName }
        : plainCoverage,
    diagnoses: folded.diagnoses.map(({ code }) => ({ code: code.replaceAll('.', '') })),
    serviceLines: folded.serviceLines.map((line) => lineAsWritten(line, folded.placeOfService)),
  };
}

function personAsWritten(person: Patient): Patient {
  return without(person, 'phone');
}

function lineAsWritten(line: ServiceLine, claimPlaceOfService: string): ServiceLine {
  const { description: _, serviceDateEnd, placeOfService, ...rest } = line;
  return {
    ...rest,
    units: readQuantity(writeQuantity(line.units)) ?? 0,
    ...(serviceDateEnd !== undefined && serviceDateEnd !== line.serviceDate ? { serviceDateEnd } : {}),
    ...(placeOfService !== undefined && placeOfService !== claimPlaceOfService ? { placeOfService } : {}),
  };
}

function isSameAddress(a: Address, b: Address): boolean {
  const key = ({ line1, line2 = '', city, state, postalCode }: Address) =>
    JSON.stringify([line1, line2, city, state, postalCode]);
  return key(a) === key(b);
}

function without<T extends object, Name extends keyof T>(value: T, name: Name): Omit<T, Name> {
  const { [name]: _, ...rest } = value;
  return rest;
}

/** The same value with every text at any depth folded; texts that fold to nothing and properties without a value are left out. */
function foldTexts<T>(value: T): T {
  return fold(value) as T;
}

function fold(value: unknown): unknown {
  if (typeof value === 'string') return foldText(value);
  if (Array.isArray(value)) return value.map(fold);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([name, inner]) => [name, name === 'kind' ? inner : fold(inner)]);
  return Object.fromEntries(entries.filter(([, inner]) => inner !== undefined && inner !== ''));
}
