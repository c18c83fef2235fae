/** What journeys, tests and the demo use to find and start a browser, and to do in it what a person does. */
export { type Answering, startAnswering } from './answering.ts';
export { BrowserNotFound, findBrowser, NO_BROWSER } from './find.ts';
export { EXTENSION_DIR, type LaunchedBrowser, type LaunchOptions, launchBrowser } from './launch.ts';
export {
  addEhrSites,
  allowHosts,
  OPTIONS_URL,
  openOptions,
  pressInOptions,
  setUpBrowser,
  submitPairing,
} from './options-page.ts';
export { openSidePanel } from './side-panel.ts';
export {
  addInSidebar,
  chooseInSidebar,
  clickInSidebar,
  edgeTab,
  openRoot,
  openSidebar,
  pageScriptReady,
  pressBill,
  pressOnceInSidebar,
  sidebarFrame,
  typeInSidebar,
  typeOverInSidebar,
} from './sidebar.ts';
export { IN_ANY_TAB, sidebarText } from './wait.ts';
export { stopWorker, workerTarget } from './worker.ts';
