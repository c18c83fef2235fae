/** Whose chart it is: address and phone in one line, as the name stands in the header. */
import { PATIENT } from './claim-fields/basics.ts';
import { Group } from './group.tsx';
import { useVisitTools } from './visit-context.tsx';

export function PatientSection() {
  const { address = {}, phone } = useVisitTools().form.draft.patient ?? {};
  const town = [address.city, [address.state, zip(address.postalCode)].filter(Boolean).join(' ')].filter(
    Boolean,
  );
  return (
    <Group
      part={PATIENT}
      empty="Address not known"
      summary={[
        { path: 'patient.address.line1', label: 'Street', text: address.line1 },
        { path: 'patient.address.city', label: 'City, state, ZIP', text: town.join(', '), before: ', ' },
        {
          path: 'patient.phone',
          label: 'Phone',
          text: phone?.replace(/^(\d{3})(\d{3})(\d{4})$/, '$1-$2-$3'),
        },
      ]}
    />
  );
}

const zip = (text = '') => text.replace(/^(\d{5})(\d{4})$/, '$1-$2');
