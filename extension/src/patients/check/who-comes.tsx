/** Who comes: a list that is pasted, or a schedule's file; who of it is known is ticked, and the others are told by their line. */
import type { PatientRow, ScheduledPatients } from '@claimside/shared/api';
import { useMutation } from '@tanstack/preact-query';
import { useRef } from 'preact/hooks';
import { Faults } from '../../ui/bring-list.tsx';
import { Button, Field, NOT_FOR_PASSWORD_MANAGERS } from '../../ui/parts/index.ts';
import { sentenceOf } from '../../ui/server/index.ts';
import { patientsWords } from '../words.ts';

export function WhoComes(props: {
  /** What is pasted; undefined where nothing is about to be. */
  text: string | undefined;
  onType(text: string | undefined): void;
  look(text: string): Promise<ScheduledPatients>;
  bring(file: File): Promise<ScheduledPatients>;
  onFound(rows: readonly PatientRow[]): void;
}) {
  const { text, onType } = props;
  const chooser = useRef<HTMLInputElement>(null);
  const find = useMutation({
    mutationFn: (asked: string | File) =>
      typeof asked === 'string' ? props.look(asked) : props.bring(asked),
    onSuccess: ({ found }) => props.onFound(found),
  });
  const isOpen = text !== undefined;
  return (
    <div class="who-comes">
      <div class="section-actions">
        <Button aria-expanded={isOpen} onClick={() => onType(isOpen ? undefined : '')}>
          Paste a list
        </Button>
        <Button disabled={find.isPending} onClick={() => chooser.current?.click()}>
          Bring a schedule
        </Button>
        <input
          ref={chooser}
          type="file"
          accept=".csv,.tsv,.txt,.xlsx"
          class="for-screen-readers"
          aria-label="Schedule with names and dates of birth (CSV or Excel)"
          tabIndex={-1}
          onChange={(event) => {
            const [file] = event.currentTarget.files ?? [];
            event.currentTarget.value = '';
            if (file) find.mutate(file);
          }}
        />
      </div>
      {isOpen && (
        <>
          <Field label="One patient a line, with the date of birth" hint="Such as Quintero, Marta 04/12/1978">
            {(control) => (
              <textarea
                {...control}
                {...NOT_FOR_PASSWORD_MANAGERS}
                class="input"
                rows={5}
                maxLength={50_000}
                spellcheck={false}
                value={text}
                onInput={(event) => onType(event.currentTarget.value)}
              />
            )}
          </Field>
          <div class="section-actions">
            <Button disabled={find.isPending || text.trim() === ''} onClick={() => find.mutate(text)}>
              Find and tick them
            </Button>
          </div>
        </>
      )}
      <div role="status">{find.data && <Found found={find.data} />}</div>
      {find.error && (
        <p class="finding tone-bad" role="alert">
          {sentenceOf(find.error)}
        </p>
      )}
    </div>
  );
}

function Found({ found: { found, faults, faultCount } }: { found: ScheduledPatients }) {
  return (
    <>
      <p class="small">
        {found.length === 0 ? 'Nobody of it is known.' : `${patientsWords(found.length)} found and ticked.`}
      </p>
      {faultCount > 0 && (
        <div class="list-preview">
          <p class="finding tone-warning">
            {faultCount === 1 ? '1 line is' : `${faultCount.toLocaleString('en-US')} lines are`} not taken.
          </p>
          <Faults faults={faults} count={faultCount} />
        </div>
      )}
    </>
  );
}
