/** The diagnoses with their letters; the first is principal. */
import { useState } from 'preact/hooks';
import { IconButton, NOT_FOR_PASSWORD_MANAGERS } from '../../ui/parts/index.ts';
import { code, diagnosisLetter } from './field-kinds.ts';
import { Findings } from './findings.tsx';
import { addDiagnosis, removeDiagnosis } from './form.ts';
import { noticesAt } from './notices.ts';
import { ValueField } from './value-field.tsx';
import { useVisitTools } from './visit-context.tsx';

const MOST_DIAGNOSES = 12;

export function DiagnosesSection() {
  const { form, notices, update } = useVisitTools();
  const diagnoses = form.draft.diagnoses ?? [];
  const [typed, setTyped] = useState('');
  const add = () => {
    const read = code.read(typed);
    setTyped('');
    if (read.ok && typeof read.value === 'string') {
      const added = read.value;
      update((at) => addDiagnosis(at, added));
    }
  };
  return (
    <section class="group" aria-label="Diagnoses">
      <h2>Diagnoses</h2>
      <ol class="diagnoses">
        {diagnoses.map((diagnosis, index) => (
          <li key={form.diagnosisIds[index]} class="diagnosis" title={diagnosis.description}>
            <span class="letter" aria-hidden="true">
              {diagnosisLetter(index + 1)}
            </span>
            <ValueField
              bare
              class="mono"
              path={`diagnoses.${index}.code`}
              label={`Diagnosis ${diagnosisLetter(index + 1)}${diagnosis.description ? `, ${diagnosis.description}` : ''}`}
              kind={code}
            />
            <IconButton
              class="remove"
              label={`Remove diagnosis ${diagnosisLetter(index + 1)}`}
              icon="close"
              onClick={() => update((at) => removeDiagnosis(at, index))}
            />
          </li>
        ))}
        {diagnoses.length < MOST_DIAGNOSES && (
          <li class="diagnosis">
            <input
              class="input bare mono add-diagnosis"
              aria-label="Add a diagnosis code"
              placeholder="+ code"
              data-path="diagnoses"
              value={typed}
              {...NOT_FOR_PASSWORD_MANAGERS}
              spellcheck={false}
              onInput={(event) => setTyped(event.currentTarget.value)}
              onBlur={add}
              onKeyDown={(event) => event.key === 'Enter' && !event.ctrlKey && add()}
            />
          </li>
        )}
      </ol>
      <Findings notices={noticesAt(notices, 'diagnoses')} />
    </section>
  );
}
