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
export function IconButton({ label, icon, ...rest }: ButtonProps & { label: string; icon: IconName }) {
  return (
    <Button kind="quiet" {...rest} class="icon-only" aria-label={label} title={label}>
      <Icon name={icon} />
    </Button>
  );
}
