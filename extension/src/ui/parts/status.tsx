/** A claim's status word with its picture: never colour alone. */
import { type ClaimStatus, STATUS_INFO, type StatusInfo } from '@claimside/shared/lifecycle';
import { Icon, type IconName } from './icon.tsx';

export type Tone = StatusInfo['tone'];

export const TONE_ICONS: Readonly<Record<Tone, IconName>> = {
  neutral: 'clock',
  progress: 'clock',
  good: 'check',
  warning: 'warning',
  bad: 'stop',
};

export function Status({ status }: { status: ClaimStatus }) {
  const { label, tone } = STATUS_INFO[status];
  return <Tag tone={tone}>{label}</Tag>;
}

/** Any short state with its tone. */
export function Tag({ tone, children }: { tone: Tone; children: string }) {
  return (
    <span class={`status tone-${tone}`}>
      <Icon name={TONE_ICONS[tone]} />
      {children}
    </span>
  );
}
