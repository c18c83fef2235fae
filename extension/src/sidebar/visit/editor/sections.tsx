/** The sections of a place (the claim, a line, a row): those in sight, the way to add another, and to take one away again. */
import { valueAt } from '@claimside/shared/claim';
import { useId, useMemo } from 'preact/hooks';
import { Button, IconButton } from '../../../ui/parts/index.ts';
import { at } from '../claim-fields/find.ts';
import { sayRow, sayValues } from '../claim-fields/say.ts';
import type { FieldOf, SectionSpec } from '../claim-fields/spec.ts';
import { capital, lower } from '../claim-fields/words.ts';
import { Findings } from '../findings.tsx';
import { setField } from '../form.ts';
import { noticesAt, type VisitNotice } from '../notices.ts';
import { Summary } from '../summary.tsx';
import { useVisitTools } from '../visit-context.tsx';
import { AddSection } from './add-section.tsx';
import { FieldGrid } from './field-grid.tsx';
import { useRemoval } from './undo.tsx';
import { type SectionInSight, useTold } from './use-told.ts';
import { clearingOf, inRows, type Place, sectionFor } from './visible.ts';

/** What a part is called where several alike may stand: `Note, line 2`. */
const called = (what: string, place: string) => [what, place].filter(Boolean).join(', ');

/** `name` is what the place is called: `line 2`, `` for the claim. `canAdd` is false while its way to more is folded away. */
export function Sections(props: { place: Place; name: string; canAdd?: boolean }) {
  const { place, name, canAdd = true } = props;
  const { base } = place;
  const { update, goTo } = useVisitTools();
  const told = useTold(place);
  const { remove, forget, said } = useRemoval();

  const add = (section: SectionSpec) => {
    forget();
    told.open(section);
    for (const field of section.fields) {
      if (field.kind !== 'list' || !field.opensWithRow) continue;
      update((form) => setField(form, at(base, field.path), [field.start?.(form.draft, base) ?? {}]));
    }
    goTo(firstPath(base, section));
  };
  return (
    <>
      {told.inSight.map((inSight) => {
        const { section, isOpen } = inSight;
        return (
          <Section
            key={section.id}
            base={base}
            place={name}
            {...inSight}
            onToggle={() => (isOpen ? told.close(section) : told.open(section))}
            onRemove={() => {
              told.close(section);
              remove(section.name, clearingOf(base, section), firstPath(base, section));
            }}
          />
        );
      })}
      {said}
      {canAdd && <AddSection name={name || 'this claim'} sections={told.outOfSight} onAdd={add} />}
    </>
  );
}

const firstPath = (base: string, { fields }: SectionSpec) => at(base, fields[0]?.path ?? '');

function Section(
  props: SectionInSight & { base: string; place: string; onToggle(): void; onRemove(): void },
) {
  const { base, place, section, isOpen, notices } = props;
  const { form } = useVisitTools();
  const id = useId();
  const note = section.note?.(form.draft, base);
  const name = called(section.name, place);
  return (
    <fieldset class="group extra" aria-label={name}>
      <div class="group-line">
        <div class="group-summary">
          <h3>{section.name}</h3> <Summary parts={isOpen ? [] : sayValues(section, form.draft, base)} />
        </div>
        <IconButton
          label={isOpen ? `Done with ${name}` : `Change ${name}`}
          icon={isOpen ? 'check' : 'pen'}
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={props.onToggle}
        />
        <IconButton class="remove" label={`Remove ${name}`} icon="close" onClick={props.onRemove} />
      </div>
      <FieldGrid
        id={id}
        base={base}
        fields={section.fields}
        isOpen={isOpen}
        sumsUp
        notices={notices}
        list={(field, mine) => <Rows base={base} place={place} field={field} notices={mine} />}
      />
      {note && <p class="small dim">{note}</p>}
    </fieldset>
  );
}

interface RowsProps {
  base: string;
  /** What the place is called that the list stands in. */
  place: string;
  field: FieldOf<'list'>;
  notices: readonly VisitNotice[];
}

/** The rows of a list, each with its fields and with sections of its own. */
function Rows({ base, place, field, notices }: RowsProps) {
  const { form, update, goTo } = useVisitTools();
  const { remove, forget, said } = useRemoval();
  const path = at(base, field.path);
  const found = valueAt(form.draft, path);
  const rows: readonly unknown[] = Array.isArray(found) ? found : [];

  const add = () => {
    forget();
    update((form) => setField(form, path, [...rows, field.start?.(form.draft, base) ?? {}]));
    goTo(`${path}.${rows.length}`);
  };
  const removeRow = (index: number, name: string) => {
    const rest = rows.filter((_, row) => row !== index);
    remove(name, { [path]: rest.length > 0 ? rest : undefined }, `${path}.${index}`);
  };
  return (
    <fieldset class="rows">
      <legend class={isNamedByRows(field) ? 'for-screen-readers' : 'field-label'}>{field.label}</legend>
      {rows.map((_, index) => {
        const row = `${path}.${index}`;
        const name = `${capital(field.item)} ${index + 1}`;
        return (
          <Row
            key={row}
            base={row}
            name={name}
            place={place}
            field={field}
            notices={noticesAt(notices, row)}
            onRemove={() => removeRow(index, name)}
          />
        );
      })}
      {said}
      <Findings notices={notices.filter(({ finding }) => finding.path === path)} />
      {rows.length < field.most && (
        <Button kind="quiet" class="small" icon="add" data-path={path} onClick={add}>
          {capital(field.item)}
        </Button>
      )}
    </fieldset>
  );
}

function Row(props: RowsProps & { name: string; onRemove(): void }) {
  const { base, name, field, notices } = props;
  const { form } = useVisitTools();
  const { fields, more = [] } = field;
  const place: Place = { base, parts: useMemo(() => partsOfRow(field), [field]), sections: more };
  const fullName = called(name, props.place);
  const note = field.note?.(form.draft, base);
  const isOneLine = more.length === 0 && inRows(fields.filter((one) => !one.isRare)).length === 1;
  const away = (
    <IconButton class="remove" label={`Remove ${fullName}`} icon="close" onClick={props.onRemove} />
  );
  return (
    <fieldset class={isOneLine ? 'one-line' : 'row'} aria-label={fullName}>
      {!isOneLine && (
        <div class="group-line">
          <h4 class="group-summary">{[name, sayRow(field, form.draft, base)].filter(Boolean).join(' · ')}</h4>
          {away}
        </div>
      )}
      <div>
        <FieldGrid
          base={base}
          fields={fields}
          isOpen
          sumsUp
          notices={notices.filter(({ finding }) => !sectionFor(place, finding.path))}
          list={(inner, mine) => <Rows base={base} place={fullName} field={inner} notices={mine} />}
        />
        {note && <p class="small dim">{note}</p>}
        {more.length > 0 && <Sections place={place} name={lower(fullName)} />}
      </div>
      {isOneLine && away}
    </fieldset>
  );
}

/** Its own fields, and the sections that a row may have. */
const partsOfRow = ({ item, fields, more = [] }: FieldOf<'list'>): readonly SectionSpec[] => [
  { id: 'row', name: item, fields },
  ...more,
];

/** `Attachments` over `Attachment 1` says nothing new. */
const isNamedByRows = ({ label, item }: FieldOf<'list'>): boolean =>
  [item, `${item}s`].includes(label.toLowerCase());
