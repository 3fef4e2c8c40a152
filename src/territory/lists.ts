/** What can put a life in danger at a desk, each with its own first steps. */
export const dangers = ['medical', 'violence', 'child_alone', 'no_shelter', 'suicide', 'accident'] as const;
export type Danger = (typeof dangers)[number];
