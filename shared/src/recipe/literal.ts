/** Text of a page as part of a pattern. */

/** A pattern that means these very words. */
export const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
