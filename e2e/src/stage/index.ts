/** What journeys, tests and the demo use of the stage: server, clearinghouse and look-alike EHR as one, a practice, an API client. */
export { type ApiClient, pairClient } from './client.ts';
export { STAGE_PRACTICE } from './practice.ts';
export { type Stage, type StageOptions, startStage } from './stage.ts';
