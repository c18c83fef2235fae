export type { InterchangeAcknowledgement } from './model.ts';
export {
  checkInterchangeAcknowledgement,
  elementsOf,
  interchangeAcknowledgementOf,
} from './ta1.ts';
export { noteWords } from './words.ts';
