/** By what claims are told apart by who treated and where: the same for the claim and for the practice's own provider and location. */
import { nameKey } from '../capture/names.ts';
import type { Claim } from './claim.ts';

/** NPI of who treated; of the billing provider where the claim names nobody else. Lines that name another are not looked at. */
export const renderingNpi = ({
  renderingProvider,
  billingProvider,
}: Pick<Claim, 'renderingProvider' | 'billingProvider'>): string =>
  renderingProvider?.npi ?? billingProvider.npi;

/** As lists and choices have it. */
export const billingName = ({ name }: Pick<Claim['billingProvider'], 'name'>): string =>
  name.kind === 'organization' ? name.organizationName : `${name.lastName}, ${name.firstName}`;

/** Place of service, and the facility where there is one: by its NPI, else by its name. */
export const locationKey = (location: {
  readonly placeOfService: string;
  readonly serviceFacility?: { readonly npi?: string | undefined; readonly name: string } | undefined;
}): string => {
  const { placeOfService, serviceFacility } = location;
  return `${placeOfService}|${serviceFacility ? (serviceFacility.npi ?? nameKey(serviceFacility.name)) : ''}`;
};
