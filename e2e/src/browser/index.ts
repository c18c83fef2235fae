export {
  addEhrSite,
  allowHosts,
  clickInSidebar,
  OPTIONS_URL,
  openOptions,
  openSidebar,
  pairBrowser,
  pressBill,
  sidebarText,
  submitPairing,
} from './extension-driver.ts';
export { BrowserNotFound, findBrowser, NO_BROWSER } from './find.ts';
export { EXTENSION_DIR, type LaunchedBrowser, type LaunchOptions, launchBrowser } from './launch.ts';
