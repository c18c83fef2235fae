/** Buttons. One accent on a screen: `main`. */
import type { ButtonHTMLAttributes, ComponentChildren } from 'preact';
import { Icon, type IconName } from './icon.tsx';

interface ButtonProps extends ButtonHTMLAttributes {
  kind?: 'main' | 'normal' | 'quiet' | 'danger';
  icon?: IconName;
  children?: ComponentChildren;
}

export function Button({ kind = 'normal', icon, children, class: more, ...rest }: ButtonProps) {
  return (
    <button type="button" {...rest} class={`button ${kind} ${more ?? ''}`}>
      {icon && <Icon name={icon} />}
      {children}
    </button>
  );
}

/** A button that shows only a picture; `label` is what it is called. */
export function IconButton(props: ButtonProps & { label: string; icon: IconName }) {
  const { label, icon, class: more, ...rest } = props;
  return (
    <Button kind="quiet" {...rest} class={`icon-only ${more ?? ''}`} aria-label={label} title={label}>
      <Icon name={icon} />
    </Button>
  );
}
