/** What views may use: the controls and texts of the house, with their style. */
import './controls.css';
import './status.css';
import './views.css';
import './money.css';

export { ageOf, dayOf, Money, MoneyBar, momentOf, When } from './amounts.tsx';
export { Button, IconButton } from './button.tsx';
export { CheckBox } from './check-box.tsx';
export { type Choice, Combobox } from './combobox.tsx';
export { CopyButton } from './copy-button.tsx';
export { ConfirmDialog } from './dialog.tsx';
export { Field, NOT_FOR_PASSWORD_MANAGERS } from './field.tsx';
export { Icon, type IconName } from './icon.tsx';
export { Select, TextInput, withChosen } from './inputs.tsx';
export { More } from './more.tsx';
export { Banner, Failed, Loading, Notice } from './states.tsx';
export { Status, Tag, TONE_ICONS, type Tone } from './status.tsx';
export { TabPanel, Tabs } from './tabs.tsx';
