/** What few claims need: patient's payment, prior authorization, onset, referring provider. */
import { formatMoney } from '@claimside/shared/values';
import { code, date, digits, money } from './field-kinds.ts';
import { type FieldSpec, Group, type SummaryPart } from './group.tsx';
import { ValueField } from './value-field.tsx';
import { useVisitTools } from './visit-context.tsx';

const PATHS = ['patientPaidAmount', 'priorAuthorizationNumber', 'onsetDate', 'referringProvider'] as const;

export function MoreSection() {
  const { draft } = useVisitTools().form;
  const referring = draft.referringProvider;
  return (
    <Group
      name="More"
      paths={PATHS}
      empty="Patient paid, prior auth, onset, referring: none"
      summary={[
        part(
          'patientPaidAmount',
          'Patient paid',
          draft.patientPaidAmount && formatMoney(draft.patientPaidAmount),
        ),
        part('priorAuthorizationNumber', 'Prior auth', draft.priorAuthorizationNumber),
        part('onsetDate', 'Onset', draft.onsetDate),
        part(
          'referringProvider.npi',
          'Referred by',
          referring && [referring.lastName, referring.firstName].filter(Boolean).join(', '),
        ),
      ]}
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

/** Named in the line itself: an amount or a date alone would not say what it is. */
function part(path: string, label: string, text: string | 0 | undefined): SummaryPart {
  return { path, label, text: text ? `${label} ${text}` : undefined };
}
