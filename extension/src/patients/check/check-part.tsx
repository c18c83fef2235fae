/** *Check coverage* of a list of patients, tomorrow's say: ticked below, pasted, or out of a schedule's file. */
import type { PatientRow, ScheduledPatients } from '@claimside/shared/api';
import { usualServiceType } from '@claimside/shared/benefits';
import { peopleInText, primaryOn, questionAbout } from '@claimside/shared/patients';
import { addDays, isIsoDate } from '@claimside/shared/values';
import { useMutation } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { Button, dayOf, Field } from '../../ui/parts/index.ts';
import { namedAs, sentenceOf, usePractice, useServer } from '../../ui/server/index.ts';
import { useUnsaved } from '../../ui/use-unsaved.ts';
import type { Ticked } from '../ticked.ts';
import { patientsWords } from '../words.ts';
import { Checks } from './checks.tsx';
import { type ListKept, useListKept } from './list-kept.ts';
import { WhoComes } from './who-comes.tsx';

/** In one list. */
const MOST = 200;

/** Of the last list, as long as it is to come; else tomorrow. */
const dayToCome = (list: ListKept | undefined): string =>
  list && list.day >= dayOf(new Date()) ? list.day : addDays(dayOf(new Date()), 1);

export function CheckPart(props: {
  /** How patients come to be ticked. */
  intro: string;
  ticked: Ticked;
  onFound(rows: readonly PatientRow[]): void;
  onClear(): void;
}) {
  const { ticked, onFound } = props;
  const server = useServer();
  const usual = usualServiceType(usePractice().data);
  const [asked, keepAsked] = useListKept();
  const [typedDay, setDay] = useState<string>();
  const day = typedDay ?? dayToCome(asked);
  const [pasted, setPasted] = useState<string>();
  const [checkedOf, setCheckedOf] = useState<string>();
  useUnsaved(pasted === checkedOf ? '' : (pasted ?? ''));
  const [leftOut, setLeftOut] = useState(0);
  const start = useMutation({
    mutationFn: async () => {
      if (!isIsoDate(day)) return;
      // As they are known now: what was ticked may have been changed since.
      const { found } = await server.namedPatients(
        [...ticked.values()].map(({ patient }) => namedAs(patient)),
      );
      const rows = found.filter(({ coverages }) => primaryOn(coverages, day));
      setLeftOut(found.length - rows.length);
      if (rows.length === 0) return;
      const list = rows.flatMap(({ patient, coverages }) => {
        const first = primaryOn(coverages, day);
        return first ? questionAbout(patient, first, day, usual) : [];
      });
      const { id } = await server.startChecks(list, crypto.randomUUID());
      keepAsked({ id, day });
      setCheckedOf(pasted);
    },
  });
  const problem = isIsoDate(day) ? undefined : 'Choose a day.';
  const isTooMany = ticked.size > MOST;
  const canStart = !start.isPending && ticked.size > 0 && problem === undefined && !isTooMany;
  return (
    <section class="patients-check" aria-label="Check coverage of a list">
      <h2>Check coverage of a list</h2>
      <p class="dim">{props.intro}</p>
      <WhoComes
        text={pasted}
        onType={setPasted}
        look={(text) => lookFor(text)}
        bring={(file) => server.scheduledPatients(file)}
        onFound={onFound}
      />
      <div class="patients-ask">
        <Field label="Date of service" problem={problem}>
          {(control) => (
            <input
              {...control}
              class="input"
              type="date"
              value={day}
              onInput={(event) => setDay(event.currentTarget.value)}
            />
          )}
        </Field>
        <Button kind="main" disabled={!canStart} onClick={() => start.mutate()}>
          Check coverage{ticked.size > 0 && ` of ${patientsWords(ticked.size)}`}
        </Button>
        {ticked.size > 0 && <Button onClick={props.onClear}>Tick none</Button>}
      </div>
      {isTooMany && (
        <p class="finding tone-warning">At most {MOST} patients are asked about at once: tick fewer.</p>
      )}
      <p role="status" class="small">
        {leftOut > 0 &&
          `${patientsWords(leftOut)} ${leftOut === 1 ? 'has' : 'have'} no primary coverage that counts on the day, and nobody is asked.`}
      </p>
      {start.error && (
        <p class="finding tone-bad" role="alert">
          {sentenceOf(start.error)}
        </p>
      )}
      {asked !== undefined && (
        <Checks
          key={asked.id}
          list={asked}
          onAgain={canStart ? () => start.mutate() : undefined}
          onClose={() => keepAsked(undefined)}
        />
      )}
    </section>
  );

  /** Lines without a name and a date of birth are told beside those whom nobody knows. */
  async function lookFor(text: string): Promise<ScheduledPatients> {
    const { people, unread } = peopleInText(text);
    const known: ScheduledPatients =
      people.length === 0
        ? { found: [], faultCount: 0, faults: [] }
        : await server.namedPatients(people.map(({ line: _, ...person }) => person));
    const faults = [
      ...known.faults.map((fault) => ({ ...fault, line: people[(fault.line ?? 0) - 1]?.line })),
      ...unread.map((line) => ({
        line,
        message: 'No name with a date of birth is in it.',
        fix: 'Write it as Last, First 04/12/1978.',
      })),
    ];
    return {
      found: known.found,
      faultCount: known.faultCount + unread.length,
      faults: faults.toSorted((one, other) => (one.line ?? 0) - (other.line ?? 0)),
    };
  }
}
