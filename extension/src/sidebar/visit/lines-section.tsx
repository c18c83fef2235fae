/** The service lines as a table of fields, each line's findings under it, and the total. */
import { draftTotalCharge } from '@claimside/shared/claim';
import { formatMoney } from '@claimside/shared/values';
import { useState } from 'preact/hooks';
import { Button, IconButton } from '../../ui/parts/index.ts';
import { code, date, modifiers, money, pointers, units } from './field-kinds.ts';
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
  const { form, notices, update } = useVisitTools();
  const [isOpen, setOpen] = useState(false);
  const at = `serviceLines.${index}`;
  const line = form.draft.serviceLines?.[index] ?? {};
  const mine = noticesAt(notices, at);
  const ownDate =
    visitDates(form.draft).length > 1 ||
    noticesAt(mine, `${at}.serviceDate`, `${at}.serviceDateEnd`).length > 0;
  const showsMore =
    isOpen || ownDate || line.serviceDateEnd !== undefined || line.placeOfService !== undefined;
  const name = `Line ${index + 1}`;
  return (
    <li class="line">
      <div class="line-row">
        <button
          type="button"
          class="line-number"
          aria-expanded={showsMore}
          aria-label={`${name}, date and place`}
          title="Date and place of this line"
          onClick={() => setOpen(!isOpen)}
        >
          {index + 1}
        </button>
        <ValueField
          bare
          class="mono"
          path={`${at}.procedureCode`}
          label={`${name}, procedure code`}
          kind={code}
        />
        <ValueField
          bare
          class="mono"
          path={`${at}.modifiers`}
          label={`${name}, modifiers`}
          kind={modifiers}
        />
        <ValueField
          bare
          path={`${at}.diagnosisPointers`}
          label={`${name}, diagnosis letters`}
          kind={pointers}
        />
        <ValueField bare class="number" path={`${at}.units`} label={`${name}, units`} kind={units} />
        <ValueField bare class="number" path={`${at}.chargeAmount`} label={`${name}, charge`} kind={money} />
        <IconButton
          class="remove"
          label={`Remove line ${index + 1}`}
          icon="close"
          onClick={() => update((form) => removeLine(form, index))}
        />
      </div>
      {line.description && <p class="line-description small dim">{line.description}</p>}
      {showsMore && (
        <div class="group-fields line-more">
          <div class="width-third">
            <ValueField path={`${at}.serviceDate`} label="Date" kind={date} />
          </div>
          <div class="width-third">
            <ValueField path={`${at}.serviceDateEnd`} label="To" kind={date} />
          </div>
          <div class="width-third">
            <ValueField path={`${at}.placeOfService`} label="Place, if other" kind={code} />
          </div>
        </div>
      )}
      <Findings notices={mine} />
    </li>
  );
}
