export { changePractice } from './change.ts';
export { EXAMPLE_PRACTICE } from './example.ts';
export { parsePracticeSettings, type SettingsFinding } from './parse.ts';
