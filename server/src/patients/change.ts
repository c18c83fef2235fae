/** A person adds a patient, or changes one as a whole: what counted before stays on record. */
import { type ChangePatient, KeptCoverage, KeptPatient, type PatientDetail } from '@claimside/shared/api';
import { err, ok, type Result } from '@claimside/shared/values';
import { recordAudit } from '../access/index.ts';
import { newId } from '../runtime.ts';
import { findPatients, listCoverages, removePatient, savePatients } from '../store/patients.ts';
import { patientKeyOf } from '../store/same-keys.ts';
import type { PatientsContext } from './context.ts';
import { findOne } from './find.ts';
import { sameCoverage, textOf } from './same.ts';

export type ChangeRefusal = 'changed-meanwhile' | 'known-already' | 'coverage-twice';

export async function changePatient(
  context: PatientsContext,
  byDevice: string,
  { patientKey, version, patient, coverages }: ChangePatient,
): Promise<Result<PatientDetail, ChangeRefusal>> {
  const { store, runtime, practiceId } = context;
  if (coverages.some((one, at) => coverages.slice(at + 1).some((other) => sameCoverage(one, other))))
    return err('coverage-twice');
  return store.transaction(async (db) => {
    const scope = { db, practiceId };
    const key = patientKeyOf({ patient });
    const before = patientKey === null ? undefined : await findOne(context, scope, patientKey);
    if ((before?.detail.version ?? null) !== version) return err('changed-meanwhile');
    const [onFile] = await findPatients(scope, [patientKey ?? key]);
    if (key !== patientKey && (await findOne(context, scope, key))) return err('known-already');

    const at = runtime.now();
    const asked = coverages.map((coverage) => KeptCoverage.parse(coverage));
    const current = before?.detail.coverages ?? [];
    const rows = await listCoverages(scope, { keys: [patientKey ?? key] });
    const isMoved = patientKey !== null && key !== patientKey;
    const stays = (one: KeptCoverage) =>
      !isMoved && current.some((was) => textOf(KeptCoverage.parse(partsOf(was))) === textOf(one));
    const staying = asked.filter(stays);
    const staysOnFile = (rank: string) => staying.some((one) => one.rank === rank);
    const subject = onFile?.id ?? newId(runtime);
    if (isMoved) await removePatient(scope, patientKey);
    await savePatients(
      scope,
      {
        patients: [{ id: subject, patientKey: key, patient: KeptPatient.parse(patient) }],
        ended: rows.filter(({ rank }) => !staysOnFile(rank)).map(({ id }) => id),
        coverages: [
          ...asked
            .filter((one) => !stays(one))
            .map((coverage) => ({
              id: newId(runtime),
              patientKey: key,
              rank: coverage.rank,
              coverage,
              source: 'typed' as const,
              endedAt: null,
            })),
          // What only claims had said is on record as ended from now on, or it would count again.
          ...current
            .filter((was) => was.source === 'claim' && !staysOnFile(was.rank))
            .map((was) => ({
              id: newId(runtime),
              patientKey: patientKey ?? key,
              rank: was.rank,
              coverage: KeptCoverage.parse(partsOf(was)),
              source: 'claim' as const,
              endedAt: at,
            })),
        ],
      },
      at,
      byDevice,
    );
    await recordAudit(runtime, scope, byDevice, 'patient-changed', subject);
    const after = await findOne(context, scope, key);
    if (!after) throw new Error('a patient just kept can not be read');
    return ok(after.detail);
  });
}

const partsOf = ({ source: _, asOf: __, ...coverage }: PatientDetail['coverages'][number]) => coverage;
