/** The exchange in a thread of its own: see `start.ts`. */
export { startExchangeThread } from './start.ts';
