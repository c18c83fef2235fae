/** Who is billed: payer, member, and the insured person when that is somebody else. */
import { RELATIONSHIPS } from '@claimside/shared/codes';
import { Combobox } from '../../ui/parts/index.ts';
import { code } from './field-kinds.ts';
import { originOf, setFields } from './form.ts';
import { type FieldSpec, Group } from './group.tsx';
import { blocks, noticesAt } from './notices.ts';
import { personFields } from './person-fields.tsx';
import { ChoiceField, OriginMark, ValueField } from './value-field.tsx';
import { useVisitTools } from './visit-context.tsx';

const SELF = '18';
const PAYER_PATHS = ['coverage.payerId', 'coverage.payerName', 'coverage.claimFilingIndicator'] as const;

export function CoverageSection() {
  const { form } = useVisitTools();
  const { coverage = {}, relationshipToSubscriber: relationship } = form.draft;
  const isSelf = relationship === SELF || relationship === undefined;
  return (
    <Group
      name="Coverage"
      paths={['coverage', 'relationshipToSubscriber', 'subscriber']}
      empty="Coverage not known"
      summary={[
        { path: 'coverage.payerName', label: 'Payer', text: coverage.payerName },
        { path: 'coverage.payerId', label: 'Payer ID', text: coverage.payerId, before: ' ' },
        { path: 'coverage.memberId', label: 'Member ID', text: coverage.memberId },
        {
          path: 'relationshipToSubscriber',
          label: 'Patient is',
          text: relationship && (RELATIONSHIPS[relationship] ?? relationship).toLowerCase(),
        },
      ]}
      fields={[...coverageFields(), ...(isSelf ? [] : personFields('subscriber', 'Insured'))]}
    />
  );
}

function coverageFields(): FieldSpec[] {
  return [
    { path: 'coverage.payerId', label: 'Payer', covers: PAYER_PATHS, field: <PayerField /> },
    {
      path: 'coverage.memberId',
      label: 'Member ID',
      width: 'half',
      field: <ValueField path="coverage.memberId" label="Member ID" kind={code} />,
    },
    {
      path: 'coverage.groupNumber',
      label: 'Group number',
      width: 'half',
      field: <ValueField path="coverage.groupNumber" label="Group number" />,
    },
    {
      path: 'relationshipToSubscriber',
      label: 'Patient is',
      width: 'half',
      field: <RelationshipField />,
    },
  ];
}

function PayerField() {
  const { form, practice, notices, update } = useVisitTools();
  const { payerName, payerId } = form.draft.coverage ?? {};
  const payers = practice?.payers ?? [];
  return (
    <div class="field">
      <span class="field-label">
        Payer
        <OriginMark kind={originOf(form, 'coverage.payerId').kind} />
      </span>
      <Combobox
        label="Payer, search by name or ID"
        path="coverage.payerId"
        shown={[payerName, payerId].filter(Boolean).join(' ')}
        choices={payers.map((payer) => ({
          value: payer.payerId,
          label: payer.name,
          mark: payer.payerId,
          words: payer.aliases.join(' '),
        }))}
        invalid={noticesAt(notices, ...PAYER_PATHS).some(blocks)}
        nothing="Not among the practice's payers. An admin adds it with: claimside payers import."
        onChoose={({ value }) => {
          const payer = payers.find((candidate) => candidate.payerId === value);
          if (!payer) return;
          update((at) =>
            setFields(at, {
              'coverage.payerId': payer.payerId,
              'coverage.payerName': payer.name,
              'coverage.claimFilingIndicator': payer.claimFilingIndicator,
            }),
          );
        }}
      />
    </div>
  );
}

/** Choosing self takes the insured person away: a claim can't have both. */
function RelationshipField() {
  const { update } = useVisitTools();
  return (
    <ChoiceField
      path="relationshipToSubscriber"
      label="Patient is"
      choices={RELATIONSHIPS}
      onChoose={(value) =>
        update((at) =>
          setFields(at, {
            relationshipToSubscriber: value,
            ...(value === SELF ? { subscriber: undefined } : {}),
          }),
        )
      }
    />
  );
}
