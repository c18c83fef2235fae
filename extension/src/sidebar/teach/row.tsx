/** One thing to teach: what is read of it now, and the buttons to point at it, take it away, take that back. */
import { SURE } from '@claimside/shared/capture';
import { useEffect, useRef } from 'preact/hooks';
import { Button, IconButton } from '../../ui/parts/index.ts';
import { isRowTaught } from './lesson.ts';
import { inSentence, type TeachRow } from './rows.ts';
import type { Teaching } from './use-teaching.ts';

export function RowToTeach({ row, teaching }: { row: TeachRow; teaching: Teaching }) {
  const { recipe, pointing, next, refusal } = teaching;
  const button = useRef<HTMLElement>(null);
  const isNext = next === row.id && pointing === undefined;
  /** What was pressed may go away with the press: the row's own button takes the focus. */
  const focusPoint = () => button.current?.querySelector<HTMLElement>('[aria-pressed]')?.focus();
  useEffect(() => {
    if (isNext) focusPoint();
  }, [isNext, recipe]);
  const isTaught = recipe !== undefined && isRowTaught(recipe, row.id);
  const undo = teaching.undoOf(row.id);
  const isPointing = pointing === row.id;
  const name = inSentence(row);
  return (
    <div class={`teach-row ${isNext ? 'is-next' : ''}`}>
      <div class="teach-row-line">
        <span class="teach-label">{row.label}</span>
        <Read row={row} teaching={teaching} nothing={isNext ? 'not read: point at it next' : 'not read'} />
        <span class="teach-buttons" ref={button}>
          {undo && (
            <Button
              kind="quiet"
              class="small"
              aria-label={`Undo ${name}`}
              onClick={() => {
                focusPoint();
                undo();
              }}
            >
              Undo
            </Button>
          )}
          {isTaught && (
            <IconButton
              label={`Remove ${name}`}
              icon="close"
              onClick={() => {
                focusPoint();
                teaching.remove(row.id);
              }}
            />
          )}
          <Button
            class="small"
            aria-label={isPointing ? `Stop pointing at ${row.words}` : `Point at ${row.words}`}
            aria-pressed={isPointing}
            onClick={() => (isPointing ? teaching.stopPointing() : void teaching.point(row.id))}
          >
            {isPointing ? 'Stop' : 'Point'}
          </Button>
        </span>
      </div>
      {refusal?.row === row.id && (
        <p class="field-problem" role="alert">
          {refusal.why}
        </p>
      )}
    </div>
  );
}

function Read(props: { row: TeachRow; teaching: Teaching; nothing: string }) {
  const { row, nothing } = props;
  const { capture } = props.teaching;
  if (!capture) return <span class="teach-value dim">…</span>;
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
  if (!read) return <span class="teach-value dim">{nothing}</span>;
  return (
    <span class="teach-value" title={read.place}>
      <span class={read.confidence < SURE ? 'unsure' : ''}>{read.value}</span>
      {read.confidence < SURE && <span class="small dim"> check</span>}
      <span class="teach-place small dim">{read.place}</span>
    </span>
  );
}
