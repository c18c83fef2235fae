export type { InterchangeAcknowledgement } from './model.ts';
export { readInterchangeAcknowledgement, writeInterchangeAcknowledgement } from './ta1.ts';
export { noteWords } from './words.ts';
