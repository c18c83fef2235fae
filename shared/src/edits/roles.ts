/** Everyone a claim names besides patient and insured, with the words for each, so that a rule about providers is written once. */
import type { ClaimDraft } from '../claim/index.ts';
import type { Report } from './edit.ts';
import type { DraftFacility, DraftProvider } from './walk.ts';

export interface Role {
  readonly field:
    | 'renderingProvider'
    | 'referringProvider'
    | 'primaryCareProvider'
    | 'supervisingProvider'
    | 'orderingProvider'
    | 'purchasedServiceProvider';
  /** As it stands in a sentence. */
  readonly words: string;
  /** The guide has a place for the name. */
  readonly isNamed: boolean;
}

const RENDERING: Role = {
  field: 'renderingProvider',
  words: 'rendering provider',
  isNamed: true,
};
const REFERRING: Role = {
  field: 'referringProvider',
  words: 'referring provider',
  isNamed: true,
};
const PRIMARY_CARE: Role = {
  field: 'primaryCareProvider',
  words: 'primary care provider',
  isNamed: true,
};
const SUPERVISING: Role = {
  field: 'supervisingProvider',
  words: 'supervising provider',
  isNamed: true,
};
const ORDERING: Role = {
  field: 'orderingProvider',
  words: 'ordering provider',
  isNamed: true,
};
/** 2420B carries an id and no name. */
const PURCHASED: Role = {
  field: 'purchasedServiceProvider',
  words: 'provider of the purchased service',
  isNamed: false,
};

/** One provider of the draft: `path` is its place, made only when asked for. */
export type ProviderCheck = (
  provider: DraftProvider,
  role: Role,
  path: (field: string) => string,
  report: Report,
) => void;

/** Every provider of the claim and of its lines. */
export function eachProvider(draft: ClaimDraft, report: Report, check: ProviderCheck): void {
  if (draft.renderingProvider) atClaim(draft.renderingProvider, RENDERING, report, check);
  if (draft.referringProvider) atClaim(draft.referringProvider, REFERRING, report, check);
  if (draft.primaryCareProvider) atClaim(draft.primaryCareProvider, PRIMARY_CARE, report, check);
  if (draft.supervisingProvider) atClaim(draft.supervisingProvider, SUPERVISING, report, check);
  const lines = draft.serviceLines;
  if (!lines) return;
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index];
    if (!line) continue;
    if (line.renderingProvider) atLine(index, line.renderingProvider, RENDERING, report, check);
    if (line.referringProvider) atLine(index, line.referringProvider, REFERRING, report, check);
    if (line.primaryCareProvider) atLine(index, line.primaryCareProvider, PRIMARY_CARE, report, check);
    if (line.supervisingProvider) atLine(index, line.supervisingProvider, SUPERVISING, report, check);
    if (line.orderingProvider) atLine(index, line.orderingProvider, ORDERING, report, check);
    if (line.purchasedServiceProvider) atLine(index, line.purchasedServiceProvider, PURCHASED, report, check);
  }
}

function atClaim(provider: DraftProvider, role: Role, report: Report, check: ProviderCheck): void {
  check(provider, role, (field) => `${role.field}.${field}`, report);
}

function atLine(
  line: number,
  provider: DraftProvider,
  role: Role,
  report: Report,
  check: ProviderCheck,
): void {
  check(provider, role, (field) => `serviceLines.${line}.${role.field}.${field}`, report);
}

/** The places where services were given: of the claim and of its lines. */
export function eachFacility(draft: ClaimDraft, see: (facility: DraftFacility, path: string) => void): void {
  if (draft.serviceFacility) see(draft.serviceFacility, 'serviceFacility');
  draft.serviceLines?.forEach(({ serviceFacility }, index) => {
    if (serviceFacility) see(serviceFacility, `serviceLines.${index}.serviceFacility`);
  });
}

/** Fields of `eachProvider` as the page of all edits writes them. */
export const providerFields = (field: string): readonly string[] => [
  `*.${field}`,
  `serviceLines.*.*.${field}`,
];
