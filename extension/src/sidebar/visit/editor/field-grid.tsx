/** The fields of a part side by side, with what was found right under them, and the few that are one more step away. */
import type { VNode } from 'preact';
import { useId, useState } from 'preact/hooks';
import { Button } from '../../../ui/parts/index.ts';
import { at, valuesOf } from '../claim-fields/find.ts';
import type { FieldOf, FieldSpec } from '../claim-fields/spec.ts';
import { lower } from '../claim-fields/words.ts';
import { Findings, isPlainlyMissing } from '../findings.tsx';
import { noticesAt, type VisitNotice } from '../notices.ts';
import { useVisitTools } from '../visit-context.tsx';
import { ClaimField } from './claim-field.tsx';
import { inRows, rareFields, visibleFields } from './visible.ts';

export interface FieldGridProps {
  id?: string;
  base: string;
  fields: readonly FieldSpec[];
  /** All its fields are asked for; else only those in trouble show. */
  isOpen: boolean;
  /** Everything that is missing is said in one row. */
  sumsUp?: boolean;
  /** What was found in this part. */
  notices: readonly VisitNotice[];
  /** Draws a list, where there is one: its rows have fields and sections of their own. */
  list?(field: FieldOf<'list'>, notices: readonly VisitNotice[]): VNode;
}

export function FieldGrid(props: FieldGridProps) {
  const { id, base, fields, isOpen, notices, list, sumsUp = false } = props;
  const { form } = useVisitTools();
  const [showsRare, setShowsRare] = useState(false);
  const moreId = useId();
  const seen = { form, base, notices, isOpen, showsRare };
  const shown = visibleFields(fields, seen);
  const hidden = isOpen ? rareFields(fields, seen) : [];
  const of = (some: readonly FieldSpec[]) =>
    noticesAt(notices, ...some.flatMap((field) => valuesOf(field).map((path) => at(base, path))));
  // What is missing shows as an empty field and is said once, at the end; what is wrong is said where it stands.
  const placed = new Set(of(shown).filter((notice) => !isPlainlyMissing(notice)));
  const inLists = new Set(of(shown.filter((field) => field.kind === 'list')));
  return (
    <>
      <div id={id} class="group-fields" hidden={shown.length === 0 && hidden.length === 0}>
        {inRows(shown).flatMap((row) => [
          ...row.map((field) => (
            <div key={field.path} class={`width-${field.width ?? 'full'}`}>
              {field.kind === 'list' ? list?.(field, of([field])) : <ClaimField field={field} base={base} />}
            </div>
          )),
          <FindingsBelow
            key={`below ${row[0]?.path}`}
            notices={of(row).filter((notice) => placed.has(notice) && !inLists.has(notice))}
          />,
        ])}
        {(hidden.length > 0 || showsRare) && (
          <div key={moreId} class="width-full">
            <Button
              kind="quiet"
              class="small more-fields"
              icon={showsRare ? 'less' : 'more'}
              aria-expanded={showsRare}
              onClick={() => setShowsRare(!showsRare)}
            >
              <span>{showsRare ? 'Fewer fields' : namesOf(hidden)}</span>
            </Button>
          </div>
        )}
      </div>
      <Findings
        sumsUp={sumsUp}
        notices={notices.filter((notice) => !placed.has(notice) && !inLists.has(notice))}
      />
    </>
  );
}

function FindingsBelow({ notices }: { notices: readonly VisitNotice[] }) {
  if (notices.length === 0) return null;
  return (
    <div class="width-full">
      <Findings notices={notices} />
    </div>
  );
}

/** `Middle name, suffix, country`: what the press will show. */
function namesOf(fields: readonly FieldSpec[]): string {
  const names = [...new Set(fields.map(({ label }) => label))].map((label, index) =>
    index === 0 ? label : lower(label),
  );
  return names.length > 3 ? `${names.slice(0, 3).join(', ')} …` : names.join(', ');
}
