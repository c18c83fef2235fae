/** Whose chart it is: address and phone in one line, as the name stands in the header. */
import { Group } from './group.tsx';
import { personFields } from './person-fields.tsx';
import { Shown } from './value-field.tsx';
import { useVisitTools } from './visit-context.tsx';

export function PatientSection() {
  const { address = {}, phone } = useVisitTools().form.draft.patient ?? {};
  const town = [address.city, [address.state, zip(address.postalCode)].filter(Boolean).join(' ')].filter(
    Boolean,
  );
  return (
    <Group
      name="Patient"
      paths={['patient']}
      summary={
        <>
          <Shown path="patient.address.line1" label="Street">
            {address.line1 ?? ''}
          </Shown>
          {', '}
          <Shown path="patient.address.city" label="City, state, ZIP">
            {town.join(', ')}
          </Shown>
          {phone && (
            <>
              {' · '}
              <Shown path="patient.phone" label="Phone">
                {phone.replace(/^(\d{3})(\d{3})(\d{4})$/, '$1-$2-$3')}
              </Shown>
            </>
          )}
        </>
      }
      fields={personFields('patient')}
    />
  );
}

const zip = (text = '') => text.replace(/^(\d{5})(\d{4})$/, '$1-$2');
