/** What the page script uses of the readers. */
export { isBare } from './bare.ts';
export type { SeenChart } from './chart.ts';
export { countingState } from './counting-state.ts';
export { textOf } from './digest.ts';
export { reachableDocuments } from './documents.ts';
export { createMemory, type Memory } from './memory.ts';
export type { StateTree } from './page-state.ts';
export { parseVocabulary } from './parse-vocabulary.ts';
export { createPlaces, type Places } from './places.ts';
export { randomId } from './random-id.ts';
export { readVisit } from './read.ts';
export { recipeOf } from './recipe-of.ts';
export { rootsOf } from './roots.ts';
export type { Reading } from './witnesses.ts';
