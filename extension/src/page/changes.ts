/** Which changes of a bare page could let a reading find something. */

/**
 * Elements that come, and words: not other numbers and marks among the same words, as of a clock or a counter, and neither what
 * goes nor an attribute, as all that these could bring into sight was looked at before.
 */
export function bringSomething(changes: readonly MutationRecord[]): boolean {
  let before = '';
  let after = '';
  for (const { target, oldValue, addedNodes, removedNodes } of changes) {
    if ([...addedNodes].some(({ nodeType }) => nodeType === 1)) return true;
    before += wordsOf(oldValue, removedNodes);
    after += wordsOf(target.nodeValue, addedNodes);
  }
  return before !== after;
}

/** Of these texts; an element has none of its own, and had none before. */
const wordsOf = (text: string | null, nodes: NodeList): string =>
  [text, ...[...nodes].map(({ nodeValue }) => nodeValue)].join('').replace(/\P{L}+/gu, '');
