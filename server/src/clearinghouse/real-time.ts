/** A practice's access to the service that answers at once: the profile's values, each overridable, as few were tried on a live account. */
import type { ClearinghouseProfile, RealTimeService } from './profile.ts';

export interface RealTimeSettings {
  /** As the clearinghouse gave it with the access. */
  readonly senderId: string;
  readonly form?: RealTimeService['form'];
  /** In place of that of the form. */
  readonly url?: string;
  readonly receiverId?: string;
  readonly coreRuleVersion?: string;
  readonly envelope?: Partial<RealTimeService['envelope']>;
  readonly timeoutMilliseconds?: number;
}

/** What is not set stays as the profile has it; a clearinghouse of no known profile is named by its id in every place. */
export function realTimeOf(
  { realTime }: Pick<ClearinghouseProfile, 'realTime'>,
  settings: RealTimeSettings,
): RealTimeService {
  const { url, envelope = {}, ...rest } = settings;
  const receiverId = settings.receiverId ?? realTime.receiverId;
  return {
    ...realTime,
    ...rest,
    urls: url === undefined ? realTime.urls : { soap: url, mime: url },
    envelope: {
      ...realTime.envelope,
      receiverId: realTime.envelope.receiverId || receiverId,
      applicationReceiver: realTime.envelope.applicationReceiver || receiverId,
      ...envelope,
    },
  };
}
