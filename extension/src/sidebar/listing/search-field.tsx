/** The search above a list: `/` goes to it, and what is typed is asked once nobody typed for a moment. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { NOT_FOR_PASSWORD_MANAGERS } from '../../ui/parts/index.ts';

/** `isHidden`: its list is not shown at the moment. */
export function SearchField(props: {
  label: string;
  placeholder: string;
  value: string;
  isHidden?: boolean;
  onType(value: string): void;
}) {
  const field = useRef<HTMLInputElement>(null);
  useSlash(field, props.isHidden ?? false);
  return (
    <input
      ref={field}
      class="input"
      type="search"
      aria-label={props.label}
      placeholder={props.placeholder}
      title="/"
      {...NOT_FOR_PASSWORD_MANAGERS}
      maxLength={80}
      value={props.value}
      onInput={(event) => props.onType(event.currentTarget.value)}
    />
  );
}

/** From anywhere but where something is typed. */
function useSlash(field: { readonly current: HTMLInputElement | null }, isHidden: boolean): void {
  useEffect(() => {
    if (isHidden) return;
    const slash = (event: KeyboardEvent) => {
      const isTyping =
        event.target instanceof Element &&
        event.target.matches('input:not([type="checkbox"]), textarea, select');
      if (event.key !== '/' || isTyping) return;
      event.preventDefault();
      field.current?.focus();
    };
    document.addEventListener('keydown', slash);
    return () => document.removeEventListener('keydown', slash);
  }, [field, isHidden]);
}

/** The text once nobody typed for a moment. */
export function useDelayed(text: string): string {
  const [delayed, setDelayed] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setDelayed(text), 200);
    return () => clearTimeout(timer);
  }, [text]);
  return delayed;
}
