export { STAGE_PRACTICE } from './practice.ts';
export { type Stage, type StageOptions, startStage } from './stage.ts';
