export { changePractice, tagOf } from './change.ts';
export {
  type AccountToSave,
  addConnection,
  type ConnectionRefusal,
  changeConnection,
  connectClearinghouse,
} from './connect.ts';
export { type EndRefusal, endConnection, pauseConnection } from './end-connection.ts';
export { EXAMPLE_CONNECTION, EXAMPLE_PRACTICE } from './example.ts';
export { nameOfProvider } from './provider-name.ts';
export {
  endRealTime,
  type RealTimeAccess,
  type RealTimeRefusal,
  realTimeAccess,
  setRealTime,
} from './real-time.ts';
export { rememberPayerName } from './remember-payer-name.ts';
export { type RouteRefusal, routePayers } from './route-payers.ts';
export { parseConnectionSettings, parsePracticeSettings, type SettingsFinding } from './settings-file.ts';
