/** Apart from the database, so that a contract can name the roles on a device. */
export const roles = [
  'agent',
  'cell_manager',
  'partner',
  'plan_officer',
  'project_holder',
  'programme',
  'coordinator',
  'administrator',
] as const;
export type Role = (typeof roles)[number];
/** Who works at a reception desk and sees the files of their own cell. */
export const deskRoles = ['agent', 'cell_manager'] as const satisfies readonly Role[];
/** Who may send a file, to attach it to something: the desks, and those who speak for an organisation. */
export const senderRoles = [
  ...deskRoles,
  'partner',
  'plan_officer',
  'project_holder',
  'programme',
  'coordinator',
] as const satisfies readonly Role[];
