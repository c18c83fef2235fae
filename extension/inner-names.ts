/**
 * Properties that the page script has for itself alone: they are shortened when it is built. None may be a name of the
 * browser's, of a message, or of data that the script is handed or hands over.
 */
export const INNER_NAMES: readonly string[] = (
  'columnCount,focused,giveUp,hasDot,headingOf,hints,isBanner,' +
  'isDivided,isDoubtful,isNamed,isOneOfSeveral,isPartial,isPriceVague,isStale,isTold,isVague,' +
  'isValue,isWhole,keepFor,labelled,learn,namesPatient,onGaveUp,onMutation,onPlaced,' +
  'orderIsWhole,pairing,reachable,rememberVisit,remembered,restore,rowCount,setDot,setEdge,' +
  'setOpen,unread,verdict,visitOf,isBeforeVisit,glance,certain,several,normalised,memory,complete,onChange,onFocus,frameUrl'
).split(',');
