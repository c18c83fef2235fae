/** Edits on providers and facilities: who they are, and whether they need naming. */
import type { ClaimDraft } from '../../claim/index.ts';
import type { Edit } from '../edit.ts';
import { eachProvider } from '../roles.ts';
import { isIn, OFFICE_AND_HOSPITAL_VISITS } from '../tables/procedures.ts';
import { type DraftProvider, eachLine, linePath } from '../walk.ts';

export const providerEdits: readonly Edit[] = [
  {
    id: 'provider-incomplete',
    severity: 'error',
    snip: 2,
    fields: [
      '*.npi',
      '*.lastName',
      '*.firstName',
      'serviceLines.*.*.npi',
      'serviceLines.*.*.lastName',
      'serviceLines.*.*.firstName',
    ],
    source: 'X12 837P 2310, 2420 NM103, NM104, NM109, REF',
    summary: 'A provider has a name (an organization one, a person two) and an NPI or another number.',
    check(draft, _context, report) {
      eachProvider(draft, report, (provider, { words, isNamed }, path) => {
        const hasId = provider.npi || provider.secondaryIds?.length;
        if (hasId && (!isNamed || hasName(provider))) return;
        const missing = !hasId ? 'npi' : provider.lastName ? 'firstName' : 'lastName';
        report(
          path(missing),
          isNamed
            ? `The ${words} needs a first name, a last name and an NPI.`
            : `The ${words} needs an NPI or another number.`,
          `Choose the ${words}, or clear it.`,
        );
      });
    },
  },
  {
    id: 'rendering-is-billing',
    severity: 'repaired',
    snip: 4,
    fields: ['renderingProvider'],
    source: 'X12 837P 2310B',
    summary: 'The rendering provider is only sent when it is not the billing provider.',
    check({ billingProvider, renderingProvider }, _context, report) {
      if (renderingProvider?.npi && renderingProvider.npi === billingProvider?.npi)
        report(
          'renderingProvider',
          'The rendering provider is the billing provider, and is not sent a second time.',
          'Nothing to do.',
          [{ path: 'renderingProvider' }],
        );
    },
  },
  {
    id: 'facility-is-billing',
    severity: 'repaired',
    snip: 4,
    fields: ['serviceFacility'],
    source: 'X12 837P 2310C',
    summary: 'The facility is only sent when it is not at the billing address.',
    check({ billingProvider, serviceFacility }, _context, report) {
      const [billing, facility] = [billingProvider?.address, serviceFacility?.address];
      if (!billing?.line1 || !facility || facility.line1 !== billing.line1) return;
      if (facility.line2 !== billing.line2 || facility.city !== billing.city) return;
      if (facility.state !== billing.state || facility.postalCode !== billing.postalCode) return;
      report(
        'serviceFacility',
        'The facility is at the billing address, and is not sent a second time.',
        'Nothing to do.',
        [{ path: 'serviceFacility' }],
      );
    },
  },
  {
    id: 'line-rendering-is-claims',
    severity: 'repaired',
    snip: 4,
    fields: ['serviceLines.*.renderingProvider'],
    source: 'X12 837P 2420A',
    summary: "A line's rendering provider is only sent when it is not the claim's.",
    check: eachLine(({ renderingProvider }, index, draft, _context, report) => {
      const npi = renderingProvider?.npi;
      if (npi && npi === draft.renderingProvider?.npi)
        report(
          linePath(index, 'renderingProvider'),
          "The line's rendering provider is the claim's, and is not sent a second time.",
          'Nothing to do.',
          [{ path: linePath(index, 'renderingProvider') }],
        );
    }),
  },
  {
    id: 'supervising-is-rendering',
    severity: 'warning',
    snip: 4,
    fields: ['supervisingProvider', 'serviceLines.*.supervisingProvider'],
    source: 'X12 837P 2310D, 2420D',
    summary: 'Nobody supervises himself.',
    check(draft, _context, report) {
      const message = 'The supervising provider is the rendering provider.';
      const fix = 'Choose who supervised, or clear it.';
      const rendering = draft.renderingProvider?.npi;
      if (rendering && draft.supervisingProvider?.npi === rendering)
        report('supervisingProvider', message, fix);
      draft.serviceLines?.forEach((line, index) => {
        const npi = line.supervisingProvider?.npi;
        if (npi && npi === (line.renderingProvider?.npi ?? rendering))
          report(linePath(index, 'supervisingProvider'), message, fix);
      });
    },
  },
  {
    id: 'rendering-needed',
    severity: 'warning',
    snip: 7,
    fields: ['renderingProvider'],
    source: 'CMS; payers deny visits that nobody is named for',
    summary: 'A visit billed by an organization names who saw the patient.',
    check(draft, _context, report) {
      if (hasRendering(draft) || !isOrganization(draft)) return;
      const visit = draft.serviceLines?.find(
        ({ procedureCode, renderingProvider }) =>
          procedureCode !== undefined &&
          !renderingProvider &&
          isIn(procedureCode, OFFICE_AND_HOSPITAL_VISITS),
      );
      if (visit)
        report(
          'renderingProvider',
          'An organization bills a visit, and nobody is named who saw the patient.',
          'Choose the rendering provider.',
        );
    },
  },
  {
    id: 'purchased-service-provider',
    severity: 'error',
    snip: 4,
    fields: ['serviceLines.*.purchasedServiceProvider'],
    source: 'X12 837P 2400 PS1, 2420B',
    summary: 'A purchased service names who it was bought from.',
    check: eachLine((line, index, _draft, _context, report) => {
      if (line.purchasedService && !line.purchasedServiceProvider)
        report(
          linePath(index, 'purchasedServiceProvider'),
          'The service was bought, and nobody is named who provided it.',
          'Add the provider with the NPI, or clear the purchase.',
        );
    }),
  },
];

function hasName({ organizationName, lastName, firstName }: DraftProvider): boolean {
  return Boolean(organizationName || (lastName && firstName));
}

/** One who is the billing provider is not sent, so names nobody. */
function hasRendering({ renderingProvider, billingProvider }: ClaimDraft): boolean {
  if (!renderingProvider) return false;
  return !renderingProvider.npi || renderingProvider.npi !== billingProvider?.npi;
}

function isOrganization({ billingProvider }: ClaimDraft): boolean {
  const name = billingProvider?.name;
  return name !== undefined && 'kind' in name && name.kind === 'organization';
}
