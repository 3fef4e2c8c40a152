import { useLocation } from 'react-router';
import type { CareEntity } from '../care/lists.ts';
import { type Role, useSession } from '../../workspace/session.tsx';

/** Where the screens shared by editors and focal points stand for this reader: `/directory` or `/our-services`. */
export function useCarePlace(): string {
  return `/${useLocation().pathname.split('/')[1] ?? ''}`;
}

/** Where someone of these roles keeps a record, theirs or another's; nowhere when they may only read it. */
export function editPlace(roles: ReadonlySet<Role>, isOwn: boolean): '/directory' | '/our-services' | undefined {
  if (roles.has('programme') || roles.has('coordinator')) return '/directory';
  const isFocal = roles.has('partner') || roles.has('agent') || roles.has('cell_manager');
  return isOwn && isFocal ? '/our-services' : undefined;
}

/** Whether this reader keeps every record. Others whom the place lets in look after its imports alone. */
export const useIsEditor = (): boolean => editPlace(useSession().roles, false) === '/directory';

/** The form in which an editor corrects a record. */
export const formOf = (entity: CareEntity, id: string): string =>
  entity === 'service' ? `/directory/services/${id}` : `/directory/organizations/${id}/edit`;
