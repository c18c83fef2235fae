/** What the page script uses of the readers. */
export { reachableDocuments } from './documents.ts';
export { createMemory } from './memory.ts';
export { createPlaces, type Places } from './places.ts';
export { type Reading, readVisit } from './read.ts';
