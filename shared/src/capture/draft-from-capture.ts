/** Capture -> ClaimDraft: what the page shows, completed by the practice's own data; says for each value where it came from. */
import type { PracticeSettings, Procedures } from '../api/index.ts';
import type { ClaimDraft } from '../claim/index.ts';
import { TELEHEALTH_MODIFIERS } from '../codes/index.ts';
import { wantsClia } from '../edits/wants-clia.ts';
import { billedAs } from './billing-profile.ts';
import type { Capture, Captured, CaptureField, CaptureNote } from './capture.ts';
import { linesFromCapture } from './lines-from-capture.ts';
import { splitName } from './names.ts';
import { findLocation, findPayer, findProvider, payerOnCoverage, providerOnClaim } from './practice-match.ts';
import { fromPage, fromPractice, guessed, type Provenance } from './provenance.ts';

/** The practice's own data with its fee schedule. */
export type PracticeContext = PracticeSettings & { readonly procedures: Procedures };

export interface CaptureDraft {
  readonly draft: ClaimDraft;
  /** By field path of the draft; a value without an entry was typed. */
  readonly provenance: Readonly<Record<string, Provenance>>;
  readonly notes: readonly CaptureNote[];
}

const PERSON_FIELDS = ['lastName', 'firstName', 'middleName', 'birthDate', 'sex', 'phone'] as const;
const ADDRESS_FIELDS = ['line1', 'line2', 'city', 'state', 'postalCode'] as const;

/** Builds a draft; never throws, never fills what neither page nor practice says. `practice` null: page only. */
export function draftFromCapture(capture: Capture, practice: PracticeContext | null): CaptureDraft {
  const provenance: Record<string, Provenance> = {};
  const take = (field: CaptureField, path: string = field): string | undefined => {
    const captured = capture.fields[field];
    if (captured) provenance[path] = fromPage(captured);
    return captured?.value;
  };
  const { fields } = capture;
  const lines = linesFromCapture(capture, practice);
  Object.assign(provenance, lines.provenance);

  const draft: ClaimDraft = {
    frequency: '1',
    providerSignatureOnFile: true,
    assignmentOfBenefits: 'A',
    benefitsToProvider: 'Y',
    releaseOfInformation: 'Y',
    patient: person('patient'),
    coverage: {
      payerName: take('coverage.payerName'),
      memberId: take('coverage.memberId'),
      groupNumber: take('coverage.groupNumber'),
    },
    relationshipToSubscriber: take(
      'coverage.relationship',
      'relationshipToSubscriber',
    ) as ClaimDraft['relationshipToSubscriber'],
    onsetDate: take('visit.onsetDate', 'onsetDate'),
    priorAuthorizationNumber: take('visit.priorAuthorizationNumber', 'priorAuthorizationNumber'),
    patientPaidAmount: lines.patientPaidAmount,
    diagnoses: lines.diagnoses,
    serviceLines: lines.serviceLines,
  };

  const whole = fields['patient.name'];
  if (whole && draft.patient && !draft.patient.lastName) {
    const split = splitName(whole.value);
    for (const part of ['lastName', 'firstName', 'middleName', 'suffix'] as const) {
      if (!split[part]) continue;
      draft.patient[part] = split[part];
      // A name in one piece never splits for certain: a person looks at it.
      provenance[`patient.${part}`] = guessed(fromPage(whole), 'name-parts');
    }
  }
  if (draft.relationshipToSubscriber && draft.relationshipToSubscriber !== '18')
    draft.subscriber = person('subscriber');

  if (practice) {
    fillPayer(draft, practice, fields['coverage.payerName'], fields['coverage.payerId'], provenance);
    fillProvider(draft, practice, capture, provenance);
    fillReferring(draft, capture, provenance);
    fillLocation(draft, practice, capture, provenance);
    fillBilling(draft, practice, provenance);
  } else {
    draft.placeOfService = take('visit.placeOfService', 'placeOfService');
  }
  return {
    draft: withoutUndefined(draft),
    provenance,
    notes: [...capture.notes, ...lines.notes, ...unknownProvider(draft, practice, fields)],
  };

  function person(who: 'patient' | 'subscriber') {
    const read = (part: string) => {
      const path = `${who}.${part}`;
      return take(path as CaptureField, path);
    };
    const address = Object.fromEntries(ADDRESS_FIELDS.map((part) => [part, read(`address.${part}`)]));
    return { ...Object.fromEntries(PERSON_FIELDS.map((part) => [part, read(part)])), address } as NonNullable<
      ClaimDraft['patient']
    >;
  }
}

