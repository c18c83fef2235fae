export { setupFactsOf } from './facts.ts';
