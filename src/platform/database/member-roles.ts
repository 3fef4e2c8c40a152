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
