import { useLocation } from 'react-router';

/** Where the screens shared by editors and focal points stand for this reader: `/directory` or `/our-services`. */
export function useCarePlace(): string {
  return `/${useLocation().pathname.split('/')[1] ?? ''}`;
}
