export { territoryRoutes } from './api.ts';
export { type Commune, listCommunes } from './store.ts';
