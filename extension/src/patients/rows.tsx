/** Patients in rows: their coverages in order, and how the last check ended. */
import type { PatientCoverage, PatientRow } from '@claimside/shared/api';
import { checkWord } from '@claimside/shared/patients';
import { ageOf, Tag, When } from '../ui/parts/index.ts';
import { useNow } from '../ui/use-now.ts';
import { rowId } from './page.tsx';
import type { Ticked } from './ticked.ts';
import { checkedOtherwise, coverageName, nameOf, relationWords } from './words.ts';

interface Tools {
  readonly ticked: Ticked;
  onTick(rows: readonly PatientRow[], isTicked: boolean): void;
  onOpen(patientKey: string): void;
}

export function Rows({ rows, ...tools }: { rows: readonly PatientRow[] } & Tools) {
  const { ticked, onTick } = tools;
  const areAll = rows.every(({ patientKey }) => ticked.has(patientKey));
  return (
    <table class="patients-table">
      <thead>
        <tr>
          <th scope="col" class="tick">
            <label>
              <input
                type="checkbox"
                checked={areAll}
                onChange={(event) => onTick(rows, event.currentTarget.checked)}
              />
              <span class="for-screen-readers">All shown</span>
            </label>
          </th>
          <th scope="col">Patient</th>
          <th scope="col">Primary</th>
          <th scope="col">Secondary</th>
          <th scope="col">Last check</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.patientKey} row={row} {...tools} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ row, ticked, onTick, onOpen }: { row: PatientRow } & Tools) {
  const { patientKey, patient, coverages, lastCheck, isKept } = row;
  const of = (rank: PatientCoverage['rank']) => coverages.find((one) => one.rank === rank);
  const name = nameOf(patient);
  return (
    <tr>
      <td class="tick">
        <label>
          <input
            type="checkbox"
            checked={ticked.has(patientKey)}
            onChange={(event) => onTick([row], event.currentTarget.checked)}
          />
          <span class="for-screen-readers">{name}</span>
        </label>
      </td>
      <th scope="row">
        <button type="button" id={rowId(patientKey)} class="link" onClick={() => onOpen(patientKey)}>
          {name}
        </button>
        <span class="dim small">
          {[patient.birthDate, patient.sex].filter(Boolean).join(' ')}
          {!isKept && ' · by claims only'}
        </span>
      </th>
      <Covered heading="Primary" coverage={of('P')} />
      <Covered heading="Secondary" coverage={of('S')} />
      <td data-heading="Last check">{lastCheck && <Checked row={row} />}</td>
    </tr>
  );
}

function Covered({ heading, coverage }: { heading: string; coverage: PatientCoverage | undefined }) {
  return (
    <td data-heading={heading}>
      {coverage && (
        <>
          {coverageName(coverage)}
          <span class="dim small">{relationWords(coverage)}</span>
        </>
      )}
    </td>
  );
}

function Checked({ row: { lastCheck, coverages } }: { row: PatientRow }) {
  const now = useNow();
  if (!lastCheck) return null;
  const { label, tone } = checkWord(lastCheck);
  const otherwise = checkedOtherwise(
    lastCheck,
    coverages.find(({ rank }) => rank === 'P'),
  );
  return (
    <>
      <Tag tone={otherwise === undefined ? tone : 'neutral'}>{label}</Tag>
      <span class="dim small">
        <When instant={lastCheck.at} now={now} /> ({ageOf(lastCheck.at, now)}){otherwise && ` ${otherwise}`}
      </span>
    </>
  );
}
