/** How our one element stands in a page, whatever the page's own styles say. Handed to the page script as data. */
export const HOST_STYLE =
  'all: initial !important; display: block !important; position: fixed !important; top: 0 !important; ' +
  'right: 0 !important; width: 0 !important; height: 0 !important; z-index: 2147483647 !important; ' +
  'pointer-events: auto !important; visibility: visible !important; opacity: 1 !important;';
