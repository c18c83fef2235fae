/** The patients as a list, for clinicians who comes; one of them, or a new one. What is ticked and asked stays on the way there and back. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../ui/parts/index.ts';
import { Coming } from './coming.tsx';
import { PatientList } from './list.tsx';
import { NewPatient } from './one/new-patient.tsx';
import { PatientView } from './one/patient-view.tsx';
import type { Ticked } from './ticked.ts';

type Place =
  | { readonly kind: 'list' }
  | { readonly kind: 'new' }
  | { readonly kind: 'one'; readonly key: string };

export function PatientsPage({ canChange }: { canChange: boolean }) {
  const [place, setPlace] = useState<Place>({ kind: 'list' });
  const [ticked, setTicked] = useState<Ticked>(new Map());
  const cameFrom = useRef<string>();
  useEffect(() => {
    if (place.kind !== 'list' || cameFrom.current === undefined) return;
    document.getElementById(cameFrom.current)?.focus();
    cameFrom.current = undefined;
  }, [place]);
  const open = (next: Place, from: string) => {
    cameFrom.current = from;
    setPlace(next);
  };
  return (
    <main class="patients options">
      <h1>Patients</h1>
      {place.kind !== 'list' && (
        <Button class="patients-back" icon="back" onClick={() => setPlace({ kind: 'list' })}>
          {canChange ? 'All patients' : 'Who comes'}
        </Button>
      )}
      {/* Kept while another is open: what is searched, ticked and asked is there on the way back. */}
      <div class="patients-list" hidden={place.kind !== 'list'}>
        {canChange ? (
          <PatientList
            ticked={ticked}
            onTick={setTicked}
            onOpen={(key) => open({ kind: 'one', key }, rowId(key))}
            onAdd={() => open({ kind: 'new' }, ADD_ID)}
          />
        ) : (
          <Coming
            ticked={ticked}
            onTick={setTicked}
            onOpen={(key) => open({ kind: 'one', key }, rowId(key))}
          />
        )}
      </div>
      {place.kind === 'one' && (
        <PatientView
          key={place.key}
          patientKey={place.key}
          canChange={canChange}
          onMoved={(key) => setPlace({ kind: 'one', key })}
        />
      )}
      {place.kind === 'new' && (
        <NewPatient
          onAdded={(key) => setPlace({ kind: 'one', key })}
          onCancel={() => setPlace({ kind: 'list' })}
        />
      )}
    </main>
  );
}

export const ADD_ID = 'add-patient';
export const rowId = (patientKey: string): string => `patient-${patientKey.slice(0, 16)}`;
