/** What is handed to the page script as data. */
import type { Appearance } from '../messages.ts';
import { FRAME_WIDTH } from './place.ts';

/** How our one element stands in a page, whatever the page's own styles say. */
export const HOST_STYLE =
  'all: initial !important; display: block !important; position: fixed !important; top: 0 !important; ' +
  'right: 0 !important; width: 0 !important; height: 0 !important; z-index: 2147483647 !important; ' +
  'pointer-events: auto !important; visibility: visible !important; opacity: 1 !important;';

/** What the tab, its dot and its notice say. */
export const SAYS: Appearance['says'] = {
  none: 'nothing to bill',
  ready: 'ready to bill',
  look: 'needs a look',
  offline: 'offline',
  close: 'Close Claimside',
  bill: 'Bill this visit',
  updated: 'Claimside was updated. Reload the page to go on.',
};

/** What the edge of the panel is, by which a person makes it wider. */
export const GRIP: Appearance['grip'] = {
  class: 'grip',
  tabindex: '0',
  role: 'separator',
  'aria-orientation': 'vertical',
  'aria-label': 'Width of the sidebar',
  'aria-valuemin': String(FRAME_WIDTH.least),
  'aria-valuemax': String(FRAME_WIDTH.most),
};

/** Of a script in a frame, which reads and points and opens nothing: the sidebar of the whole page stands beside it. */
export const UNSEEN = '.tab, .panel, .notice { display: none !important }';
