/** What may go wrong with a question that is answered at once: what happened, the way out, and whether to ask again. Nothing of what was sent or came back is in it, but for `saidThere`. */
import type { AskAgain } from '@claimside/shared/advice';

interface Words {
  readonly message: string;
  readonly fix: string;
  readonly again: AskAgain;
}

const words = (message: string, fix: string, again: AskAgain): Words => ({ message, fix, again });

const CALL = 'If it stays so, call the clearinghouse.';
const LATER = `Try again later, a few times a day at most. ${CALL}`;
const NOT_ITS_ANSWER = `Compare the address and its form (SOAP or MIME) with what the clearinghouse wrote. ${CALL}`;

const TROUBLES = {
  ADDRESS: words(
    'The address of the real-time service is no address.',
    'Write it as https://host/path.',
    'corrected',
  ),
  'ADDRESS-UNSAFE': words(
    'The address of the real-time service is not encrypted.',
    'Write it with https:// at the beginning; without it only this machine itself is asked.',
    'corrected',
  ),
  'ADDRESS-FOREIGN': words(
    'The address of the real-time service is not one of this clearinghouse.',
    'Copy it from what the clearinghouse wrote.',
    'corrected',
  ),
  'NO-ACCOUNT': words(
    'User name, password or sender ID of the real-time service is missing.',
    'The clearinghouse gives them for real-time questions when it opens the access.',
    'corrected',
  ),
  UNREACHABLE: words(
    'The clearinghouse can not be reached.',
    `Check this server’s way to the internet, and the address. ${LATER}`,
    'later',
  ),
  CERTIFICATE: words(
    'The other side could not prove that it is the clearinghouse, or wants a certificate of ours. Nothing was sent.',
    'A proxy may stand between. Ask who looks after the network, and the clearinghouse whether it wants a certificate.',
    'corrected',
  ),
  'TIMED-OUT': words('No answer came in time.', LATER, 'later'),
  'BROKEN-OFF': words('The connection broke off before the answer was there.', LATER, 'later'),
  STOPPED: words(
    'The question was stopped before the answer was there.',
    'Ask again, if it is still wanted.',
    'later',
  ),
  REDIRECTED: words(
    'The address of the real-time service leads elsewhere. Nothing was sent there.',
    'Ask the clearinghouse for its address of today.',
    'corrected',
  ),
  LOGIN: words(
    'User name or password of the real-time service was refused.',
    'Write both anew, before a second try: they are not those for files. The access may not be opened yet.',
    'corrected',
  ),
  'NOT-THERE': words('Nothing answers at the address of the real-time service.', NOT_ITS_ANSWER, 'corrected'),
  BUSY: words('The clearinghouse takes no more questions at the moment.', LATER, 'later'),
  'ITS-FAULT': words('The clearinghouse has trouble of its own.', LATER, 'later'),
  REFUSED: words('The clearinghouse did not take the question.', CALL, 'never'),
  'WEB-PAGE': words(
    'A web page came in place of an answer.',
    'A proxy or firewall may stand between, or the service is closed for now: look at its address in a browser.',
    'later',
  ),
  'TOO-LONG': words('The answer is longer than any answer is, and was not read to its end.', CALL, 'never'),
  EMPTY: words('The answer is empty.', LATER, 'later'),
  'CONTENT-TYPE': words('The answer is of a kind that is not read here.', NOT_ITS_ANSWER, 'corrected'),
  CHARSET: words('The answer is written in a character set that is not read here.', CALL, 'never'),
  BOUNDARY: words('The parts of the answer can not be told apart.', CALL, 'never'),
  'CUT-OFF': words('The answer is cut off.', LATER, 'later'),
  PART: words('A part of the answer can not be read.', CALL, 'never'),
  TWICE: words('A part of the answer comes twice, with two contents.', CALL, 'never'),
  XML: words('The answer is no XML that can be read.', NOT_ITS_ANSWER, 'corrected'),
  DTD: words(
    'The answer declares a document type, which no answer needs; it was not looked at.',
    CALL,
    'never',
  ),
  'NO-ENVELOPE': words(
    'The answer is XML, but no answer of a real-time service.',
    NOT_ITS_ANSWER,
    'corrected',
  ),
  FAULT: words('The service could not work on the question.', CALL, 'never'),
  'NOT-TAKEN': words(
    'The clearinghouse does not take what stands around the question.',
    'Compare sender ID, receiver ID and version with what the clearinghouse wrote.',
    'corrected',
  ),
  'NO-ANSWER-IN-IT': words('There is no answer in what came back.', LATER, 'later'),
  'OTHER-ANSWER': words('What came back is no answer to such a question.', CALL, 'never'),
} as const satisfies Record<string, Words>;

export type RealTimeTroubleCode = keyof typeof TROUBLES;

/** Where in the body, counted from its beginning. */
export interface PlaceInAnswer {
  /** From 0. */
  readonly byte?: number;
  /** From 1. */
  readonly line?: number;
  readonly column?: number;
  /** As the envelope calls it: `Payload`. */
  readonly field?: string;
}

export interface RealTimeTrouble extends Words {
  readonly code: RealTimeTroubleCode;
  readonly at?: PlaceInAnswer;
  /** HTTP. */
  readonly status?: number;
  /** Of the network, the envelope or a fault: a word of theirs without blanks. */
  readonly errorCode?: string;
  /** What the other side wrote, for the eyes of who asked: never for a log. */
  readonly saidThere?: string;
}

export function troubleOf(
  code: RealTimeTroubleCode,
  more: Omit<Partial<RealTimeTrouble>, 'code'> = {},
): RealTimeTrouble {
  const { errorCode, ...rest } = more;
  const isWord = errorCode !== undefined && /^[A-Za-z][\w:.-]{0,59}$/.test(errorCode);
  return { ...TROUBLES[code], code, ...rest, ...(isWord && { errorCode }) };
}

/** `XML 3:14`, `LOGIN UnAuthorized 200`: all that may stand in a log. */
export function troubleForLog({ code, at, status, errorCode }: RealTimeTrouble): string {
  const place = at?.line === undefined ? at?.byte : `${at.line}:${at.column ?? 1}`;
  return [code, errorCode, status, at?.field, place].filter((each) => each !== undefined).join(' ');
}
