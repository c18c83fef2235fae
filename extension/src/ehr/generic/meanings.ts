/** What a label means under a heading, by the vocabulary that the page was handed. */
import type { CaptureField } from '@claimside/shared/capture';
import type { Section, Vocabulary } from './vocabulary.ts';

/** The vocabulary as `vocabularyText` wrote it. */
export const parseVocabulary = (text: string): Vocabulary =>
  JSON.parse(text, (_, value: unknown) =>
    typeof value === 'object' && value !== null && 'pattern' in value && 'flags' in value
      ? new RegExp(String(value.pattern), String(value.flags))
      : value,
  ) as Vocabulary;

/** The section a heading opens. */
export function sectionOf(heading: string, { headings }: Vocabulary): Section {
  if (/^(patient|client)('?s)? contact/i.test(heading)) return 'patient';
  if (headings.otherPerson.test(heading)) return 'other';
  if (/subscriber|insured|policy ?holder/i.test(heading)) return 'subscriber';
  if (/referr/i.test(heading)) return 'referring';
  if (/provider|physician|clinician/i.test(heading)) return 'provider';
  // "Patient and insurance" is over both, "Patient insurance" over the insurance alone.
  if (headings.insurance.test(heading) && !/(\band\b|[&,/+])/i.test(heading)) return 'insurance';
  return headings.patient.test(heading) ? 'patient' : 'unnamed';
}

/** False for a label that means nothing in any section. */
export const isKnownLabel = (label: string, { meanings }: Vocabulary): boolean =>
  meanings.some((known) => known.label.test(label));

/** What a label means in a section; undefined when nothing that is read. */
export function meaningOf(
  label: string,
  section: Section,
  { meanings }: Vocabulary,
): CaptureField | undefined {
  if (section === 'other') return undefined;
  const whose = section === 'unnamed' ? 'patient' : section;
  return meanings.find((known) => known.label.test(label) && (known.in?.includes(whose) ?? true))?.field;
}
