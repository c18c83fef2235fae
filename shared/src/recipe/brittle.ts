/** Selectors that a page breaks by moving what it shows: by place among siblings, or down a path of bare elements. */

const PLACE = /:(?:nth-(?:last-)?|first-|last-|only-)(?:child|of-type)/;
/** `div > div > span`, and `table tr td`: an element, its child and grandchild, none told by anything of its own. */
const BARE_PATH = /(?<![\w#.:[\]"'=-])[a-z][a-z0-9]*(?:\s*>\s*[a-z][a-z0-9]*(?![\w#.:[-])){2,}/i;

/** True where it names an element by its position alone. */
export const isBrittle = (css: string): boolean => PLACE.test(css) || BARE_PATH.test(css);
