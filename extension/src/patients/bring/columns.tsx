/** What each column of a file is taken for; a person says it of those that are not known, or wrongly taken. */
import type { BroughtColumn, PatientsPreview } from '@claimside/shared/api';
import {
  COVERAGE_COLUMNS,
  COVERAGE_RANKS,
  type CoverageColumn,
  columnWords,
  PATIENT_COLUMNS,
  type PatientColumn,
  PERSON_COLUMNS,
  type PersonColumn,
  RANK_WORDS,
  type SaidColumns,
} from '@claimside/shared/patients';
import { useEffect, useState } from 'preact/hooks';
import { Field, Tag } from '../../ui/parts/index.ts';

const LEFT_OUT = '';

/** `isBusy`: the file is being looked at, as it was said last. */
export function Columns(props: {
  preview: PatientsPreview;
  isBusy: boolean;
  onSaid(columns: SaidColumns): void;
}) {
  const { isBusy } = props;
  const { columns, isRemembered, faults } = props.preview;
  const [saidSince, setSaidSince] = useState<SaidColumns>();
  useEffect(() => {
    if (!isBusy) setSaidSince(undefined);
  }, [isBusy]);
  // The next column is said beside those of which the answer has not come yet.
  const said: SaidColumns = saidSince ?? columns.map(({ meaning }) => meaning ?? LEFT_OUT);
  const known = said.filter((meaning) => meaning !== LEFT_OUT).length;
  // Open from the start where something is to be said; then it stays as a person leaves it.
  const [isOpen] = useState(() => known < columns.length || faults.some(({ line }) => line === undefined));
  const say = (at: number, meaning: PatientColumn | '') => {
    const next = said.map((before, index) =>
      // Of two columns with one meaning, the one said last has it.
      index === at ? meaning : before === meaning ? LEFT_OUT : before,
    );
    setSaidSince(next);
    props.onSaid(next);
  };
  return (
    <details class="brought-columns" open={isOpen}>
      <summary>
        Columns: {known} known
        {known < columns.length && `, ${columns.length - known} left out`}
        {isRemembered && ', as you said for such a file before'}
      </summary>
      <div class="columns-said">
        {columns.map((column, at) => (
          <ColumnChoice
            key={`${at} ${column.heading}`}
            column={column}
            meaning={said[at] ?? LEFT_OUT}
            onSay={(meaning) => say(at, meaning)}
          />
        ))}
      </div>
    </details>
  );
}

function ColumnChoice(props: {
  column: BroughtColumn;
  meaning: PatientColumn | '';
  onSay(meaning: PatientColumn | ''): void;
}) {
  const { meaning } = props;
  const { heading, samples } = props.column;
  return (
    <div class="column-said">
      <Field label={heading === '' ? 'Without a heading' : heading}>
        {(control) => (
          <select
            {...control}
            class="input"
            value={meaning}
            onChange={(event) => {
              const { value } = event.currentTarget;
              props.onSay(PATIENT_COLUMNS.find((column) => column === value) ?? LEFT_OUT);
            }}
          >
            <option value={LEFT_OUT}>Leave out</option>
            <optgroup label="Patient">
              {(Object.keys(PERSON_COLUMNS) as PersonColumn[]).map((column) => (
                <option key={column} value={column}>
                  {PERSON_COLUMNS[column]}
                </option>
              ))}
            </optgroup>
            {COVERAGE_RANKS.map((rank) => (
              <optgroup key={rank} label={RANK_WORDS[rank]}>
                {(Object.keys(COVERAGE_COLUMNS) as CoverageColumn[]).map((part) => (
                  <option key={part} value={`${rank}.${part}`}>
                    {columnWords(`${rank}.${part}`)}
                  </option>
                ))}
              </optgroup>
            ))}
            <option value="rank">{columnWords('rank')}</option>
          </select>
        )}
      </Field>
      <p class="small dim">
        {meaning === LEFT_OUT && <Tag tone="warning">Left out</Tag>}
        {samples.length === 0 ? 'No cell is filled.' : samples.join(' · ')}
      </p>
    </div>
  );
}
