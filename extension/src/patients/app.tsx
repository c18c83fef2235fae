/** The practice's patients and their coverages, as a page of its own. Nothing of them stands in its address. */
import { mountPage, WithRole } from '../ui/own-page.tsx';
import '../options/options.css';
import { PatientsPage } from './page.tsx';
import './patients.css';

export function mount(root: HTMLElement): void {
  mountPage(
    root,
    <WithRole heading="Patients" page={(role) => <PatientsPage canChange={role !== 'clinician'} />} />,
  );
}
