/** Takes up the vocabulary that a page is handed. Apart from the vocabulary itself, which no page has as code. */
import type { Vocabulary } from './vocabulary.ts';

/** The vocabulary as `vocabularyText` wrote it. */
export const parseVocabulary = (text: string): Vocabulary =>
  JSON.parse(text, (_, value: unknown) =>
    typeof value === 'object' && value !== null && 'pattern' in value && 'flags' in value
      ? new RegExp(String(value.pattern), String(value.flags))
      : value,
  ) as Vocabulary;
