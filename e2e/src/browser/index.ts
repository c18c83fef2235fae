export { BrowserNotFound, findBrowser, NO_BROWSER } from './find.ts';
export { EXTENSION_DIR, type LaunchedBrowser, type LaunchOptions, launchBrowser } from './launch.ts';
