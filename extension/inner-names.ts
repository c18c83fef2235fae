/**
 * Properties that the page script has for itself alone: they are shortened when it is built. None may be a name of the
 * browser's, of a message, or of data that the script is handed or hands over.
 */
export const INNER_NAMES: readonly string[] = (
  'announce,columnCount,doubt,focused,giveUp,hasDot,headingOf,hints,isBanner,' +
  'isDivided,isDoubtful,isNamed,isOneOfSeveral,isPartial,isPriceVague,isStale,isSure,isTold,isVague,' +
  'isNameless,isValue,isWhole,keepFor,labelled,learn,namesPatient,onGaveUp,onMutation,onPlaced,' +
  'orderIsWhole,pairing,reachable,rememberVisit,remembered,restore,roots,rowCount,seen,seenGrids,setDot,setEdge,' +
  'setOpen,verdict,visitOf,isBeforeVisit,glance,certain,several,normalised,memory,complete,onChange,onFocus,frameUrl,' +
  'beside,missing,places,namedBy,doubtOf,seenIn,confirmed,texts,shown,grids,known,whole,prepare,shrunk,act,found,idOf,since,lists,within,most,isBare'
).split(',');
