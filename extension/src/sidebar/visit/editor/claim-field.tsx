/** One field of the description as a control on the draft. */
import { ChoiceField, ChoicesField, FlagField, StateField, YesNoField } from '../choice-fields.tsx';
import { at } from '../claim-fields/find.ts';
import { choicesOf } from '../claim-fields/say.ts';
import type { FieldOf, FieldSpec } from '../claim-fields/spec.ts';
import { FIELD_KINDS } from '../field-kinds.ts';
import { setFields } from '../form.ts';
import { PayerField, PlaceField, ProviderField, RelationshipField, VisitDateField } from '../pick-fields.tsx';
import { TextsField, ValueField } from '../value-field.tsx';
import { useVisitTools } from '../visit-context.tsx';

/** A list has a way of its own to be drawn. */
export function ClaimField({ field, base }: { field: Exclude<FieldSpec, FieldOf<'list'>>; base: string }) {
  const path = at(base, field.path);
  const { label, help } = field;
  switch (field.kind) {
    case 'choice':
      return <ChosenField field={field} base={base} />;
    case 'choices':
      return <ChoicesField path={path} label={label} choices={field.choices} />;
    case 'flag':
      return <FlagField path={path} label={label} />;
    case 'yes-no':
      return <YesNoField path={path} label={label} help={help} />;
    case 'texts':
      return <TextsField path={path} label={label} help={help} />;
    case 'state':
      return <StateField path={path} label={label} />;
    case 'payer':
    case 'provider':
    case 'relationship':
    case 'place':
    case 'visit-date': {
      const Pick = PICKS[field.kind];
      const fills = Object.entries(field.fills).map(([name, filled]) => [name, at(base, filled)]);
      return <Pick path={path} label={label} fills={Object.fromEntries(fills)} />;
    }
    default:
      return <ValueField path={path} label={label} help={help} kind={FIELD_KINDS[field.kind]} />;
  }
}

const PICKS = {
  payer: PayerField,
  provider: ProviderField,
  relationship: RelationshipField,
  place: PlaceField,
  'visit-date': VisitDateField,
} as const;

function ChosenField({ field, base }: { field: FieldOf<'choice'>; base: string }) {
  const { form, update } = useVisitTools();
  const { also } = field;
  const choose = (value: string | undefined) =>
    update((form) => {
      const follows = Object.entries(also?.(form.draft, base, value) ?? {});
      const paths = [[field.path, value] as const, ...follows].map(([path, to]) => [at(base, path), to]);
      return setFields(form, Object.fromEntries(paths));
    });
  return (
    <ChoiceField
      path={at(base, field.path)}
      label={field.label}
      help={field.help}
      choices={choicesOf(field, form.draft, base)}
      blank={field.blank}
      showsCode={field.showsCode}
      onChoose={choose}
    />
  );
}
