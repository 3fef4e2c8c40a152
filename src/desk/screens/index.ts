export { CustomFields } from '../fields/screens/custom-fields.tsx';
export { CellPage } from '../cell/screens/cell-page.tsx';
export { cellTexts } from '../cell/screens/messages/index.ts';
export { MonthSelect, monthBefore, monthName } from '../cell/screens/month-select.tsx';