function fillPayer(
  draft: ClaimDraft,
  practice: PracticeContext,
  name: Captured | undefined,
  id: Captured | undefined,
  provenance: Record<string, Provenance>,
) {
  const payer = findPayer(practice.payers, name?.value, id?.value);
  if (!payer || !draft.coverage) return;
  Object.assign(draft.coverage, payerOnCoverage(payer));
  // Found by its name, it is as sure as the name, which has a provenance of its own.
  provenance['coverage.payerId'] =
    id && !findPayer(practice.payers, name?.value) ? fromPage(id) : fromPractice("The practice's payer list");
}

function fillProvider(
  draft: ClaimDraft,
  practice: PracticeContext,
  capture: Capture,
  provenance: Record<string, Provenance>,
) {
  const name = capture.fields['visit.renderingProviderName'];
  const npi = capture.fields['visit.renderingProviderNpi'];
  const shown = npi ?? name;
  const only = practice.providers.length === 1 ? practice.providers[0] : undefined;
  const provider = shown ? findProvider(practice.providers, name?.value, npi?.value) : only;
  if (!provider) return;
  draft.renderingProvider = providerOnClaim(provider);
  provenance.renderingProvider = shown
    ? fromPage(shown)
    : { source: 'assumed', place: "The practice's only provider", confidence: 0.95 };
}

/** Who was seen by whom, where and with which insurance has a say in it. */
function fillBilling(draft: ClaimDraft, practice: PracticeContext, provenance: Record<string, Provenance>) {
  const { billingProvider, profile } = billedAs(practice, draft);
  draft.billingProvider = billingProvider;
  provenance.billingProvider = fromPractice(
    profile ? `Practice settings, billing profile ${profile.name}` : 'Practice settings',
  );
}

/** Else the claim would only say that nobody is named. */
function unknownProvider(
  { renderingProvider }: ClaimDraft,
  practice: PracticeContext | null,
  fields: Capture['fields'],
): CaptureNote[] {
  const isNamed = fields['visit.renderingProviderName'] ?? fields['visit.renderingProviderNpi'];
  if (!isNamed || renderingProvider || !practice?.providers.length) return [];
  return [
    {
      code: 'unknown-provider',
      message:
        'The provider named in the chart is not in the practice’s list. Choose who saw the patient, or have an admin add them.',
      // Known to be answered once the claim names one.
      fields: ['visit.renderingProviderName'],
    },
  ];
}

function fillReferring(draft: ClaimDraft, capture: Capture, provenance: Record<string, Provenance>) {
  const name = capture.fields['visit.referringProviderName'];
  const npi = capture.fields['visit.referringProviderNpi'];
  if (!name || !npi) return;
  draft.referringProvider = { ...splitName(name.value), npi: npi.value };
  provenance.referringProvider = guessed(fromPage(name), 'name-parts');
}

function fillLocation(
  draft: ClaimDraft,
  practice: PracticeContext,
  capture: Capture,
  provenance: Record<string, Provenance>,
) {
  const facility = capture.fields['visit.facilityName'];
  const place = capture.fields['visit.placeOfService'];
  const only = practice.locations.length === 1 ? practice.locations[0] : undefined;
  const location = facility ? findLocation(practice.locations, facility.value) : only;
  if (place) {
    draft.placeOfService = place.value;
    provenance.placeOfService = fromPage(place);
  } else if (location) {
    draft.placeOfService = location.placeOfService;
    provenance.placeOfService = facility
      ? fromPage(facility)
      : saysTelehealth(draft)
        ? guessed(ONLY_LOCATION, 'telehealth')
        : ONLY_LOCATION;
  }
  // A visit elsewhere was not at the practice's only location.
  const isThere = facility !== undefined || draft.placeOfService === location?.placeOfService;
  if (
    location?.cliaNumber &&
    isThere &&
    draft.serviceLines?.some((line) => wantsClia(line, draft.coverage))
  ) {
    draft.cliaNumber = location.cliaNumber;
    provenance.cliaNumber = fromPractice('Practice settings, location', facility?.confidence);
  }
  if (location?.serviceFacility && isThere) {
    draft.serviceFacility = location.serviceFacility;
    provenance.serviceFacility = fromPractice('Practice settings, location', facility?.confidence);
  }
}

const ONLY_LOCATION: Provenance = {
  source: 'assumed',
  place: "The practice's only location",
  confidence: 0.95,
};

/** Then the patient was not at a location of the practice, as a rule. */
const saysTelehealth = ({ serviceLines = [] }: ClaimDraft): boolean =>
  serviceLines.some(({ modifiers = [] }) =>
    modifiers.some((modifier) => TELEHEALTH_MODIFIERS.includes(modifier)),
  );

/** The same value with every undefined property left out, at any depth. */
function withoutUndefined<T>(value: T): T {
  if (Array.isArray(value)) return value.map(withoutUndefined) as T;
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return Object.fromEntries(kept.map(([key, inner]) => [key, withoutUndefined(inner)])) as T;
}
