/** Pointing at a value, or focusing it, outlines its place on the page and says in words where it came from. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { PageLink } from '../page-link.ts';
import { originOf, type VisitForm } from './form.ts';
import { isInEdit } from './leave-edit.ts';
import { originSentence } from './visit-context.tsx';

interface Tip {
  readonly text: string;
  readonly left: number;
  readonly top: number;
  readonly above: boolean;
}

const TIP_WIDTH = 280;
/** For a few lines of words: above the value, as what is to say of it stands below, and the bill bar at the bottom. */
const ROOM_ABOVE = 72;

/** One listener for all values below `root`; a value says its path by `data-path` or `data-path-shown`. */
export function WhereItStands(props: { form: VisitForm | undefined; link: PageLink | undefined }) {
  const [tip, setTip] = useState<Tip>();
  const shown = useRef(false);
  shown.current = tip !== undefined;
  const latest = useRef(props);
  latest.current = props;

  useEffect(() => {
    let lit = false;
    const clear = () => {
      setTip(undefined);
      if (lit) latest.current.link?.highlight(null);
      lit = false;
    };
    const hide = () => setTip(undefined);
    const point = (event: Event) => {
      const { form, link } = latest.current;
      const target =
        event.target instanceof Element ? event.target.closest('[data-path], [data-path-shown]') : null;
      const path = target?.getAttribute('data-path') ?? target?.getAttribute('data-path-shown');
      if (!form || !target || !path) return clear();
      const origin = originOf(form, path);
      const text = originSentence(origin);
      if (lit || origin.placeId) link?.highlight(origin.placeId ?? null);
      lit = origin.placeId !== undefined;
      // A list that opens below its field must not be covered.
      const opensList = target.getAttribute('role') === 'combobox' && event.type !== 'pointerover';
      setTip(
        text === '' || opensList || target.getAttribute('aria-expanded') === 'true'
          ? undefined
          : placeTip(target.getBoundingClientRect(), text),
      );
    };
    const key = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || !shown.current) return;
      clear();
      // The first Escape takes the words away, and leaves what is being changed; the next one goes back to the chart.
      if (!isInEdit()) event.preventDefault();
    };
    const { body } = document;
    body.addEventListener('pointerover', point);
    body.addEventListener('focusin', point);
    body.addEventListener('input', hide);
    body.addEventListener('click', hide);
    body.addEventListener('focusout', clear);
    document.documentElement.addEventListener('pointerleave', clear);
    document.addEventListener('scroll', clear, true);
    document.addEventListener('keydown', key, true);
    return () => {
      clear();
      body.removeEventListener('pointerover', point);
      body.removeEventListener('focusin', point);
      body.removeEventListener('input', hide);
      body.removeEventListener('click', hide);
      body.removeEventListener('focusout', clear);
      document.documentElement.removeEventListener('pointerleave', clear);
      document.removeEventListener('scroll', clear, true);
      document.removeEventListener('keydown', key, true);
    };
  }, []);

  // A value that was changed or looked at comes from elsewhere than the words say.
  useEffect(() => setTip(undefined), [props.form]);

  if (!tip) return null;
  return (
    <div
      class={`tip small ${tip.above ? 'above' : ''}`}
      aria-hidden="true"
      style={{ left: `${tip.left}px`, top: `${tip.top}px`, maxWidth: `${TIP_WIDTH}px` }}
    >
      {tip.text}
    </div>
  );
}

function placeTip(box: DOMRect, text: string): Tip {
  const above = box.top > ROOM_ABOVE;
  const left = Math.max(4, Math.min(box.left, window.innerWidth - TIP_WIDTH - 4));
  return { text, left, top: above ? box.top - 4 : box.bottom + 4, above };
}
