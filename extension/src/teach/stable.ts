/** Names that stay: what a page's makers gave an element, not what a build or a run of it made up, nor its state. */

const NAME = /^[a-z][\w.:-]{1,59}$/i;
/** Libraries that number or hash the names they make. */
const MADE_UP =
  /^(css|sc|jss|emotion|makestyles|mantine|radix|react|headlessui|mui\w*|ember|ext|yui|gwt|svelte|styled|chakra|ng|v|ant|el|p|tw)[-_:]/i;
const STATE =
  /^(is|has|ng|was)-|^(active|selected|current|open(ed)?|closed|focus(ed)?|hover(ed)?|disabled|enabled|hidden|visible|show(n)?|collapsed|expanded|checked|loading|loaded|even|odd|first|last|valid|invalid|dirty|touched|pristine|readonly|error|new|today|highlight(ed)?)$/i;
/** Classes that say how a thing looks and not what it is. */
const LOOKS =
  /^-?([mp][trblxy]?|[wh]|col|gap|g|fs|fw|lh|order|z|top|left|right|bottom|inset|size|space|basis|span)-?\d|^(sm|md|lg|xl|xs|xxl)([:-]|$)|^(text|font|bg|border|rounded|shadow|items|justify|align|float|overflow|cursor|leading|tracking|flex|d|position|whitespace|min|max|opacity|transition|pull|visually|sr)(-|$)|^(row|col|column|container|wrapper|inner|outer|box|left|right|center|small|large|bold|muted|clearfix|block|inline|grid|card|panel|content|item|list|input|label|field|value|form-control|form-group|btn|button|table|table-striped|table-hover|table-bordered|truncate|underline|uppercase|italic|relative|absolute|fixed|sticky|w-full|h-full)$/i;

/** False for runs of three digits, hashes, and names that libraries make. */
export function isStableName(name: string): boolean {
  if (!NAME.test(name) || MADE_UP.test(name) || /\d{3}/.test(name)) return false;
  return name.split(/[-_.:]+/).every((part) => !isHash(part));
}

/** Of what kind something is, for sure not how it looks or what state it is in. */
export const isStableClass = (name: string): boolean =>
  isStableName(name) && !STATE.test(name) && !LOOKS.test(name);

/** Letters and digits mixed as no person mixes them: `a1b2c3`, `1x9Kq`, `bdfghk`. */
function isHash(part: string): boolean {
  if (part.length < 5) return false;
  const changes = part.match(/\d+|[a-z]+/gi)?.length ?? 0;
  return changes > 2 || /^[^aeiouy\d]{6,}$/i.test(part);
}
