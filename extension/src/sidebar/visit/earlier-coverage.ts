/**
 * How the patient was insured on an earlier claim, or is by the practice's patient list: whether that may be offered for this visit, taking it and giving it
 * back. Parts of two policies never mix, and nothing that page or person says is overwritten.
 */
import type { EarlierCoverage } from '@claimside/shared/api';
import { type Capture, type CaptureField, nameKey } from '@claimside/shared/capture';
import { type ClaimDraft, isWithin, valueAt } from '@claimside/shared/claim';
import { SELF } from './claim-fields/basics.ts';
import { isMissing } from './claim-fields/say.ts';
import type { VisitForm } from './form.ts';
import { writeValue } from './list-values.ts';

/** What was taken, by path of the draft, and what it was taken from. */
export interface TakenCoverage {
  readonly offer: EarlierCoverage;
  readonly values: Readonly<Record<string, string>>;
}

/** `the claim of 2026-11-16`. */
export const sourceWords = ({ source, asOf }: EarlierCoverage): string =>
  source === 'claim' ? `the claim of ${asOf}` : `your patient list of ${asOf}`;

/** Those of the earlier coverages that say nothing else than page and person do; none once a member ID stands there. */
export function offersFor(
  { draft, taken }: VisitForm,
  fields: Capture['fields'],
  earlier: readonly EarlierCoverage[],
): readonly EarlierCoverage[] {
  if (taken || !isMissing(draft.coverage?.memberId)) return [];
  return earlier.filter((offer) => fits(offer, draft, fields));
}

const OTHERS = 'otherCoverages';

/** What the page says counts although the draft may have no use for it: a subscriber without a relationship. */
const COMPARED: readonly (readonly [path: string, field: CaptureField | undefined])[] = [
  ['coverage.memberId', 'coverage.memberId'],
  ['coverage.groupNumber', 'coverage.groupNumber'],
  ['coverage.payerId', 'coverage.payerId'],
  ['relationshipToSubscriber', 'coverage.relationship'],
  ['patient.sex', 'patient.sex'],
  ['subscriber.lastName', 'subscriber.lastName'],
  ['subscriber.firstName', 'subscriber.firstName'],
  ['subscriber.birthDate', 'subscriber.birthDate'],
  ['subscriber.organizationName', undefined],
];

function fits(offer: EarlierCoverage, draft: ClaimDraft, fields: Capture['fields']): boolean {
  const { payerId, payerName } = draft.coverage ?? {};
  // The same payer has many spellings: its id outranks them.
  if (!isMissing(payerName) && isMissing(payerId) && !isSame(payerName, offer.coverage.payerName))
    return false;
  const isSelf = offer.relationshipToSubscriber === SELF;
  const claimed = { ...offer, subscriber: isSelf ? draft.patient : offer.subscriber };
  return COMPARED.every(([path, field]) => {
    const said = valueAt(draft, path) ?? (field && fields[field]?.value);
    return isMissing(said) || isSame(said, valueAt(claimed, path));
  });
}

const isSame = (one: unknown, other: unknown): boolean =>
  nameKey(String(one)) === nameKey(String(other ?? ''));

/** The form with what is missing of coverage, insured person, address and sex filled from what is known. */
export function takeCoverage(form: VisitForm, offer: EarlierCoverage): VisitForm {
  // A list that a person emptied stays empty.
  const values = Object.fromEntries(
    Object.entries(lacking(offer, form.draft)).filter(
      ([path]) => !isWithin(path, OTHERS) || !form.byHand.has(OTHERS),
    ),
  );
  const isFilled = (path: string) => Object.hasOwn(values, path);
  const byHand = new Set([...form.byHand].filter((path) => !isFilled(path)));
  return { ...form, byHand, draft: written(form.draft, values), taken: { offer, values }, letGo: undefined };
}

/** A press on what was offered beside `shown`. The page may have moved on under it: then it was meant for another visit. */
export const pressedOn =
  (shown: VisitForm, offer: EarlierCoverage) =>
  (now: VisitForm): VisitForm =>
    now === shown ? takeCoverage(now, offer) : now;

