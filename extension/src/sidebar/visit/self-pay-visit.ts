/** From a draft to the superbill of a patient who pays without insurance; or what is missing for it. */
import { SelfPayVisit } from '@claimside/shared/api';
import type { ClaimDraft } from '@claimside/shared/claim';
import { err, ok, type Result } from '@claimside/shared/values';

/** The path of the first value that is missing or can't be right. */
export function selfPayVisitOf(draft: ClaimDraft): Result<SelfPayVisit, string> {
  const { patient = {}, diagnoses = [], serviceLines = [] } = draft;
  const { lastName, firstName, middleName, suffix, birthDate, address } = patient;
  const read = SelfPayVisit.safeParse({
    patient: {
      lastName: lastName ?? '',
      ...given({ firstName, middleName, suffix }),
      birthDate: birthDate ?? '',
      // The paper does without one that is not whole.
      ...(isWhole(address) && { address }),
    },
    ...given({ renderingProvider: draft.renderingProvider, serviceFacility: draft.serviceFacility }),
    placeOfService: draft.placeOfService ?? '',
    diagnoses: diagnoses.map(({ code }) => ({ code })),
    lines: serviceLines.map((line) => ({
      serviceDate: line.serviceDate ?? '',
      procedureCode: line.procedureCode ?? '',
      modifiers: line.modifiers ?? [],
      units: line.units ?? 0,
      diagnosisPointers: line.diagnosisPointers ?? [],
      ...given({ charge: line.chargeAmount }),
    })),
    ...given({ paid: draft.patientPaidAmount }),
  });
  if (read.success) return ok(read.data);
  const [first] = read.error.issues;
  return err(
    (first?.path ?? [])
      .join('.')
      .replace(/^lines/, 'serviceLines')
      .replace(/^serviceLines$/, ''),
  );
}

const isWhole = (address: NonNullable<ClaimDraft['patient']>['address']): boolean =>
  SelfPayVisit.shape.patient.shape.address.safeParse(address).success && address !== undefined;

/** Without what is not there. */
function given<Values extends Record<string, unknown>>(values: Values): Partial<Values> {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined && value !== ''),
  ) as Partial<Values>;
}
