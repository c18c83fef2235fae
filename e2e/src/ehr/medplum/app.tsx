/** The app: a list of charts, the patient's sidebar, the visit of the address. Runs in the browser alone. */
import '@mantine/core/styles.css';
import '@medplum/react/styles.css';
import { Anchor, AppShell, Group, MantineProvider, Stack, Text } from '@mantine/core';
import type { Patient } from '@medplum/fhirtypes';
import { MedplumProvider, PatientSummary, useMedplum } from '@medplum/react';
import { useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { PATIENTS } from '../patients.ts';
import { client } from './client.ts';
import { addressOf } from './records.ts';
import { VisitPage } from './visit.tsx';

const MOVED = 'moved';

function go(address: string): void {
  history.pushState(null, '', address);
  dispatchEvent(new Event(MOVED));
}

/** The address, as it changes by links and by the browser's own buttons. */
function useAddress(): string {
  const [address, setAddress] = useState(location.pathname);
  useEffect(() => {
    const look = (): void => setAddress(location.pathname);
    addEventListener(MOVED, look);
    addEventListener('popstate', look);
    return () => {
      removeEventListener(MOVED, look);
      removeEventListener('popstate', look);
    };
  }, []);
  return address;
}

function Chart({ patientId, encounterId }: { patientId: string; encounterId: string }) {
  const medplum = useMedplum();
  const [patient, setPatient] = useState<Patient>();
  useEffect(() => {
    let isWanted = true;
    void medplum.readResource('Patient', patientId).then((read) => isWanted && setPatient(read));
    return () => {
      isWanted = false;
    };
  }, [medplum, patientId]);
  if (!patient) return <Text>Loading</Text>;
  return (
    <Group align="start" wrap="nowrap" p="md">
      <div style={{ width: 320 }}>
        <PatientSummary key={patient.id} patient={patient} />
      </div>
      <div style={{ flexGrow: 1 }}>
        <VisitPage patient={patient} encounterId={encounterId} />
      </div>
    </Group>
  );
}

function App() {
  const [, patientId, encounterId] = /^\/Patient\/([^/]+)\/Encounter\/([^/]+)/.exec(useAddress()) ?? [];
  return (
    <AppShell header={{ height: 44 }}>
      <AppShell.Header>
        <Group p="xs">
          {PATIENTS.map((each) => (
            <Anchor
              key={each.pid}
              href={addressOf(each)}
              onClick={(event) => {
                event.preventDefault();
                go(addressOf(each));
              }}
            >
              Room {each.pid}
            </Anchor>
          ))}
        </Group>
      </AppShell.Header>
      <AppShell.Main>
        {patientId && encounterId ? (
          <Chart patientId={patientId} encounterId={encounterId} />
        ) : (
          <Stack p="md">
            <Text>Choose a room.</Text>
          </Stack>
        )}
      </AppShell.Main>
    </AppShell>
  );
}

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <MedplumProvider medplum={client} navigate={go}>
      <MantineProvider>
        <App />
      </MantineProvider>
    </MedplumProvider>,
  );
}
