/** The service lines as a table of fields, each line's findings under it, and the total. */
import { draftTotalCharge, isWithin } from '@claimside/shared/claim';
import { formatMoney } from '@claimside/shared/values';
import { useId, useRef, useState } from 'preact/hooks';
import { Button, Icon, IconButton } from '../../ui/parts/index.ts';
import { LINE_CELLS, LINE_DATES } from './claim-fields/basics.ts';
import { LINE_PARTS } from './claim-fields/find.ts';
import { LINE_SECTIONS } from './claim-fields/sections.ts';
import type { TypedKind } from './claim-fields/spec.ts';
import { descriptionOf } from './descriptions.ts';
import { Sections } from './editor/sections.tsx';
import { type Place, sectionFor } from './editor/visible.ts';
import { FIELD_KINDS } from './field-kinds.ts';
import { Findings } from './findings.tsx';
import { addLine, removeLine, visitDates } from './form.ts';
import { noticesAt } from './notices.ts';
import { ValueField } from './value-field.tsx';
import { useVisitTools } from './visit-context.tsx';

const MOST_LINES = 50;

export function LinesSection() {
  const { form, notices, update, goTo } = useVisitTools();
  const lines = form.draft.serviceLines ?? [];
  return (
    <section class="group" aria-label="Service lines">
      <div class="line-head small dim" aria-hidden="true">
        <span />
        <span>Code</span>
        <span>Mod</span>
        <span>Dx</span>
        <span class="number">Units</span>
        <span class="number">Charge</span>
        <span />
      </div>
      <ol>
        {form.lineIds.map((id, index) => (
          <Line key={id} index={index} />
        ))}
      </ol>
      <Findings notices={notices.filter(({ finding }) => finding.path === 'serviceLines')} />
      <div class="line-total">
        {lines.length < MOST_LINES && (
          <Button
            kind="quiet"
            icon="add"
            data-path="serviceLines"
            onClick={() => {
              update(addLine);
              goTo(`serviceLines.${lines.length}.procedureCode`);
            }}
          >
            Line
          </Button>
        )}
        <strong>
          <span class="for-screen-readers">Total charge </span>
          {formatMoney(draftTotalCharge(form.draft))}
        </strong>
      </div>
    </section>
  );
}

function Line({ index }: { index: number }) {
  const { form, known, notices, update, wanted } = useVisitTools();
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const turn = useRef(wanted.turn);
  const base = `serviceLines.${index}`;
  const place: Place = { base, parts: LINE_PARTS, sections: LINE_SECTIONS };
  if (turn.current !== wanted.turn) {
    turn.current = wanted.turn;
    if (LINE_DATES.some((field) => isWithin(wanted.path, `${base}.${field.path}`)) && !isOpen) setOpen(true);
  }
  const line = form.draft.serviceLines?.[index] ?? {};
  const mine = noticesAt(notices, base).filter(({ finding }) => !sectionFor(place, finding.path));
  const ownDate =
    visitDates(form.draft).length > 1 ||
    noticesAt(mine, `${base}.serviceDate`, `${base}.serviceDateEnd`).length > 0;
  const showsDates =
    isOpen || ownDate || line.serviceDateEnd !== undefined || line.placeOfService !== undefined;
  const name = `Line ${index + 1}`;
  const words = descriptionOf(form, index, known.context.codeSets);
  return (
    <li class="line">
      <div class="line-row">
        <button
          type="button"
          class="line-number"
          aria-expanded={isOpen}
          aria-controls={id}
          aria-label={`${name}, more`}
          title={`More for line ${index + 1}: date, place, drug, note …`}
          onClick={() => setOpen(!isOpen)}
        >
          {index + 1}
          <Icon name={isOpen ? 'less' : 'more'} />
        </button>
        {LINE_CELLS.map((cell) => (
          <ValueField
            key={cell.path}
            bare
            class={CELL_CLASSES[cell.kind] ?? ''}
            path={`${base}.${cell.path}`}
            label={`${name}, ${cell.label.toLowerCase()}`}
            kind={FIELD_KINDS[cell.kind]}
          />
        ))}
        <IconButton
          class="remove"
          label={`Remove line ${index + 1}`}
          icon="close"
          onClick={() => update((form) => removeLine(form, index))}
        />
      </div>
      {words && !words.isTyped && (
        <p class="line-description small dim">
          {words.use === 'sent' && 'Description: '}
          {words.text}
        </p>
      )}
      <Findings notices={mine} />
      <div id={id} class="line-more">
        {showsDates && (
          <div class="group-fields">
            {LINE_DATES.map(({ path, label, kind }) => (
              <div key={path} class="width-third">
                <ValueField path={`${base}.${path}`} label={label} kind={FIELD_KINDS[kind]} />
              </div>
            ))}
          </div>
        )}
        <Sections place={place} name={`line ${index + 1}`} canAdd={isOpen} />
      </div>
    </li>
  );
}

/** Codes in the mono face, numbers under each other. */
const CELL_CLASSES: Partial<Record<TypedKind, string>> = {
  code: 'mono',
  modifiers: 'mono',
  units: 'number',
  money: 'number',
};
