/** A part of the visit in one line, with all its fields behind the pen; fields in trouble show even while it is closed. */
import type { ComponentChildren } from 'preact';
import { useId, useRef, useState } from 'preact/hooks';
import { IconButton } from '../../ui/parts/index.ts';
import { partAt } from './claim-fields/find.ts';
import type { SectionSpec } from './claim-fields/spec.ts';
import { FieldGrid } from './editor/field-grid.tsx';
import { Summary, type SummaryPart } from './summary.tsx';
import { useVisitTools } from './visit-context.tsx';

export function Group(props: {
  part: SectionSpec;
  summary: readonly SummaryPart[];
  /** Said when no part of the summary is there. */
  empty: string;
  /** In the line, before the pen. */
  beside?: ComponentChildren;
  /** Between the line and the fields. */
  children?: ComponentChildren;
}) {
  const { part, summary, empty } = props;
  const { notices, wanted } = useVisitTools();
  const [isOpen, setOpen] = useState(false);
  const turn = useRef(0);
  const id = useId();
  if (turn.current !== wanted.turn) {
    turn.current = wanted.turn;
    if (partAt(wanted.path) === part.id && !isOpen) setOpen(true);
  }
  const name = part.name.toLowerCase();
  return (
    <section class="group" aria-label={part.name}>
      <div class="group-line">
        <div class="group-summary">
          <Summary parts={summary} />
          {summary.every(({ text }) => !text) && <span class="dim">{empty}</span>}
        </div>
        {props.beside}
        <IconButton
          label={isOpen ? `Done with ${name}` : `Change ${name}`}
          icon={isOpen ? 'check' : 'pen'}
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => setOpen(!isOpen)}
        />
      </div>
      {props.children}
      <FieldGrid
        id={id}
        base=""
        fields={part.fields}
        isOpen={isOpen}
        notices={notices.filter(({ finding }) => partAt(finding.path) === part.id)}
      />
    </section>
  );
}
