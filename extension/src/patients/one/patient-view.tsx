/** One patient: who it is, the coverages in their order, what was checked, and what counted before. */
import type { ChangePatient, FormerCoverage, PatientDetail } from '@claimside/shared/api';
import { addressWords } from '@claimside/shared/claim';
import { isOver, RANK_WORDS } from '@claimside/shared/patients';
import { ok } from '@claimside/shared/values';
import { useQueryClient } from '@tanstack/preact-query';
import { useEffect, useRef, useState } from 'preact/hooks';
import { PartForm } from '../../options/form/part-form.tsx';
import { useSaid } from '../../options/use-said.ts';
import { Button, dayOf, Failed, Loading } from '../../ui/parts/index.ts';
import { PATIENTS, usePatient, useServer } from '../../ui/server/index.ts';
import { coverageName, nameOf, sourceWords } from '../words.ts';
import { CheckOne } from './check-one.tsx';
import { CoverageList } from './coverage-list.tsx';
import { PATIENT_PART } from './patient-part.ts';

export type Change = Partial<Pick<ChangePatient, 'patient' | 'coverages'>>;

export function PatientView(props: {
  patientKey: string;
  canChange: boolean;
  /** Under the key of the corrected name. */
  onMoved(patientKey: string): void;
}) {
  const patient = usePatient(props.patientKey);
  if (patient.data) return <Whole detail={patient.data} {...props} />;
  if (patient.error) return <Failed error={patient.error} onRetry={() => void patient.refetch()} />;
  return <Loading what="the patient" />;
}

function Whole(props: { detail: PatientDetail; canChange: boolean; onMoved(patientKey: string): void }) {
  const { detail, canChange } = props;
  const { patient, former } = detail;
  const server = useServer();
  const queries = useQueryClient();
  const title = useRef<HTMLHeadingElement>(null);
  const [isChanging, setChanging] = useState(false);
  const { said, say, status } = useSaid();
  useEffect(() => title.current?.focus(), []);
  const change = async (part: Change): Promise<PatientDetail> => {
    const { patientKey, version, coverages } = detail;
    const changed = await server.changePatient({
      patientKey,
      version,
      patient,
      coverages: coverages.map(({ source: _, asOf: __, ...coverage }) => coverage),
      ...part,
    });
    queries.setQueryData([PATIENTS, 'one', changed.patientKey], changed);
    void queries.invalidateQueries({ queryKey: [PATIENTS, 'found'] });
    if (changed.patientKey !== patientKey) props.onMoved(changed.patientKey);
    return changed;
  };
  return (
    <article class="patient">
      <h2 ref={title} tabIndex={-1}>
        {nameOf(patient)}
      </h2>
      {isChanging ? (
        <PartForm
          title="Change the patient"
          part={PATIENT_PART}
          item={patient}
          practice={null}
          keyField="lastName"
          save={async (_, after) => ok(await change({ patient: after }))}
          onSaved={() => {
            setChanging(false);
            say('The patient was saved.');
          }}
          onCancel={() => setChanging(false)}
        />
      ) : (
        <>
          <p>
            {[`Born ${patient.birthDate}`, patient.sex && SEX[patient.sex], phoneWords(patient.phone)]
              .filter(Boolean)
              .join(' · ')}
          </p>
          {patient.address && <p>{addressWords(patient.address)}</p>}
          {!detail.isKept && <p class="dim small">Known by claims only; a change keeps the patient.</p>}
          {canChange && (
            <div class="section-actions">
              <Button icon="pen" onClick={() => setChanging(true)}>
                Change name or address
              </Button>
            </div>
          )}
        </>
      )}
      <p ref={status} role="status" class="small" tabIndex={-1}>
        {said}
      </p>
      <CoverageList
        coverages={detail.coverages}
        canChange={canChange}
        change={async (coverages, words) => {
          await change({ coverages });
          say(words);
        }}
      />
      <CheckOne detail={detail} />
      {former.length > 0 && <Former former={former} />}
    </article>
  );
}

const SEX = { F: 'Female', M: 'Male', U: 'Sex unknown to the payer' } as const;

const phoneWords = (phone: string | undefined): string | undefined =>
  phone?.replace(/^(\d{3})(\d{3})(\d{4})$/, '$1-$2-$3');

function endWords({ endedAt, validTo }: FormerCoverage): string {
  if (endedAt !== null) return `ended ${endedAt.slice(0, 10)}`;
  return validTo !== undefined && isOver({ validTo }, dayOf(new Date()))
    ? `valid to ${validTo}`
    : 'until a claim said otherwise';
}

function Former({ former }: { former: readonly FormerCoverage[] }) {
  return (
    <details class="former">
      <summary>Before ({former.length})</summary>
      <ul>
        {former.map((one, index) => (
          <li key={index}>
            {RANK_WORDS[one.rank]}: {coverageName(one)}, {sourceWords(one)}, {endWords(one)}
          </li>
        ))}
      </ul>
    </details>
  );
}
