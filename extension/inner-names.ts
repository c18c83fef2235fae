/**
 * Properties that the page script has for itself alone: they are shortened when it is built. None may be a name of the
 * browser's, of a message, or of data that the script is handed or hands over.
 */
export const INNER_NAMES: readonly string[] = (
  'columnCount,hasDot,headingOf,isBanner,isDivided,isNamed,isOneOfSeveral,isPartial,isPriceVague,isStale,isTold,' +
  'isVague,isValue,isWhole,keepFor,labelled,namesPatient,onGaveUp,onMutation,onPlaced,orderIsWhole,pairing,' +
  'reachable,remembered,rememberVisit,rowCount,setEdge,setOpen,verdict,visitOf'
).split(',');
