/** Edits on providers and facilities: identifiers, taxonomy, addresses. */
import { isPlaceOfService, isState } from '../codes/index.ts';
import { isNpi } from '../values/index.ts';
import type { Edit } from './registry.ts';

/** All ways people write a post office box. */
const PO_BOX = /\b(p\.?\s*o\.?\s*b(ox)?\b|post\s+office\s+box|pob\s*\d)/i;

export const providerEdits: readonly Edit[] = [
  {
    id: 'npi-check-digit',
    severity: 'error',
    *check(draft) {
      const npis = [
        ['billingProvider.npi', 'The billing', draft.billingProvider?.npi],
        ['renderingProvider.npi', "The rendering provider's", draft.renderingProvider?.npi],
        ['referringProvider.npi', "The referring provider's", draft.referringProvider?.npi],
        ['serviceFacility.npi', "The facility's", draft.serviceFacility?.npi],
      ] as const;
      for (const [path, whose, npi] of npis)
        if (npi && !isNpi(npi))
          yield {
            path,
            message: `${whose} NPI is not a valid one: a digit is wrong or missing.`,
            fix: 'Compare it with the NPI registry.',
          };
    },
  },
  {
    id: 'provider-incomplete',
    severity: 'error',
    *check(draft) {
      for (const [path, who] of [
        ['renderingProvider', 'rendering'],
        ['referringProvider', 'referring'],
      ] as const) {
        const provider = draft[path];
        if (provider && !(provider.npi && provider.lastName && provider.firstName))
          yield {
            path: `${path}.${provider.npi ? 'lastName' : 'npi'}`,
            message: `The ${who} provider needs a first name, a last name and an NPI.`,
            fix: `Choose the ${who} provider, or clear it.`,
          };
      }
    },
  },
  {
    id: 'po-box',
    severity: 'error',
    *check({ billingProvider, serviceFacility }) {
      for (const [path, address] of [
        ['billingProvider.address.line1', billingProvider?.address],
        ['serviceFacility.address.line1', serviceFacility?.address],
      ] as const)
        if (PO_BOX.test(`${address?.line1 ?? ''} ${address?.line2 ?? ''}`))
          yield {
            path,
            message: 'A P.O. box stands where a claim needs a street address.',
            fix: 'An admin enters the street address.',
          };
    },
  },
  {
    id: 'practice-zip',
    severity: 'error',
    *check({ billingProvider, serviceFacility }) {
      for (const [path, address] of [
        ['billingProvider.address', billingProvider?.address],
        ['serviceFacility.address', serviceFacility?.address],
      ] as const) {
        if (address?.postalCode && !/^\d{9}$/.test(address.postalCode))
          yield {
            path: `${path}.postalCode`,
            message: 'The ZIP code needs all nine digits here.',
            fix: 'Look up the ZIP+4 of the address.',
          };
        if (address?.state && !isState(address.state))
          yield {
            path: `${path}.state`,
            message: 'The state is not a two-letter US state.',
            fix: 'Choose the state.',
          };
      }
    },
  },
  {
    id: 'place-of-service',
    severity: 'error',
    *check(draft) {
      const places = [
        ['placeOfService', draft.placeOfService] as const,
        ...(draft.serviceLines ?? []).map(
          (line, i) => [`serviceLines.${i}.placeOfService`, line.placeOfService] as const,
        ),
      ];
      for (const [path, code] of places)
        if (code && !isPlaceOfService(code))
          yield {
            path,
            message: 'The place of service is not one of the two-digit codes.',
            fix: 'Choose where the patient was seen.',
          };
    },
  },
];
