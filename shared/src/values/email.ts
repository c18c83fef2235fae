/** Whether a text can be an e-mail address: one word before the @, and a name with a dot behind it. */
export const isEmail = (text: string): boolean => /^[^\s@]+@[^\s@]+\.[^\s@.]+$/.test(text);
