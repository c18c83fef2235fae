/** Elements that have a role without saying so. Data that a page is handed with the vocabulary. */
export const NATIVE_ROLES: Readonly<Record<string, string>> = {
  textbox:
    'input:not([type]), input[type=text], input[type=tel], input[type=email], input[type=search], textarea',
  combobox: 'select:not([multiple])',
  checkbox: 'input[type=checkbox]',
  radio: 'input[type=radio]',
  heading: 'h1, h2, h3, h4, h5, h6',
  table: 'table',
  region: 'section[aria-label], section[aria-labelledby]',
  group: 'fieldset',
  list: 'ul, ol',
  listitem: 'li',
  button: 'button',
  link: 'a[href]',
  status: 'output',
};

/** Its own role, or the one it has without saying so. */
export function roleOf(element: Element): string | undefined {
  const own = element.getAttribute('role');
  return own ?? Object.keys(NATIVE_ROLES).find((role) => element.matches(NATIVE_ROLES[role] ?? ''));
}
