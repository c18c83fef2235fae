/** What a label means under a heading, by the vocabulary that the page was handed. */
import type { CaptureField } from '@claimside/shared/capture';
import type { GenericWords, Meaning, Section } from './words.ts';

/** The section a heading opens. */
export const sectionOf = (heading: string, { sections }: GenericWords): Section =>
  sections.find(([pattern]) => pattern.test(heading))?.[1] ?? 'unnamed';

/** False for a label that means nothing in any section. */
export function isKnownLabel(label: string, words: GenericWords): boolean {
  let known = knownIn.get(words);
  if (!known) {
    // They are of whole labels: said in front too, none is looked for in the middle of a text.
    known = new RegExp(`^(?:${words.meanings.map(({ label }) => label.source).join('|')})`);
    knownIn.set(words, known);
  }
  return known.test(label);
}

const knownIn = new WeakMap<GenericWords, RegExp>();

/** What a label means in a section; undefined when nothing that is read. */
export const meaningOf = (label: string, section: Section, words: GenericWords): CaptureField | undefined =>
  meaningIn(section, label, words)?.field;

/** The same, and how it is meant. */
export function meaningIn(section: Section, label: string, { meanings }: GenericWords): Meaning | undefined {
  if (section === 'other') return undefined;
  const whose = section === 'unnamed' ? 'patient' : section;
  return meanings.find((known) => known.label.test(label) && (known.in?.includes(whose) ?? true));
}
