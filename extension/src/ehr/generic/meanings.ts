/** What a label means under a heading, by the vocabulary that the page was handed. */
import type { CaptureField } from '@claimside/shared/capture';
import type { Meaning, Section, Vocabulary } from './vocabulary.ts';

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
export function isKnownLabel(label: string, words: Vocabulary): boolean {
  let known = knownIn.get(words);
  if (!known) {
    known = new RegExp(words.meanings.map((meaning) => `(?:${meaning.label.source})`).join('|'));
    knownIn.set(words, known);
  }
  return known.test(label);
}

const knownIn = new WeakMap<Vocabulary, RegExp>();

/** What a label means in a section; undefined when nothing that is read. */
export const meaningOf = (label: string, section: Section, words: Vocabulary): CaptureField | undefined =>
  meaningIn(section, label, words)?.field;

/** The same, and how it is meant. */
export function meaningIn(section: Section, label: string, { meanings }: Vocabulary): Meaning | undefined {
  if (section === 'other') return undefined;
  const whose = section === 'unnamed' ? 'patient' : section;
  return meanings.find((known) => known.label.test(label) && (known.in?.includes(whose) ?? true));
}
