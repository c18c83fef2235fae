export {
  amountIn,
  type Cell,
  type CellFault,
  codeIn,
  descriptionIn,
  drugUnitIn,
  modifiersIn,
  ndcIn,
  numberIn,
  placeIn,
} from './cells.ts';
