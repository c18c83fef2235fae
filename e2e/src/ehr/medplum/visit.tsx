/** A visit's tab Details & Billing: services and diagnoses in words, their codes in what the components are given. */
import { Card, Group, Stack, Text, TextInput } from '@mantine/core';
import type { ChargeItem, Condition, Encounter, Patient, Practitioner } from '@medplum/fhirtypes';
import { CodeableConceptDisplay, useMedplum } from '@medplum/react';
import { useEffect, useState } from 'react';

interface VisitRecords {
  readonly encounter: Encounter;
  readonly practitioner: Practitioner;
  readonly chargeItems: readonly ChargeItem[];
  readonly conditions: readonly Condition[];
}

export function VisitPage({ patient, encounterId }: { patient: Patient; encounterId: string }) {
  const medplum = useMedplum();
  // What was drawn before stays until the answers are there.
  const [visit, setVisit] = useState<VisitRecords>();
  useEffect(() => {
    let isWanted = true;
    void (async () => {
      const encounter = await medplum.readResource('Encounter', encounterId);
      const conditions = encounter.diagnosis ?? [];
      const records = await Promise.all([
        medplum.readReference<Practitioner>(encounter.participant?.[0]?.individual as { reference: string }),
        medplum.searchResources('ChargeItem', { context: `Encounter/${encounterId}` }),
        Promise.all(
          conditions.map(({ condition }) => medplum.readReference(condition as { reference: string })),
        ),
      ]);
      if (!isWanted) return;
      const [practitioner, chargeItems, read] = records;
      setVisit({ encounter, practitioner, chargeItems, conditions: read as Condition[] });
    })();
    return () => {
      isWanted = false;
    };
  }, [medplum, encounterId]);
  if (!visit) return <Text>Loading</Text>;
  return <VisitDetails patient={patient} {...visit} />;
}

function VisitDetails({
  encounter,
  practitioner,
  chargeItems,
  conditions,
}: VisitRecords & { patient: Patient }) {
  const total = chargeItems.reduce((sum, { priceOverride }) => sum + (priceOverride?.value ?? 0), 0);
  return (
    <Stack>
      <EncounterTimes encounter={encounter} practitioner={practitioner} />
      <Text fw={600}>Diagnosis</Text>
      <Card withBorder>
        {conditions.map((condition, n) => (
          <ConditionRow key={condition.id} condition={condition} rank={n + 1} />
        ))}
      </Card>
      <Text fw={600}>Charges</Text>
      {chargeItems.map((chargeItem) => (
        <ChargeItemPanel key={chargeItem.id} chargeItem={chargeItem} />
      ))}
      <TextInput label="Total Calculated Price to Bill" readOnly value={`$${total}`} />
    </Stack>
  );
}

function EncounterTimes({ encounter, practitioner }: { encounter: Encounter; practitioner: Practitioner }) {
  const [date = ''] = (encounter.period?.start ?? '').split('T');
  return (
    <Card withBorder>
      <Text>{encounter.participant?.[0]?.individual?.display ?? practitioner.id}</Text>
      <Group>
        <TextInput
          label="Check in"
          id="checkin"
          name="checkin"
          type="datetime-local"
          data-testid="checkin"
          key={`in-${encounter.id}`}
          defaultValue={`${date}T15:00:00`}
        />
        <TextInput
          label="Check out"
          id="checkout"
          name="checkout"
          type="datetime-local"
          data-testid="checkout"
          key={`out-${encounter.id}`}
          defaultValue={`${date}T15:30:00`}
        />
      </Group>
    </Card>
  );
}

function ConditionRow({ condition, rank }: { condition: Condition; rank: number }) {
  return (
    <Group>
      <Text c="dimmed">{rank}</Text>
      <Text>
        <CodeableConceptDisplay value={condition.code ?? {}} />
      </Text>
    </Group>
  );
}

function ChargeItemPanel({ chargeItem }: { chargeItem: ChargeItem }) {
  return (
    <Card withBorder>
      <Text fw={500}>
        <CodeableConceptDisplay value={chargeItem.code} />
      </Text>
      <Group>
        {chargeItem.extension?.map(({ valueCodeableConcept }) => (
          <Text key={valueCodeableConcept?.coding?.[0]?.code} size="sm">
            <CodeableConceptDisplay value={valueCodeableConcept ?? {}} />
          </Text>
        ))}
      </Group>
      <TextInput label="Modifiers" name="modifiers" defaultValue="" />
      <Text size="sm">Calculated Price</Text>
      <TextInput
        aria-label="Price"
        readOnly
        value={`$${(chargeItem.priceOverride?.value ?? 0).toFixed(2)}`}
      />
    </Card>
  );
}
