export { territoryRoutes } from './api.ts';
export { type Outlines, regionOutlines } from './outlines.ts';
export { type Commune, listCommunes } from './store.ts';
