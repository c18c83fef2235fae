/** Patients as somebody searches, to be opened or ticked; a list is brought and taken away here. For billers and admins. */
import type { PatientRow } from '@claimside/shared/api';
import { useState } from 'preact/hooks';
import { Button, CheckBox, Failed, Loading, More, TextInput } from '../ui/parts/index.ts';
import { SaveTable } from '../ui/save-table.tsx';
import { useFoundPatients, useKnownPatients, useServer, useSettled } from '../ui/server/index.ts';
import { BringPatients } from './bring/bring.tsx';
import { CheckPart } from './check/check-part.tsx';
import { ADD_ID } from './page.tsx';
import { Rows } from './rows.tsx';
import { type Ticked, ticking } from './ticked.ts';
import { patientsWords } from './words.ts';

const REST_MS = 200;

export function PatientList(props: {
  ticked: Ticked;
  onTick(ticked: Ticked): void;
  onOpen(patientKey: string): void;
  onAdd(): void;
}) {
  const { ticked, onTick } = props;
  const server = useServer();
  const [text, setText] = useState('');
  const [isTickedOnly, setTickedOnly] = useState(false);
  const settled = useSettled(text.trim(), REST_MS);
  const pages = useFoundPatients(settled);
  const found = pages.data?.pages.flatMap(({ patients }) => patients) ?? [];
  const kept = pages.data?.pages[0]?.kept ?? 0;
  const isOnly = isTickedOnly && ticked.size > 0;
  const rows = [...ticked.values()];
  // What was ticked may have been changed or checked since.
  const known = useKnownPatients(rows, isOnly);
  const shown = isOnly ? (known ?? rows) : found;
  const tick = (some: readonly PatientRow[], isTicked: boolean) => onTick(ticking(ticked, some, isTicked));
  return (
    <>
      <section class="patients-actions" aria-label="The list as a whole">
        <h2 class="for-screen-readers">The list as a whole</h2>
        <Button id={ADD_ID} icon="add" onClick={props.onAdd}>
          Add a patient
        </Button>
        {kept > 0 && <SaveTable name="patients" take={(format) => server.exportPatients(format)} />}
        <BringPatients />
      </section>
      <CheckPart
        intro="Tick patients below, or say who comes."
        ticked={ticked}
        onFound={(rows) => {
          tick(rows, true);
          setTickedOnly(rows.length > 0);
        }}
        onClear={() => onTick(new Map())}
      />
      <section class="patients-found" aria-label="Patients">
        <h2 class="for-screen-readers">Patients</h2>
        <div class="patients-search">
          <TextInput
            label="Name, date of birth or member ID"
            value={text}
            onType={(typed) => {
              setText(typed);
              setTickedOnly(false);
            }}
          />
          {ticked.size > 0 && (
            <CheckBox path="ticked-only" checked={isOnly} onChange={setTickedOnly}>
              Only the {ticked.size} ticked
            </CheckBox>
          )}
        </div>
        <p role="status" class="small dim">
          {pages.data && !isOnly && wordsOf(settled, found, kept)}
        </p>
        {pages.error && <Failed error={pages.error} onRetry={() => void pages.refetch()} />}
        {pages.isPending && <Loading what="the patients" />}
        {shown.length > 0 && <Rows rows={shown} ticked={ticked} onTick={tick} onOpen={props.onOpen} />}
        {!isOnly && <More pages={pages} what="patients" />}
      </section>
    </>
  );
}

function wordsOf(search: string, found: readonly PatientRow[], kept: number): string {
  if (search === '')
    return kept === 0
      ? 'No patients are kept yet. Whom you billed is found by name or member ID all the same.'
      : `${patientsWords(kept)} kept, by name. Others whom you billed are found by name or member ID.`;
  if (found.length === 0) return 'Nobody is found so.';
  const ofClaims = found.filter(({ isKept }) => !isKept).length;
  return `${patientsWords(found.length)} found${ofClaims === 0 ? '' : `, ${ofClaims} of them by claims only`}.`;
}
