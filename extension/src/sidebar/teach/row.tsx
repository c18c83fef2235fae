/** One thing to teach: what is read of it now, and the buttons to point at it, take it away, take that back. */
import { type Capture, SURE } from '@claimside/shared/capture';
import { useEffect, useRef } from 'preact/hooks';
import { Button, IconButton } from '../../ui/parts/index.ts';
import { isUnfit } from './for-billing.ts';
import { isRowTaught } from './lesson.ts';
import { placesOf } from './places-shown.ts';
import { inSentence, type TeachRow } from './rows.ts';
import type { Lesson } from './teaching.ts';
import type { Acts } from './use-teaching.ts';

export function RowToTeach(props: { row: TeachRow; lesson: Lesson; acts: Acts }) {
  const { row, acts } = props;
  const { recipe, capture, now, next, before } = props.lesson;
  const button = useRef<HTMLElement>(null);
  const isNext = next === row.id && now?.is !== 'pointing';
  /** What was pressed may go away with the press: the row's own button takes the focus. */
  const focusPoint = () => button.current?.querySelector<HTMLElement>('[aria-pressed]')?.focus();
  useEffect(() => {
    if (isNext) focusPoint();
  }, [isNext, recipe]);
  const isPointing = now?.is === 'pointing' && now.row === row.id;
  const name = inSentence(row);
  return (
    <div class={`teach-row ${isNext ? 'is-next' : ''}`} data-places={placesOf(capture, row.id)}>
      <div class="teach-row-line">
        <span class="teach-label">{row.label}</span>
        <Read row={row} capture={capture} nothing={isNext ? 'not read: point at it next' : 'not read'} />
        <span class="teach-buttons" ref={button}>
          {before.has(row.id) && (
            <Button
              kind="quiet"
              class="small"
              aria-label={`Undo ${name}`}
              onClick={() => {
                focusPoint();
                acts.undo(row.id);
              }}
            >
              Undo
            </Button>
          )}
          {isRowTaught(recipe, row.id) && (
            <IconButton
              label={`Remove ${name}`}
              icon="close"
              onClick={() => {
                focusPoint();
                acts.remove(row.id);
              }}
            />
          )}
          <Button
            class="small"
            aria-label={isPointing ? `Stop pointing at ${row.words}` : `Point at ${row.words}`}
            aria-pressed={isPointing}
            onClick={() => (isPointing ? acts.stopPointing() : void acts.point(row.id))}
          >
            {isPointing ? 'Stop' : 'Point'}
          </Button>
        </span>
      </div>
      {now?.is === 'refused' && now.row === row.id && (
        <p class="field-problem" role="alert">
          {now.why}
        </p>
      )}
    </div>
  );
}

function Read({ row, capture, nothing }: { row: TeachRow; capture: Capture; nothing: string }) {
  if (row.id === 'lines' || row.id === 'diagnoses') {
    const codes =
      row.id === 'lines'
        ? capture.lines.map(({ procedureCode }) => procedureCode.value)
        : capture.diagnoses.map(({ code }) => code.value);
    return codes.length > 0 ? (
      <span class="teach-value mono">{codes.join(' ')}</span>
    ) : (
      <span class="teach-value dim">{nothing}</span>
    );
  }
  const read = capture.fields[row.id];
  const isWrong = isUnfit(capture, row.id);
  if (!read) return <span class="teach-value dim">{nothing}</span>;
  return (
    <span class="teach-value" title={read.place}>
      <span class={read.confidence < SURE ? 'unsure' : ''}>{read.value}</span>
      {isWrong ? (
        <span class="small tone-bad"> can’t be this</span>
      ) : (
        read.confidence < SURE && <span class="small dim"> check</span>
      )}
      <span class="teach-place small dim">{read.place}</span>
    </span>
  );
}
