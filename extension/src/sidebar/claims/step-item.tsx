/** One step of a claim's timeline: what happened, when, and the files that said so. */
import type { Step } from '@claimside/shared/lifecycle';
import type { ComponentChildren } from 'preact';
import { Icon, Tag, TONE_ICONS, When } from '../../ui/parts/index.ts';
import { useNow } from '../../ui/use-now.ts';

/** `children`: what can be done about it. */
export function StepItem(props: { step: Omit<Step, 'events'>; children?: ComponentChildren }) {
  const { at, title, detail, tone, files, isTakenBack } = props.step;
  const now = useNow();
  return (
    <li class={`step ${isTakenBack ? 'taken-back' : ''}`}>
      <span class={`step-mark tone-${tone}`}>
        <Icon name={tone === 'neutral' || tone === 'progress' ? 'check' : TONE_ICONS[tone]} />
      </span>
      <p class="step-title">
        {isTakenBack ? <s>{title}</s> : title} {isTakenBack && <Tag tone="neutral">Taken back</Tag>}{' '}
        <span class="dim small">
          <When instant={at} now={now} />
        </span>
      </p>
      {detail && <p class="small dim step-detail">{detail}</p>}
      {files.map((file) => (
        <p key={file} class="small dim step-detail mono">
          {file}
        </p>
      ))}
      {props.children}
    </li>
  );
}
