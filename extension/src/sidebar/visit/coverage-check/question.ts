/** From a draft to the question whether its patient is covered; or what is missing to ask. */
import type { CoverageToCheck, EligibilityCheck, PracticeSettings } from '@claimside/shared/api';
import { serviceTypeOfVisit, usualServiceType } from '@claimside/shared/benefits';
import type { ClaimDraft } from '@claimside/shared/claim';
import { RELATIONSHIPS } from '@claimside/shared/codes';
import { err, type IsoDate, isIsoDate, ok, type Result } from '@claimside/shared/values';
import { SELF } from '../claim-fields/basics.ts';
import { visitDates } from '../form.ts';

const PLAN = '30';

/** In the order in which a person would look. */
const NEEDED: readonly (readonly [path: string, name: string, is: (draft: ClaimDraft) => unknown])[] = [
  ['coverage.payerId', 'payer', ({ coverage }) => coverage?.payerId && coverage.payerName],
  ['patient.lastName', 'last name', ({ patient }) => patient?.lastName],
  ['patient.firstName', 'first name', ({ patient }) => patient?.firstName],
  ['patient.birthDate', 'birth date', ({ patient }) => isIsoDate(patient?.birthDate ?? '')],
];

export interface Missing {
  /** Of the first. */
  readonly path: string;
  /** `payer, birth date`. */
  readonly names: string;
}

/** `today` where the visit has no day yet; the practice tells what its visits are where the codes do not. */
export function questionOf(
  draft: ClaimDraft,
  today: IsoDate,
  practice: PracticeSettings | null = null,
): Result<CoverageToCheck, Missing> {
  const missing = NEEDED.filter(([, , is]) => !is(draft));
  const [first] = missing;
  if (first) return err({ path: first[0], names: missing.map(([, name]) => name).join(', ') });
  const { patient = {}, coverage = {}, subscriber = {} } = draft;
  const { lastName = '', firstName = '', middleName, suffix, birthDate } = patient;
  const { payerName = '', payerId = '', memberId, claimFilingIndicator } = coverage;
  const relationship = draft.relationshipToSubscriber ?? SELF;
  const born = subscriber.birthDate ?? '';
  return ok({
    patient: {
      lastName,
      firstName,
      ...(middleName && { middleName }),
      ...(suffix && { suffix }),
      birthDate: birthDate as IsoDate,
    },
    relationshipToSubscriber: isRelationship(relationship) ? relationship : 'G8',
    ...(relationship !== SELF && {
      subscriber: {
        ...(subscriber.lastName && { lastName: subscriber.lastName }),
        ...(subscriber.firstName && { firstName: subscriber.firstName }),
        ...(isIsoDate(born) && { birthDate: born }),
      },
    }),
    coverage: {
      payerName,
      payerId,
      ...(memberId && { memberId }),
      ...(claimFilingIndicator && { claimFilingIndicator }),
    },
    serviceDate: dayAsked(draft, today),
    serviceTypes: [PLAN, serviceTypeIn(draft, practice)],
  });
}

/** For which day coverage is asked: the first of the visit; `today` where it has none yet. */
export const dayAsked = (draft: ClaimDraft, today: IsoDate): IsoDate =>
  visitDates(draft).filter(isIsoDate)[0] ?? today;

export const serviceTypeIn = (
  { serviceLines = [], renderingProvider }: ClaimDraft,
  practice: PracticeSettings | null,
): string =>
  serviceTypeOfVisit(
    serviceLines.flatMap(({ procedureCode }) => procedureCode ?? []),
    usualServiceType(practice, renderingProvider?.taxonomy),
  );

const isRelationship = (code: string): code is CoverageToCheck['relationshipToSubscriber'] =>
  Object.hasOwn(RELATIONSHIPS, code);

/** What a check was about, where that is not the coverage that stands in the draft: `member ID W99`. */
export function askedOtherwise(
  { payerId, payerName, memberId }: Pick<EligibilityCheck, 'payerId' | 'payerName' | 'memberId'>,
  { coverage = {} }: ClaimDraft,
): string | undefined {
  if (!isSame(payerId, coverage.payerId)) return payerName;
  return isSame(memberId ?? '', coverage.memberId) ? undefined : `member ID ${memberId ?? 'left out'}`;
}

const isSame = (one: string, other: string | undefined): boolean => plain(one) === plain(other ?? '');
const plain = (text: string): string => text.replace(/\s/g, '').toUpperCase();

/** Paths of the inquiry, as refusals name them, in the draft; undefined for what no field of the visit can mend. */
export function pathInDraft(field: string, { relationshipToSubscriber }: ClaimDraft): string | undefined {
  const isSelf = (relationshipToSubscriber ?? SELF) === SELF;
  const [of, ...rest] = field.split('.');
  const name = rest.join('.');
  if (field === 'payer.id') return 'coverage.payerId';
  if (field === 'subscriber.memberId') return 'coverage.memberId';
  if (field === 'serviceDate') return 'visitDate';
  if (of === 'dependent') return `patient.${name}`;
  if (of === 'subscriber' && name !== 'references') return isSelf ? `patient.${name}` : `subscriber.${name}`;
  return field === 'subscriber.references' ? 'coverage.groupNumber' : undefined;
}
