/** A patient who is not kept yet; coverages are added once the patient is there. */
import { ok } from '@claimside/shared/values';
import { useQueryClient } from '@tanstack/preact-query';
import { PartForm } from '../../options/form/part-form.tsx';
import { PATIENTS, useServer } from '../../ui/server/index.ts';
import { PATIENT_PART } from './patient-part.ts';

export function NewPatient(props: { onAdded(patientKey: string): void; onCancel(): void }) {
  const server = useServer();
  const queries = useQueryClient();
  return (
    <PartForm
      title="Add a patient"
      part={PATIENT_PART}
      item={undefined}
      practice={null}
      keyField="lastName"
      save={async (_, patient) =>
        ok(await server.changePatient({ patientKey: null, version: null, patient, coverages: [] }))
      }
      onSaved={({ patientKey }) => {
        void queries.invalidateQueries({ queryKey: [PATIENTS] });
        props.onAdded(patientKey);
      }}
      onCancel={props.onCancel}
    />
  );
}
