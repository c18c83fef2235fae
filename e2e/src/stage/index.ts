export { type ApiClient, pairClient } from './client.ts';
export { STAGE_PRACTICE } from './practice.ts';
export { type Stage, type StageOptions, startStage } from './stage.ts';
