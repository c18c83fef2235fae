/** Name, birth date and sex of the patient this sidebar is bound to. */
import { Shown } from './value-field.tsx';
import { useVisitTools } from './visit-context.tsx';

export function PatientLine() {
  const { patient = {} } = useVisitTools().form.draft;
  const name = [patient.lastName, [patient.firstName, patient.middleName].filter(Boolean).join(' ')].filter(
    Boolean,
  );
  return (
    <>
      <Shown path="patient.lastName" label="Patient">
        {name.join(', ')}
      </Shown>{' '}
      <span class="head-facts">
        <Shown path="patient.birthDate" label="Birth date">
          {patient.birthDate ?? ''}
        </Shown>{' '}
        <Shown path="patient.sex" label="Sex">
          {patient.sex ?? ''}
        </Shown>
      </span>
    </>
  );
}
