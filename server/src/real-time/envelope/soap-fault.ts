/** A fault of SOAP 1.2, or 1.1: whose it is, and what it says. */
import type { XmlElement } from '@rgrove/parse-xml';
import { type RealTimeTrouble, type RealTimeTroubleCode, troubleOf } from '../trouble.ts';
import { elementAt } from './xml.ts';

/** Of the code or what it is narrowed to, whatever the prefix: WS-Security's for accounts, and those of common servers. */
const FAULTS: readonly (readonly [pattern: RegExp, code: RealTimeTroubleCode])[] = [
  [/\b(FailedAuthentication|InvalidSecurity|InvalidSecurityToken|FailedCheck|Unauthori[sz]ed)$/i, 'LOGIN'],
  [/\bServerTooBusy$/i, 'BUSY'],
  [/\b(Receiver|Server)$/i, 'ITS-FAULT'],
];

export function faultOf(fault: XmlElement): RealTimeTrouble {
  const codes = [
    elementAt(fault, 'code', 'subcode', 'subcode', 'value'),
    elementAt(fault, 'code', 'subcode', 'value'),
    elementAt(fault, 'code', 'value'),
    elementAt(fault, 'faultcode'),
  ].flatMap((element) => element?.text.trim() ?? []);
  const kind = FAULTS.find(([pattern]) => codes.some((code) => pattern.test(code)))?.[1] ?? 'FAULT';
  const reason = elementAt(fault, 'reason', 'text') ?? elementAt(fault, 'faultstring');
  return troubleOf(kind, {
    ...(codes[0] !== undefined && { errorCode: codes[0] }),
    ...(reason && { saidThere: reason.text }),
  });
}
