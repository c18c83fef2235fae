export { changePractice } from './change.ts';
export { connectClearinghouse } from './connect.ts';
export { EXAMPLE_CONNECTION, EXAMPLE_PRACTICE } from './example.ts';
export { parseConnectionSettings, parsePracticeSettings, type SettingsFinding } from './settings-file.ts';
