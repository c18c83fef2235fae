/** Name, birth date and sex of the patient this sidebar is bound to. */
import type { ClaimDraft } from '@claimside/shared/claim';
import { Shown } from './value-field.tsx';

/** `isOpen`: the visit's card is in view, so that pressing a value goes to its field. */
export function PatientLine({ patient = {}, isOpen }: { patient: ClaimDraft['patient']; isOpen: boolean }) {
  const { lastName, firstName, middleName, birthDate = '', sex = '' } = patient;
  const name = [lastName, [firstName, middleName].filter(Boolean).join(' ')].filter(Boolean).join(', ');
  if (!isOpen) {
    return (
      <>
        {name || 'Patient not known'}{' '}
        <span class="head-facts">
          {birthDate} {sex}
        </span>
      </>
    );
  }
  return (
    <>
      <Shown path="patient.lastName" label="Patient" missing="No name read">
        {name}
      </Shown>{' '}
      <span class="head-facts">
        <Shown path="patient.birthDate" label="Birth date" missing="no birth date">
          {birthDate}
        </Shown>{' '}
        <Shown path="patient.sex" label="Sex" missing="no sex">
          {sex}
        </Shown>
      </span>
    </>
  );
}
