/** Tabs after the ARIA pattern: arrows move, one of them is in the tab order. */
import type { ComponentChildren } from 'preact';

export interface TabInfo<Id extends string> {
  readonly id: Id;
  readonly label: string;
  /** How many things there wait; none is shown for 0. */
  readonly count?: number | undefined;
}

/** More would push the last tab out of a narrow sidebar; the lists themselves say every number. */
const MOST = 999;

export function Tabs<Id extends string>(props: {
  label: string;
  tabs: readonly TabInfo<Id>[];
  selected: Id;
  onSelect(id: Id): void;
}) {
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const at = props.tabs.findIndex((tab) => tab.id === props.selected);
    const next = props.tabs[(at + step + props.tabs.length) % props.tabs.length];
    if (!next) return;
    props.onSelect(next.id);
    document.getElementById(`tab-${next.id}`)?.focus();
  };
  return (
    <div class="tabs" role="tablist" aria-label={props.label} onKeyDown={onKeyDown}>
      {props.tabs.map((tab) => (
        <button
          key={tab.id}
          id={`tab-${tab.id}`}
          type="button"
          role="tab"
          class="tab"
          aria-selected={tab.id === props.selected}
          aria-controls={`panel-${tab.id}`}
          tabIndex={tab.id === props.selected ? 0 : -1}
          onClick={() => props.onSelect(tab.id)}
        >
          {tab.label}
          {tab.count ? <span class="count">{tab.count > MOST ? `${MOST}+` : tab.count}</span> : null}
        </button>
      ))}
    </div>
  );
}

export function TabPanel({ id, children }: { id: string; children: ComponentChildren }) {
  return (
    <div id={`panel-${id}`} role="tabpanel" aria-labelledby={`tab-${id}`}>
      {children}
    </div>
  );
}