/** Takes out what was taken; what a person changed since stays. */
export function giveBackCoverage(form: VisitForm): VisitForm {
  const { taken, ...rest } = form;
  const ours = Object.keys(taken?.values ?? {}).filter((path) => isTaken(form, path));
  const draft = ours.reduce((at, path) => writeValue(at, path, undefined), form.draft);
  return { ...rest, draft: withoutEmptyOthers(draft) };
}

/** What was taken of the second insurance leaves no row behind. */
function withoutEmptyOthers(draft: ClaimDraft): ClaimDraft {
  const { otherCoverages, ...rest } = draft;
  return otherCoverages === undefined || leaves(otherCoverages).length > 0 ? draft : rest;
}

/** The value at the path stands there as it was taken. */
export function isTaken({ taken, draft, byHand }: VisitForm, path: string): boolean {
  const value = taken?.values[path];
  const isByHand = [...byHand].some((changed) => isWithin(path, changed));
  return value !== undefined && !isByHand && valueAt(draft, path) === value;
}

/** Before a new reading of the visit is merged: a page that says otherwise now has the last word, and that is told. */
export function keepIfItFits(form: VisitForm, read: ClaimDraft, fields: Capture['fields']): VisitForm {
  if (!form.taken || fits(form.taken.offer, read, fields)) return form;
  return { ...giveBackCoverage(form), letGo: sourceWords(form.taken.offer) };
}

/** What was taken, in a new reading: only where that, and a person, still say nothing. */
export function takenAgain(
  draft: ClaimDraft,
  { taken, byHand }: Pick<VisitForm, 'taken' | 'byHand'>,
): { readonly draft: ClaimDraft; readonly taken?: TakenCoverage } {
  if (!taken) return { draft };
  const still = Object.entries(lacking(taken.offer, draft)).filter(
    ([path]) => Object.hasOwn(taken.values, path) && ![...byHand].some((changed) => isWithin(path, changed)),
  );
  const values = Object.fromEntries(still);
  return still.length === 0 ? { draft } : { draft: written(draft, values), taken: { ...taken, values } };
}

/** What would be filled besides the coverage itself, in words: `sex`, `address`. */
export function filledBesides(offer: EarlierCoverage, draft: ClaimDraft): readonly string[] {
  const paths = Object.keys(lacking(offer, draft));
  return [
    ...(paths.some((path) => isWithin(path, 'subscriber')) ? ['insured person'] : []),
    ...(paths.some((path) => isWithin(path, OTHERS)) ? [`second insurance ${offer.second?.payer.name}`] : []),
    ...(paths.includes('patient.sex') ? ['sex'] : []),
    ...(paths.some((path) => isWithin(path, 'patient.address')) ? ['address'] : []),
  ];
}

/** Values of the offer that the draft lacks. An address and the other insurances are taken as a whole or not at all. */
function lacking(offer: EarlierCoverage, draft: ClaimDraft): Record<string, string> {
  const { coverage, relationshipToSubscriber, subscriber, patient, second } = offer;
  const { benefitsToProvider = 'Y', releaseOfInformation = 'Y' } = draft;
  const parts = leaves({
    coverage,
    relationshipToSubscriber,
    subscriber: relationshipToSubscriber === SELF ? undefined : subscriber,
    patient,
    [OTHERS]: second && [{ ...second, benefitsToProvider, releaseOfInformation }],
  });
  const begun = ['coverage.payerAddress', 'patient.address', 'subscriber.address', OTHERS].filter(
    (path) => leaves(valueAt(draft, path)).length > 0,
  );
  return Object.fromEntries(
    parts.filter(([path]) => isMissing(valueAt(draft, path)) && !begun.some((part) => isWithin(path, part))),
  );
}

const written = (draft: ClaimDraft, values: Readonly<Record<string, string>>): ClaimDraft =>
  Object.entries(values).reduce((at, [path, value]) => writeValue(at, path, value), draft);

/** Every text at any depth with its path. */
function leaves(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return value === '' ? [] : [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, path === '' ? key : `${path}.${key}`));
}
