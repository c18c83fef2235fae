/** The way to the patients and their coverages, which have a page of their own. */
import type { Role } from '@claimside/shared/api';
import { browser } from 'wxt/browser';
import { Button } from '../ui/parts/index.ts';
import { Section } from './section.tsx';

export function PatientsSection({ role }: { role: Role }) {
  const intro =
    role === 'clinician'
      ? 'How your patients are insured, and whether it still counts: for tomorrow’s list at once.'
      : 'How your patients are insured: brought as a list from your EHR, typed from the card, checked for tomorrow’s list at once.';
  return (
    <Section title="Patients" intro={intro}>
      <Button
        icon="open"
        onClick={() => void browser.tabs.create({ url: browser.runtime.getURL('/patients.html') })}
      >
        Open the patients
      </Button>
    </Section>
  );
}
