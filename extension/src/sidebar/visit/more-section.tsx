/** What few claims need: patient's payment, prior authorization, onset, referring provider. */
import { formatMoney } from '@claimside/shared/values';
import { code, date, digits, money } from './field-kinds.ts';
import { type FieldSpec, Group } from './group.tsx';
import { ValueField } from './value-field.tsx';
import { useVisitTools } from './visit-context.tsx';

const PATHS = ['patientPaidAmount', 'priorAuthorizationNumber', 'onsetDate', 'referringProvider'] as const;

export function MoreSection() {
  const { draft } = useVisitTools().form;
  const referring = draft.referringProvider;
  const known = [
    draft.patientPaidAmount === undefined ? '' : `Patient paid ${formatMoney(draft.patientPaidAmount)}`,
    draft.priorAuthorizationNumber ? `Prior auth ${draft.priorAuthorizationNumber}` : '',
    draft.onsetDate ? `Onset ${draft.onsetDate}` : '',
    referring ? `Referred by ${[referring.lastName, referring.firstName].filter(Boolean).join(', ')}` : '',
  ].filter(Boolean);
  return (
    <Group
      name="More"
      paths={PATHS}
      summary={
        known.length > 0 ? (
          known.join(' · ')
        ) : (
          <span class="dim">Patient paid, prior auth, onset, referring: none</span>
        )
      }
      fields={[
        field('patientPaidAmount', 'Patient paid', money),
        field('priorAuthorizationNumber', 'Prior authorization', code),
        field('onsetDate', 'Onset of illness', date),
        field('referringProvider.npi', 'Referring NPI', digits),
        field('referringProvider.lastName', 'Referring last name'),
        field('referringProvider.firstName', 'Referring first name'),
      ]}
    />
  );
}

function field(path: string, label: string, kind?: typeof date): FieldSpec {
  return {
    path,
    label,
    width: 'half',
    field: <ValueField path={path} label={label} {...(kind ? { kind } : {})} />,
  };
}
