/** What the patients' page asks of the server. */
import type {
  CoverageBatch,
  FoundPatients,
  KeptPatient,
  NamedPeople,
  PatientDetail,
  PatientRow,
} from '@claimside/shared/api';
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/preact-query';
import { useServer } from './context.tsx';
import type { Answer, Pages } from './queries.ts';

/** Begins the key of all that is known of patients. */
export const PATIENTS = 'patients';

/** As somebody types; of no text everybody who is kept. */
export function useFoundPatients(search: string): Pages<FoundPatients, string | null> {
  const server = useServer();
  return useInfiniteQuery({
    queryKey: [PATIENTS, 'found', search],
    queryFn: ({ pageParam }) => server.searchPatients({ search, after: pageParam }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  });
}

/** In one question. */
const MOST_NAMED = 500;

/** These as they are known now; undefined until that is there, and of too many. */
export function useKnownPatients(
  rows: readonly PatientRow[],
  isAsked: boolean,
): readonly PatientRow[] | undefined {
  const server = useServer();
  const { data } = useQuery({
    queryKey: [PATIENTS, 'named', rows.map(({ patientKey }) => patientKey)],
    queryFn: async () => (await server.namedPatients(rows.map(({ patient }) => namedAs(patient)))).found,
    enabled: isAsked && rows.length > 0 && rows.length <= MOST_NAMED,
  });
  return data;
}

/** What tells who somebody is. */
export const namedAs = ({ lastName, firstName, birthDate }: KeptPatient): NamedPeople['people'][number] => ({
  lastName,
  firstName,
  birthDate,
});

export function usePatient(patientKey: string): Answer<PatientDetail> {
  const server = useServer();
  return useQuery({
    queryKey: [PATIENTS, 'one', patientKey],
    queryFn: () => server.patient(patientKey),
  });
}

const UNDER_WAY_MS = 700;

/** A list of checks, looked at until it ends. */
export function useChecks(id: string): Answer<CoverageBatch> {
  const server = useServer();
  return useQuery({
    queryKey: ['eligibility', 'list', id],
    queryFn: () => server.checks(id),
    refetchInterval: ({ state }) => isUnderWay(state.data) && UNDER_WAY_MS,
  });
}

/** What was stopped may still wait for its last answers. */
export const isUnderWay = (batch: CoverageBatch | undefined): boolean =>
  batch === undefined || batch.state === 'running' || batch.entries.some(({ state }) => state === 'asking');
